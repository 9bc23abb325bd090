import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TRAINING_SOURCES_FILE } from '../catalog/read-training.ts';
import { TRAINING_ACCELERATORS_FILE } from '../catalog/training-accelerator.ts';
import { LINEAGE_FILE } from '../catalog/training-lineage.ts';
import { MODEL_RUNS_FILE } from '../catalog/training-model-run.ts';
import { RUNS_FILE } from '../catalog/training-run.ts';
import { STATEMENTS_FILE } from '../catalog/training-statement.ts';
import { VISION_FILE } from '../catalog/training-vision.ts';
import { FLOP_SD_LN, TRAINING_METHOD } from '../estimation/training/method.ts';
import { sha256 } from './input-hashes.ts';

/** Which state of data and method figures of training are of; releases are named without them. */
export interface TrainingVersion {
  /** The day of the table and eight digits of a hash of all data and constants. */
  version: string;
  /** Day of Epoch AI's table, YYYY-MM-DD. */
  date: string;
}

/**
 * The state of this checkout. `activeParameters` are what runs take from the records of models. Throws
 * where the file of runs does not say of which day it is.
 */
export function trainingVersion(
  root: string,
  activeParameters: ReadonlyMap<string, number>,
): TrainingVersion {
  const texts = [
    RUNS_FILE,
    LINEAGE_FILE,
    VISION_FILE,
    STATEMENTS_FILE,
    MODEL_RUNS_FILE,
    TRAINING_SOURCES_FILE,
    TRAINING_ACCELERATORS_FILE,
  ].map((file) => readFileSync(path.join(root, file), 'utf8'));
  const [, date] = /^#.*\bas of (\d{4}-\d{2}-\d{2})/.exec(texts[0] ?? '') ?? [];
  if (date === undefined) {
    throw new Error(
      `${RUNS_FILE}: expected a first line that ends with "as of YYYY-MM-DD", as npm run pull:training writes it`,
    );
  }
  const state = { texts, active: [...activeParameters], method: [TRAINING_METHOD, FLOP_SD_LN] };
  return { date, version: `${date}-${sha256(JSON.stringify(state)).slice(0, 8)}` };
}
