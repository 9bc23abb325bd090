import { at, mulberry32 } from './draws.ts';
import { type Column, mapDraws, type SharedDraws } from './shared-draws.ts';

/** What is drawn for one model or one place alone, and so stands in an order of its own. */
export type Ownership = ReadonlySet<Column>;

/** The errors of a model's estimate, its size and its tokenizer: its own however it is served. */
export const OWN_TO_MODEL_ITSELF: Ownership = new Set([
  'formErrorDeviate',
  'prefillExtra',
  'mixtureOfExperts',
  'unitActiveParameters',
  'unitTotalParameters',
  'priceDeviate',
  'inputShareDeviate',
  'unitWrittenTokens',
] as const);

/** The same, and how far its hosts are from the market: what one model has alone as it is served. */
export const OWN_TO_MODEL: Ownership = new Set([...OWN_TO_MODEL_ITSELF, 'hostDeviate'] as const);

/** What belongs to one host, when one model is compared between hosts. */
export const OWN_TO_HOST: Ownership = new Set([
  'hostDeviate',
  'hostAndIdle',
  'embodiedGramsPerKilowattHour',
  'unitPowerUsageEffectiveness',
  'unitWaterOnSite',
] as const);

/** Which grids a place stands on: of one place in common for all models served there. */
export const OWN_TO_PLACE: Ownership = new Set(['siteDeviate'] as const);

/** FNV-1a, 32 bits, over the UTF-16 code units of a text: a fixed hash for seeding. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * The shared draws with what an owner (a model or a place, by its id) has alone in an order of its
 * own; the rest stays in the order that is common to all. The order is
 * d -> (offset + stride d) mod count: draw d has the value at that place of the column. Generator:
 * mulberry32 seeded with the FNV-1a hash of the id. It gives offset = floor(u count) first, then
 * stride = 1 + floor(u (count - 1)), again until stride is coprime with count. So every figure can be
 * repeated anywhere, and no order needs to be kept. The columns themselves are shuffled, so such an order is as good as another shuffle.
 */
export function drawsInOrderOf(id: string, ownership: Ownership, shared: SharedDraws): SharedDraws {
  const { offset, stride } = ownOrder(id, shared.count);
  const own = (column: Float64Array) => {
    const reordered = new Float64Array(shared.count);
    let position = offset;
    for (let index = 0; index < reordered.length; index += 1) {
      reordered[index] = at(column, position);
      position += stride;
      if (position >= shared.count) position -= shared.count;
    }
    return reordered;
  };
  return mapDraws(shared, (column, name) =>
    name !== 'classShares' && ownership.has(name) ? own(column) : column,
  );
}

/** An owner's order of the draws. */
function ownOrder(id: string, count: number): { offset: number; stride: number } {
  const random = mulberry32(fnv1a(id));
  const offset = Math.floor(random() * count);
  let stride = 1 + Math.floor(random() * (count - 1));
  while (greatestCommonDivisor(stride, count) !== 1) {
    stride = 1 + Math.floor(random() * (count - 1));
  }
  return { offset, stride };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
