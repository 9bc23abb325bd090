import * as z from 'zod';
import { count, positive } from './csv-numbers.ts';
import { CountryCode } from './snapshot.ts';

/** Path of the training runs from the project's root. */
export const RUNS_FILE = 'data/training/runs.csv';

/** The source that every run of that file rests on, besides the document that its row links to. */
export const RUNS_SOURCE = 'epoch-models';

export const RunId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case-with-hyphens');

const text = z.string();
const list = z.string().transform((value) => (value === '' ? [] : value.split(';')));

/** A cell that may be empty, since nobody states the figure. */
export const optionalCell = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]);

/** How sure the publisher of the table is of a number of operations. */
export const RunConfidence = z.enum(['confident', 'likely', 'speculative', 'unknown']);

/** Whether the weights of a model can be had. */
export const RunAccess = z.enum(['open', 'restricted', 'closed', 'unknown']);
export type RunAccess = z.infer<typeof RunAccess>;

/** One run of Epoch AI's table, as read. Empty cells are undefined: nothing stands in for them here. */
export const RunRow = z.strictObject({
  id: RunId,
  name: text.min(1),
  /** Of several, the first as the table names them. */
  makers: list.refine((names) => names.length > 0, { message: 'expected at least one maker' }),
  /** ISO 3166 alpha-2 codes of the makers' countries. */
  countries: list.pipe(z.array(CountryCode)),
  published: z.iso.date(),
  domains: list,
  access: RunAccess,
  parameters: optionalCell(count),
  active_parameters: optionalCell(count),
  /** Of the data set in its own unit: tokens of language models, pictures, seconds. */
  data_points: optionalCell(positive),
  flop: optionalCell(positive),
  /** How the operations are known, in Epoch's words: operations, hardware, reported, third-party ... */
  flop_from: list,
  confidence: RunConfidence,
  chip_hours: optionalCell(positive),
  hardware: list,
  chips: optionalCell(count),
  wall_hours: optionalCell(positive),
  /** Operations done over operations possible, as stated for this run. */
  utilisation: optionalCell(positive.pipe(z.number().max(1))),
  /** Names of the models that it starts from. */
  bases: list,
  /** Operations of the fine-tuning alone, where it starts from another model. */
  own_flop: optionalCell(positive),
  post_training_flop: optionalCell(positive),
  link: z.union([z.literal('').transform(() => undefined), z.url({ protocol: /^https?$/ })]),
});
export type RunRow = z.infer<typeof RunRow>;

/** data/training/runs.csv */
export const RunRows = z.array(RunRow).superRefine((rows, context) => {
  const seen = new Set<string>();
  for (const [at, { id }] of rows.entries()) {
    if (seen.has(id)) {
      context.addIssue({
        code: 'custom',
        path: [at, 'id'],
        message: `${JSON.stringify(id)} stands in an earlier row too; expected each id once`,
      });
    }
    seen.add(id);
  }
});
