import type { KnownRun } from '../../catalog/training/known-run.ts';
import type { TrainingStatement } from '../../catalog/training-statement.ts';

type Run = Pick<KnownRun, 'row' | 'accelerator' | 'statements'>;

/** Of how many runs each thing is known: by the maker's statement, or in Epoch AI's table, whose own counts are told apart. */
export function statedCounts(runs: readonly Run[]): readonly (readonly [string, number])[] {
  const count = (isSo: (run: Run) => boolean) => runs.filter(isSo).length;
  const countByMaker = (isStated: (statement: TrainingStatement) => boolean) =>
    count((run) => isByMaker(run, isStated));
  return [
    ['Parameters', count(({ row }) => row?.parameters !== undefined)],
    ['Operations, reported by the maker', count(({ row }) => isReported(row) === true)],
    ['Operations, computed or estimated', count(({ row }) => isReported(row) === false)],
    ['Accelerator', count(({ accelerator }) => accelerator.stated)],
    [
      'Accelerator hours',
      count(
        (run) =>
          run.row?.chip_hours !== undefined ||
          (run.row?.chips !== undefined && run.row.wall_hours !== undefined) ||
          isByMaker(run, ({ acceleratorHours }) => acceleratorHours !== undefined),
      ),
    ],
    ['Electricity, MWh', countByMaker(({ megawattHours }) => megawattHours !== undefined)],
    ['Emissions, tonnes', countByMaker(({ tonnesCO2e }) => tonnesCO2e !== undefined)],
    ['Grid, kg per kWh', countByMaker((statement) => statement.gramsPerKilowattHour !== undefined)],
    [
      'PUE of the building',
      countByMaker(({ energy }) => energy?.powerUsageEffectiveness !== undefined),
    ],
  ];
}

/** Whether the operations of a row are its maker's own count; undefined where it has none. */
function isReported(row: KnownRun['row']): boolean | undefined {
  return row?.flop === undefined ? undefined : row.flop_from.includes('reported');
}

function isByMaker(
  { statements }: Run,
  isStated: (statement: TrainingStatement) => boolean,
): boolean {
  return statements.some(([, statement]) => statement.statedBy === 'maker' && isStated(statement));
}
