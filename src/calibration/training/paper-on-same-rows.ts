import { paperAcceleratorOf, type TrainingPaperFile } from '../../catalog/training-paper.ts';
import {
  type PaperFamily,
  paperTonnesOfFlop,
  paperTonnesOfParameters,
} from '../../estimation/training/paper/regressions.ts';
import { paperChipHours, paperMegawattHours } from '../../estimation/training/paper/runtime.ts';
import type { PrintedFigure } from './printed-figures.ts';

/** The paper's own method on the same rows as ours: what each of its four ways comes to, tCO2e. */
export interface PaperFigures {
  /** Its section A.8.1 from stated hours. */
  fromHours?: number;
  /** The same from operations. */
  fromOperations?: number;
  /** Its regression on operations, Table 10. */
  regressionOnOperations?: number;
  /** Its regression on parameters, Table 11. */
  regressionOnParameters?: number;
}

export const PAPER_WAYS = [
  'fromHours',
  'fromOperations',
  'regressionOnOperations',
  'regressionOnParameters',
] as const satisfies readonly (keyof PaperFigures)[];

/** What the paper's method gives for a run, with our country's grid. */
export function paperFigures({ run }: PrintedFigure, paper: TrainingPaperFile): PaperFigures {
  const { facts } = run.basis;
  const accelerator = paperAcceleratorOf(run.accelerator.name, paper);
  if (facts === undefined || accelerator === undefined) return {};
  const { chipHours, flop, grid } = facts;
  const tonnesPerMegawattHour = grid.gramsPerKilowattHour / 1000;
  const tonnesOfHours = (hours: number) =>
    paperMegawattHours(accelerator, hours, paper.runtime) * tonnesPerMegawattHour;
  const parameters = run.row?.parameters;
  return {
    ...(chipHours && { fromHours: tonnesOfHours(chipHours.median) }),
    ...(flop && {
      fromOperations: tonnesOfHours(paperChipHours(accelerator, flop.median)),
      regressionOnOperations: paperTonnesOfFlop(
        flop.median,
        tonnesPerMegawattHour,
        familyOf(run.accelerator.name),
        paper.regressions.operations,
      ),
    }),
    ...(parameters !== undefined && {
      regressionOnParameters: paperTonnesOfParameters(
        parameters,
        tonnesPerMegawattHour,
        false,
        paper.regressions.parameters,
      ),
    }),
  };
}

function familyOf(accelerator: string): PaperFamily {
  if (/^A[18]00\b/.test(accelerator)) return 'A';
  return accelerator === 'H100' || accelerator === 'H800' ? 'H' : 'others';
}
