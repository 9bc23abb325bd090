import type { EstimatedRun } from '../../release/training.ts';
import { SMALL_TONNES } from './mass.ts';

/** Rows that a page can hold at its weight, and the pages that a table takes. */

export const RUNS_A_PAGE = 700;

/** The runs of the table of all; beside the largest the bars of smaller ones would be at the edge. */
export function largeRuns(runs: readonly EstimatedRun[]): EstimatedRun[] {
  return runs.filter(({ facility }) => facility.tonnesCO2e.central >= SMALL_TONNES);
}

/** The rows of each page. */
export function pagesOf<Row>(rows: readonly Row[], rowsAPage: number): (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / rowsAPage) }, (_, at) =>
    rows.slice(at * rowsAPage, (at + 1) * rowsAPage),
  );
}

/** The last part of the path of a page; the first has none. */
export function pageSlug(at: number): string | undefined {
  return at === 0 ? undefined : String(at + 1);
}
