import * as z from 'zod';
import { CountryCode, ModelId } from './snapshot.ts';
import { HowKnown, SourceId } from './source.ts';
import { RunAccess, RunId } from './training-run.ts';

/**
 * What has been published of the training of models. Hours and electricity bring estimates of runs
 * nearer; stated emissions are shown beside them and never taken over.
 */

/** Path of the statements from the project's root. */
export const STATEMENTS_FILE = 'data/training/statements.yaml';

const tonnes = z.number().positive().max(1e7);

const TrainedRun = z.strictObject({
  published: z.iso.date(),
  countries: z.array(CountryCode),
  domains: z.array(z.string().min(1)).min(1),
  access: RunAccess,
  parameters: z.int().positive().optional(),
  link: z.url({ protocol: /^https$/ }),
});

const TrainingStatement = z
  .strictObject({
    /** What was trained, as the publisher names it. */
    what: z.string().min(1),
    maker: z.string().min(1),
    /** Entries of the index that are this very training, or follow from it. */
    models: z.array(ModelId).optional(),
    /** The row of runs.csv that it is of. */
    run: RunId.optional(),
    /** What is known of a run that has no row there. */
    trained: TrainedRun.optional(),
    /** Where it was trained, if not where its maker is. */
    country: CountryCode.optional(),
    /** One figure, or the bounds of several that disagree; absent where hours or electricity alone are stated. */
    tonnesCO2e: z
      .union([
        tonnes,
        z.strictObject({ low: tonnes, high: tonnes }).refine(({ low, high }) => low < high, {
          message: 'expected low < high',
        }),
      ])
      .optional(),
    /** The final runs alone, all of development, or training with a time of use. */
    counts: z.enum(['final-runs', 'development', 'training-and-use']),
    statedBy: z.enum(['maker', 'others']),
    accounting: z.enum(['location-based', 'market-based', 'unstated']),
    acceleratorHours: z.number().positive().optional(),
    accelerator: z.string().min(1).optional(),
    megawattHours: z.number().positive().optional(),
    /** What the megawatt-hours count. */
    energy: z
      .strictObject({
        /** Board power times hours, accelerators as metered, or whole servers as metered. */
        counts: z.enum(['board', 'chip', 'system']),
        powerUsageEffectiveness: z.number().min(1).max(3).optional(),
        includesBuilding: z.boolean(),
      })
      .optional(),
    /** Of electricity, as printed or implied by what is. */
    gramsPerKilowattHour: z.number().positive().max(2000).optional(),
    /** What Table 2 of the paper Hugging Carbon estimates for the same training. */
    paperTonnesCO2e: tonnes.optional(),
    /** Why the figure is not to be believed as printed. */
    doubt: z.string().min(1).optional(),
    how: HowKnown,
    sources: z.array(SourceId).min(1),
    note: z.string().min(1),
  })
  .refine(({ run, trained }) => run === undefined || trained === undefined, {
    message: 'expected either run or trained',
  })
  .refine(
    ({ tonnesCO2e, acceleratorHours, megawattHours }) =>
      tonnesCO2e !== undefined || acceleratorHours !== undefined || megawattHours !== undefined,
    { message: 'expected tonnesCO2e, acceleratorHours or megawattHours' },
  )
  .refine(
    ({ run, trained, acceleratorHours, accelerator }) =>
      (run === undefined && trained === undefined) ||
      acceleratorHours === undefined ||
      accelerator !== undefined,
    { path: ['accelerator'], message: 'expected the accelerator whose hours they are' },
  );
export type TrainingStatement = z.infer<typeof TrainingStatement>;

/** data/training/statements.yaml */
export const StatementFile = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case-with-hyphens'),
  TrainingStatement,
);
export type StatementFile = z.infer<typeof StatementFile>;
