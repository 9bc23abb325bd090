import type { QualityIndex } from '../../library/quality-level.ts';
import type { Asked } from '../../query/asked.ts';
import { frontFor } from '../../query/front.ts';
import { chartNodes } from './chart-nodes.ts';
import { drawInto } from './draw-nodes.ts';
import type { FrontPoint } from './front-points.ts';
import { leadNodes, meanSizeText } from './front-words.ts';
import { type RatedRow, writeRow } from './rated-rows.ts';

/** What a reader asks the frontier for. */
export interface FrontAsked {
  asked: Asked;
  index: QualityIndex;
  /** Ids of the models that compete. */
  passing: ReadonlySet<string>;
  isFiltered: boolean;
}

/**
 * Computes the front as asked, and returns what draws it in chart, table and words. Rejects as
 * `frontFor` does.
 */
export async function showFront(
  root: ParentNode,
  rows: readonly RatedRow[],
  { asked, index, passing, isFiltered }: FrontAsked,
): Promise<() => void> {
  const qualities = new Map(rows.map(({ point }) => [point.id, point.quality]));
  const front = await frontFor(asked, qualities, passing);
  const points = new Map(
    rows.flatMap(({ point }): [string, FrontPoint][] => {
      const gramsCO2e = front.gramsCO2e.get(point.id);
      const probabilityOnFront = front.probabilities.get(point.id);
      return gramsCO2e === undefined
        ? []
        : [[point.id, { ...point, gramsCO2e, probabilityOnFront }]];
    }),
  );
  return () => {
    for (const row of rows) {
      writeRow(row, points.get(row.point.id), front.leftOut.get(row.point.id));
    }
    const ordered = [...points.values()].toSorted(
      (a, b) =>
        (b.probabilityOnFront ?? -1) - (a.probabilityOnFront ?? -1) || b.quality - a.quality,
    );
    const lead = root.querySelector<HTMLElement>('[data-lead]');
    if (lead !== null) {
      // A shorter sentence moves nothing that a reader may be looking at.
      lead.style.minHeight = `${lead.offsetHeight}px`;
      drawInto(lead, leadNodes(index, ordered, isFiltered));
    }
    const mean = root.querySelector('[data-mean]');
    if (mean !== null) mean.textContent = meanSizeText(front.meanSize);
    const drawn = root.querySelector('[data-drawn]');
    if (drawn !== null && ordered.length > 0) {
      drawInto(drawn, chartNodes({ points: ordered, steps: front.steps }));
    }
  };
}
