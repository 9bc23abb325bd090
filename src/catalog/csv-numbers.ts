import * as z from 'zod';

/** Numbers of the measured rows, which CSV holds as text. */

// Number('') is 0, and a missing figure must never be published as 0: only digits are let through.
const numberFromText = z
  .string()
  .regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i, 'expected a plain number')
  .transform(Number);

export const positive = numberFromText.pipe(z.number().positive());
export const count = numberFromText.pipe(z.int().positive());
export const countOrNone = numberFromText.pipe(z.int().nonnegative());
