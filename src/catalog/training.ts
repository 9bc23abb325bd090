import * as z from 'zod';
import { ModelId } from './snapshot.ts';
import { HowKnown, SourceId } from './source.ts';

/** Published emissions of training models, shown apart; nothing is estimated with them. */

/** Path of the training disclosures from the project's root. */
export const TRAINING_FILE = 'data/training.yaml';

const tonnes = z.number().positive().max(1e7);

const TrainingDisclosure = z.strictObject({
  /** What was trained, as the publisher names it. */
  what: z.string().min(1),
  maker: z.string().min(1),
  /** Entries of the index that are this very training, or follow from it. */
  models: z.array(ModelId).optional(),
  /** One figure, or the bounds of several that disagree. */
  tonnesCO2e: z.union([
    tonnes,
    z.strictObject({ low: tonnes, high: tonnes }).refine(({ low, high }) => low < high, {
      message: 'expected low < high',
    }),
  ]),
  /** The final runs alone, all of development, or training with a time of use. */
  counts: z.enum(['final-runs', 'development', 'training-and-use']),
  statedBy: z.enum(['maker', 'others']),
  accounting: z.enum(['location-based', 'market-based', 'unstated']),
  acceleratorHours: z.number().positive().optional(),
  accelerator: z.string().min(1).optional(),
  megawattHours: z.number().positive().optional(),
  /** Why the figure is not to be believed as printed. */
  doubt: z.string().min(1).optional(),
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  note: z.string().min(1),
});
export type TrainingDisclosure = z.infer<typeof TrainingDisclosure>;

/** data/training.yaml */
export const TrainingFile = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case-with-hyphens'),
  TrainingDisclosure,
);
export type TrainingFile = z.infer<typeof TrainingFile>;
