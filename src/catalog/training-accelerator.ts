import * as z from 'zod';
import { TRAINING_CLASSES } from '../estimation/training/accelerators.ts';
import { ASSUMED_ACCELERATORS } from '../estimation/training/assumed-accelerator.ts';
import { HowKnown, SourceId } from './source.ts';

/** Path of the accelerators that models are trained on, from the project's root. */
export const TRAINING_ACCELERATORS_FILE = 'data/training/accelerators.yaml';

const TrainingAcceleratorRecord = z.strictObject({
  /** Dense, at 16 bits. */
  peakFlopPerSecond: z.number().min(1e12).max(1e17),
  boardWatts: z.number().min(20).max(5000),
  class: z.enum(TRAINING_CLASSES),
  /** Where they are not those of the file. */
  sources: z.array(SourceId).min(1).optional(),
});

/** data/training/accelerators.yaml */
export const TrainingAcceleratorFile = z.strictObject({
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  accelerators: z
    .record(z.string().min(1), TrainingAcceleratorRecord)
    .superRefine((all, context) => {
      for (const name of ASSUMED_ACCELERATORS) {
        if (Object.hasOwn(all, name)) continue;
        context.addIssue({
          code: 'custom',
          path: [name],
          message:
            'missing, though the method takes it for runs that state none; expected its data sheet',
        });
      }
    }),
});
export type TrainingAcceleratorFile = z.infer<typeof TrainingAcceleratorFile>;
