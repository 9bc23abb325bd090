import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';

/**
 * Heads that published models share among queries, and the sizes of one. Fives and threes are rare, and of
 * the two common sizes alone, so that ten times a width of usual heads is none.
 */
const SHARED_HEADS = [
  { heads: [1, 2, 4, 8, 16], sizes: [64, 80, 96, 112, 128, 192, 256, 512] },
  { heads: [3, 5, 6, 10, 12], sizes: [64, 128] },
];
/** With multi-head latent attention one latent and the rotary part: 256 + 64 to 512 + 64 so far, in steps of 32. */
const WIDEST_LATENT = 640;
const LATENT_STEP = 32;

const WIDTHS: ReadonlySet<number> = new Set(
  SHARED_HEADS.flatMap(({ heads, sizes }) =>
    heads.flatMap((count) => sizes.map((size) => 2 * count * size)),
  ),
);

/** What a token takes in the cache of one layer is made of whole heads, or is a latent. */
export function plausibleCache(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { architecture }, at }) => {
    const { hiddenSize, layersByKind = [] } = architecture ?? {};
    return layersByKind.flatMap((group, index) =>
      !('kvWidth' in group) || isOfHeads(group.kvWidth, hiddenSize)
        ? []
        : [
            {
              ...at,
              field: `architecture.layersByKind.${index}.kvWidth`,
              message: `${group.kvWidth} is no number of heads that models share; expected 2 x key-value heads x head size (2 x 8 x 128 = 2048), kv_lora_rank + qk_rope_head_dim (512 + 64 = 576), or, where no head is shared, twice hiddenSize (${hiddenSize === undefined ? 'which is not recorded' : 2 * hiddenSize}). Check the digits, or add the heads to this check with a source`,
            },
          ],
    );
  });
}

/** Where each head of queries has keys of its own, keys and values are as wide as the model. */
function isOfHeads(kvWidth: number, hiddenSize: number | undefined): boolean {
  return (
    WIDTHS.has(kvWidth) ||
    (kvWidth <= WIDEST_LATENT && kvWidth % LATENT_STEP === 0) ||
    (hiddenSize !== undefined && kvWidth === 2 * hiddenSize)
  );
}
