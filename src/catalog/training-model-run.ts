import * as z from 'zod';
import { RunId } from './training-run.ts';

/** Path of the map from models to runs, from the project's root. */
export const MODEL_RUNS_FILE = 'data/training/model-runs.csv';

/** Which run a model of OpenRouter or a repository of Hugging Face comes from. */
export const ModelRunRow = z.strictObject({
  model: z.string().regex(/^[^/\s]+\/\S+$/, 'expected maker/name'),
  run: RunId,
  /** Whether the run made this very model, or one that it was tuned from. */
  relation: z.enum(['same', 'tuned']),
});
export type ModelRunRow = z.infer<typeof ModelRunRow>;

/** data/training/model-runs.csv */
export const ModelRunRows = z.array(ModelRunRow);
