import type { Quantization, TextConfig } from './text-config.ts';

/** Parameters in the weight files: one figure, or the two that they may come to. */
export type HeldParameters = { total: number } | { low: number; high: number };

/** Bits of the whole numbers that several narrower weights are packed into. */
const CONTAINER_BITS: ReadonlyMap<string, number> = new Map([
  ['I32', 32],
  ['U32', 32],
  ['I16', 16],
  ['U16', 16],
  ['I8', 8],
  ['U8', 8],
]);
/** Types that hold the scales of other numbers alone. */
const SCALES_ALONE = new Set(['F8_E8M0', 'E8M0', 'UE8']);
/** Whole numbers that are fewer are indices and the like. */
const PACKED_FROM_SHARE = 0.05;
/** How far a count from the configuration may lie off, as a factor. */
const NEAR = 1.3;
const USUAL_PACKED_BITS = 4;

/**
 * Parameters that the weight files hold. The Hub counts packed weights of 2 to 4 bits either as the whole
 * numbers that they are stored in or as what these hold, and does not say which: what is nearer to
 * `expected`, a count from elsewhere, is right where it is near; else both are given.
 */
export function heldParameters(
  parameters: Readonly<Record<string, number>>,
  config: TextConfig | undefined,
  expected: number | undefined,
): HeldParameters {
  const counted = Object.entries(parameters).filter(([type]) => !SCALES_ALONE.has(type));
  const total = sum(counted);
  const packed = counted.filter(([type]) => CONTAINER_BITS.has(type));
  if (total === 0 || sum(packed) < PACKED_FROM_SHARE * total) return { total };
  const unpacked = total - sum(packed) + valuesIn(packed, config);
  if (expected !== undefined) {
    const near = [total, unpacked].filter((count) => distance(count, expected) < Math.log(NEAR));
    const [nearest] = near.toSorted((a, b) => distance(a, expected) - distance(b, expected));
    if (nearest !== undefined) return { total: nearest };
  }
  return { low: Math.min(total, unpacked), high: Math.max(total, unpacked) };
}

/** What packed numbers hold, less the scales of each group of them, which are no parameters. */
function valuesIn(packed: readonly [string, number][], config: TextConfig | undefined): number {
  const quantization = config && (config.quantization_config ?? config.compression_config);
  const bits = packedBits(quantization) ?? USUAL_PACKED_BITS;
  const group = groupSize(quantization);
  // Scales of MXFP4 are bytes too, those of other formats numbers of another type.
  const scalesInBytes = /mxfp4/.test(namesOf(quantization)) && group !== undefined;
  return packed.reduce((all, [type, count]) => {
    const each = (CONTAINER_BITS.get(type) ?? bits) / bits;
    if (each <= 1) return all + count;
    if (scalesInBytes) return all + count / (1 / each + 1 / group);
    return all + count * each * (1 - (group === undefined ? 0 : 1 / group));
  }, 0);
}

function packedBits(quantization: Quantization | null | undefined): number | undefined {
  if (!quantization) return undefined;
  const widths = Object.values(quantization.config_groups ?? {}).flatMap(
    ({ weights }) => weights?.num_bits ?? [],
  );
  if (widths.length > 0) return Math.min(...widths);
  if (quantization.bits) return quantization.bits;
  return /fp4|int4|nf4/.test(namesOf(quantization)) || quantization.load_in_4bit ? 4 : undefined;
}

/** Blocks of MXFP4 are of 32 by its definition. */
const MXFP4_BLOCK = 32;

function groupSize(quantization: Quantization | null | undefined): number | undefined {
  const [ofGroup] = Object.values(quantization?.config_groups ?? {}).flatMap(
    ({ weights }) => weights?.group_size ?? [],
  );
  const stated = ofGroup ?? quantization?.group_size ?? undefined;
  return stated ?? (/mxfp4/.test(namesOf(quantization)) ? MXFP4_BLOCK : undefined);
}

function namesOf(quantization: Quantization | null | undefined): string {
  const { quant_method: method, quant_algo: algorithm, format } = quantization ?? {};
  return [method, algorithm, format].join(' ').toLowerCase();
}

function sum(entries: readonly (readonly [string, number])[]): number {
  return entries.reduce((all, [, count]) => all + count, 0);
}

function distance(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}
