import { languageFlop } from '../../estimation/training/language-flop.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { LINEAGE_FILE } from '../training-lineage.ts';
import type { RunRow } from '../training-run.ts';

/** Passes over at least so many tokens make a model whose operations anybody would record, and at most so many. */
const PLAUSIBLE_TOKENS = { fewest: 1e8, most: 2e14 };

/**
 * What is recorded of a run's lineage names runs that there are: a run that another is a release of is none
 * of a third, and nothing starts from itself. Active parameters are recorded where the table has none,
 * operations where it has others.
 */
export function lineageNamesRuns({ training }: Pick<CatalogData, 'training'>): Problem[] {
  const { lineage, runs } = training;
  const ids = new Map(runs.map((row) => [row.id, row]));
  const names = new Set(runs.map(({ name }) => name));
  return Object.entries(lineage).flatMap(
    ([record, { sameAs, startsFrom = [], activeParameters, flop }]) => {
      const at = (field: string, message: string) => ({
        file: LINEAGE_FILE,
        record,
        field,
        message,
      });
      const row = ids.get(record);
      if (row === undefined) {
        return [
          at('', 'is no id of data/training/runs.csv; expected one, correct it or leave it out'),
        ];
      }
      const wrong =
        sameAs !== undefined &&
        (!ids.has(sameAs) || sameAs === record || lineage[sameAs]?.sameAs !== undefined);
      const { name, parameters, active_parameters: ofTable } = row;
      return [
        ...(flop === undefined ? [] : flopFaults(flop, row)).map((message) => at('flop', message)),
        ...(activeParameters !== undefined && ofTable !== undefined
          ? [at('activeParameters', `the table has ${ofTable} itself; leave it out`)]
          : []),
        ...(activeParameters !== undefined &&
        parameters !== undefined &&
        activeParameters > parameters
          ? [
              at(
                'activeParameters',
                `${activeParameters} is more than the ${parameters} parameters of the table; expected those that work on one token`,
              ),
            ]
          : []),
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
    },
  );
}

/** Recorded operations that the table has itself, or that no training of a model of this size takes. */
function flopFaults(flop: number, row: RunRow): string[] {
  if (flop === row.flop) return ['the table has the same itself; leave it out'];
  const activeParameters = row.active_parameters ?? row.parameters;
  if (activeParameters === undefined || !row.domains.includes('Language')) return [];
  const tokens = flop / languageFlop({ activeParameters, tokens: 1 });
  if (tokens >= PLAUSIBLE_TOKENS.fewest && tokens <= PLAUSIBLE_TOKENS.most) return [];
  return [
    `${flop} make ${tokens.toPrecision(2)} tokens of the ${activeParameters} parameters of the table (6 FLOP each); expected ${PLAUSIBLE_TOKENS.fewest} to ${PLAUSIBLE_TOKENS.most} tokens, check the power of ten`,
  ];
}
