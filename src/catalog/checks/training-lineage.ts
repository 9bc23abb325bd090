import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { LINEAGE_FILE } from '../training-lineage.ts';

/**
 * What is recorded of a run's lineage names runs that there are: a run that another is a release of is none
 * of a third, and nothing starts from itself.
 */
export function lineageNamesRuns({ training }: Pick<CatalogData, 'training'>): Problem[] {
  const { lineage, runs } = training;
  const ids = new Map(runs.map(({ id, name }) => [id, name]));
  const names = new Set(runs.map(({ name }) => name));
  return Object.entries(lineage).flatMap(([record, { sameAs, startsFrom = [] }]) => {
    const at = (field: string, message: string) => ({ file: LINEAGE_FILE, record, field, message });
    const name = ids.get(record);
    if (name === undefined) {
      return [
        at('', 'is no id of data/training/runs.csv; expected one, correct it or leave it out'),
      ];
    }
    const wrong =
      sameAs !== undefined &&
      (!ids.has(sameAs) || sameAs === record || lineage[sameAs]?.sameAs !== undefined);
    return [
      ...(wrong
        ? [
            at(
              'sameAs',
              `${JSON.stringify(sameAs)} is no id of data/training/runs.csv that stands for itself; expected that of the run which has the figure`,
            ),
          ]
        : []),
      ...startsFrom
        .filter((base) => base === name || !names.has(base))
        .map((base) =>
          at(
            'startsFrom',
            `${JSON.stringify(base)} is no name of another run in data/training/runs.csv; expected one as the table has it`,
          ),
        ),
    ];
  });
}
