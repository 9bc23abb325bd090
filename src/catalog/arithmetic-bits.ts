import { type Accelerator, DESIGN_OF } from '../estimation/accelerator-designs.ts';

/** Formats that only store weights in 4 bits, wherever they are served. */
const STORAGE_ONLY = /int4|w4a16|awq|gptq/;

/** A format of numbers that an accelerator computes in where it can, and unpacks to 16 bits where not. */
const UNPACKED_WITHOUT_FOUR_BITS = /mxfp4/;

/**
 * Bits that an accelerator computes in with weights of a format, as people write it; undefined where
 * they follow from the bits of the weights (see OperatingPoint).
 */
export function arithmeticBits(format: string, accelerator: Accelerator): number | undefined {
  const name = format.toLowerCase();
  const unpacked =
    STORAGE_ONLY.test(name) ||
    (UNPACKED_WITHOUT_FOUR_BITS.test(name) && !DESIGN_OF[accelerator].fourBitArithmetic);
  return unpacked ? 16 : undefined;
}
