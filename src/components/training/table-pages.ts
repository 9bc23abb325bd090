import type { EstimatedRun } from '../../release/training.ts';
import { SMALL_TONNES } from './mass.ts';

/** Rows that a page can hold at its weight. */
export const RUNS_A_PAGE = 700;

/** The runs of the table of all; beside the largest the bars of smaller ones would be at the edge. */
export function largeRuns(runs: readonly EstimatedRun[]): EstimatedRun[] {
  return runs.filter(({ facility }) => facility.tonnesCO2e.central >= SMALL_TONNES);
}
