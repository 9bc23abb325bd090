import * as z from 'zod';
import { HowKnown, SourceId } from './source.ts';
import { RunId } from './training-run.ts';

/** Path of what runs come from and are, where their table says otherwise or nothing, from the project's root. */
export const LINEAGE_FILE = 'data/training/lineage.yaml';

const Lineage = z
  .strictObject({
    /** The run that this row is a release or a second name of. */
    sameAs: RunId.optional(),
    /** Names of the models that it starts from, in place of those of its table. */
    startsFrom: z.array(z.string().min(1)).min(1).optional(),
    /** Parameters that work on one token, where neither its table nor a record of a model has them. */
    activeParameters: z.int().positive().optional(),
    /** Operations of the whole model, in place of those of its table. */
    flop: z.number().positive().optional(),
    how: HowKnown,
    sources: z.array(SourceId).min(1),
    note: z.string().min(1),
  })
  .refine(
    ({ sameAs, startsFrom, activeParameters, flop }) =>
      (sameAs === undefined) !== ((startsFrom ?? activeParameters ?? flop) === undefined),
    { message: 'expected either sameAs, or at least one of startsFrom, activeParameters and flop' },
  );
export type Lineage = z.infer<typeof Lineage>;

/** data/training/lineage.yaml */
export const LineageFile = z.record(RunId, Lineage);
export type LineageFile = z.infer<typeof LineageFile>;
