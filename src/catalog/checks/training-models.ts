import { recordOf } from '../facts-of.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { acceleratorOf } from '../training/accelerator-named.ts';
import { TRAINING_ACCELERATORS_FILE } from '../training-accelerator.ts';
import { MODEL_RUNS_FILE } from '../training-model-run.ts';
import { STATEMENTS_FILE } from '../training-statement.ts';

/** Every model that a statement on training names is in OpenRouter's list or has a record. */
export function trainedModelsExist({
  training,
  modelList,
  makers,
}: Pick<CatalogData, 'modelList' | 'makers'> & {
  training: Pick<CatalogData['training'], 'statements'>;
}): Problem[] {
  const listed = new Set(modelList.models.map(({ id }) => id));
  const known = (id: string) => listed.has(id) || recordOf({ id }, { makers }) !== undefined;
  return Object.entries(training.statements).flatMap(([record, { models = [] }]) =>
    models
      .filter((id) => !known(id))
      .map((id) => ({
        file: STATEMENTS_FILE,
        record,
        field: 'models',
        message: `${JSON.stringify(id)} is neither in OpenRouter's list nor in data/models; expected the id of a model, correct it or leave it out`,
      })),
  );
}

/**
 * Every run that a statement or a model points to is one of runs.csv, a model points to one alone, and the
 * hours of a run are of an accelerator with a data sheet.
 */
export function trainedRunsExist({ training }: Pick<CatalogData, 'training'>): Problem[] {
  const runs = new Set(training.runs.map(({ id }) => id));
  const missing = (run: string) =>
    `${JSON.stringify(run)} is no id of data/training/runs.csv; expected one, correct it or leave it out`;
  const seen = new Set<string>();
  return [
    ...Object.entries(training.statements).flatMap(([record, { run }]) =>
      run === undefined || runs.has(run)
        ? []
        : [{ file: STATEMENTS_FILE, record, field: 'run', message: missing(run) }],
    ),
    ...Object.entries(training.statements).flatMap(([record, { run, trained, ...stated }]) => {
      const { acceleratorHours: hours, accelerator } = stated;
      const counts = hours !== undefined && (run !== undefined || trained !== undefined);
      return !counts || acceleratorOf(accelerator, training.accelerators) !== undefined
        ? []
        : [
            {
              file: STATEMENTS_FILE,
              record,
              field: 'accelerator',
              message: `${JSON.stringify(accelerator)} has no data sheet in ${TRAINING_ACCELERATORS_FILE}; expected one of its names, or an entry for it`,
            },
          ];
    }),
    ...training.modelRuns.flatMap(({ model, run }) => {
      const problems = runs.has(run)
        ? []
        : [{ file: MODEL_RUNS_FILE, record: model, field: 'run', message: missing(run) }];
      if (seen.has(model)) {
        problems.push({
          file: MODEL_RUNS_FILE,
          record: model,
          field: 'model',
          message: 'stands in an earlier row too; expected each model once',
        });
      }
      seen.add(model);
      return problems;
    }),
  ];
}
