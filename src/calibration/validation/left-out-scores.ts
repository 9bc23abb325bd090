import {
  type BothWeightings,
  type ErrorFigures,
  scoreBothWays,
  scoreRows,
} from '../statistics/scores.ts';
import type { ArchitectureUnit, PredictedRow } from './predicted-rows.ts';

/** How well groups (or families) are predicted by fits that have not seen them. */
export interface LeftOutScores {
  overall: BothWeightings;
  /** Per group (or family), rows counting the same. */
  each: { name: string; figures: ErrorFigures }[];
}

/** Scores every row as predicted by the fit without its group (or family). */
export function scoreLeftOut(
  predicted: readonly PredictedRow[],
  unit: ArchitectureUnit,
): LeftOutScores {
  const predictions = predicted.map(({ leftOut }) => leftOut[unit]);
  const each = Map.groupBy(predicted, ({ row }) => row[unit]);
  return {
    overall: scoreBothWays(predictions),
    each: [...each].map(([name, ofName]) => ({
      name,
      figures: scoreRows(ofName.map(({ leftOut }) => leftOut[unit])),
    })),
  };
}
