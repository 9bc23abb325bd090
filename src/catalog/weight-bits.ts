import type { WeightPrecisionFormat } from './maker.ts';

/**
 * Bits per weight that the energy model counts for a released format. The fit knows 16, 8 and 4.25
 * (4-bit weights with their scales); mixed and 4-bit formats count as 4.25, since nearly all
 * weights of such models are the 4-bit experts.
 */
export const WEIGHT_BITS: Readonly<Record<WeightPrecisionFormat, number>> = {
  fp32: 16,
  bf16: 16,
  fp16: 16,
  fp8: 8,
  int8: 8,
  mxfp4: 4.25,
  nvfp4: 4.25,
  fp4: 4.25,
  int4: 4.25,
  'fp8-fp4-experts': 4.25,
  ternary: 1.6,
};

/** Formats as endpoints state them; those that the fit knows nothing near to are left out. */
const STATED_BITS: ReadonlyMap<string, number> = new Map([
  ['fp32', 16],
  ['bf16', 16],
  ['fp16', 16],
  ['fp8', 8],
  ['mxfp8', 8],
  ['int8', 8],
  ['fp4', 4.25],
  ['mxfp4', 4.25],
  ['nvfp4', 4.25],
  ['int4', 4.25],
]);

/** Bits per weight that the energy model counts for a format as an endpoint states it. */
export function statedBits(quantization: string): number | undefined {
  return STATED_BITS.get(quantization);
}
