import * as z from 'zod';
import { count, positive } from './csv-numbers.ts';
import { ServingConfiguration } from './serving-measurement.ts';

/** Prefill and decode of one model measured apart, of which we know no other measurement. */

/** Path of the rows from the project's root, and the source that they rest on. */
export const POWER_SPLIT_FILE = 'data/measurements/inferencex-power-split.csv';
export const POWER_SPLIT_SOURCE = 'inferencex-powerx';

/** What was measured: our record, its format and accelerator, and the lengths of every request. */
export const POWER_SPLIT_RUN = {
  model: 'dsv4',
  gpu: 'B200',
  precision: 'fp4',
  input_tokens: 8192,
  output_tokens: 1024,
} as const;

export const PowerSplitRow = z.strictObject({
  engine: z.string().min(1),
  speculation: ServingConfiguration.shape.speculation,
  concurrency: count,
  /** Of prefill and decode together. */
  accelerators: count,
  decode_joules_per_output_token: positive,
  prefill_joules_per_input_token: positive,
});
export type PowerSplitRow = z.infer<typeof PowerSplitRow>;

/** data/measurements/inferencex-power-split.csv */
export const PowerSplitRows = z.array(PowerSplitRow).min(1);
