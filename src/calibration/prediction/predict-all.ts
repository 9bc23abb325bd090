import type { Range } from '../../estimation/ranges.ts';
import { type PredictionRecord, type RecordProblem, readPredictionRecord } from './record.ts';
import type { Prediction } from './run.ts';

/** What came of a list of records. */
export interface Predictions {
  /** J per output token by config_id. */
  joulesByConfiguration: ReadonlyMap<string, Range>;
  /** Records that could not be predicted. */
  problems: RecordProblem[];
  /** What had to be assumed, and for which records. */
  configurationsByNote: ReadonlyMap<string, string[]>;
}

/** How one kind of prediction works. */
export interface Predictor {
  predict: (record: PredictionRecord) => Prediction;
  /** Fills in what a record leaves to its model's name, before it is read. */
  complete?: (input: unknown) => unknown;
  /** Fields that this kind needs and the record lacks. */
  missing: (record: PredictionRecord, index: number) => RecordProblem[];
}

/** Predicts every record that can be, and names those that cannot. */
export function predictAll(
  records: readonly unknown[],
  { predict, missing, complete = (input) => input }: Predictor,
): Predictions {
  const joules = new Map<string, Range>();
  const problems: RecordProblem[] = [];
  const configurationsByNote = new Map<string, string[]>();
  for (const [index, input] of records.entries()) {
    const read = readPredictionRecord(complete(input), index);
    const { record } = read;
    if (record === undefined) {
      problems.push(...read.problems);
      continue;
    }
    const configId = record.config_id;
    const found = [
      ...missing(record, index),
      ...(joules.has(configId)
        ? [{ index, configId, field: 'config_id', message: 'is there twice; the first one counts' }]
        : []),
    ];
    if (found.length > 0) {
      problems.push(...found);
      continue;
    }
    const prediction = predict(record);
    joules.set(configId, prediction.joules);
    for (const note of prediction.notes) {
      configurationsByNote.set(note, [...(configurationsByNote.get(note) ?? []), configId]);
    }
  }
  return { joulesByConfiguration: joules, problems, configurationsByNote };
}
