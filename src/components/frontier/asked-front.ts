import type { QualityIndex } from '../../library/quality-level.ts';
import type { Against } from '../../query/against.ts';
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
  /** What the figures are multiples of; empty where they are masses. */
  against: Against | '';
  /** What the link says, the model in use among it. */
  search: string;
}

/**
 * Computes the front as asked, and returns what draws it in chart, table and words. Rejects as
 * `frontFor` does.
 */
export async function showFront(
  root: ParentNode,
  rows: readonly RatedRow[],
  { asked, index, passing, isFiltered, against, search }: FrontAsked,
): Promise<() => void> {
  const qualities = new Map(rows.map(({ point }) => [point.id, point.quality]));
  const front = await frontFor(asked, { qualities, competing: passing, against, search });
  const { heldAgainst } = front;
  const points = new Map(
    rows.flatMap(({ point }): [string, FrontPoint][] => {
      const carbon = front.carbon.get(point.id);
      const probabilityOnFront = front.probabilities.get(point.id);
      return carbon === undefined ? [] : [[point.id, { ...point, carbon, probabilityOnFront }]];
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
      drawInto(lead, leadNodes(index, ordered, { isFiltered, per: asked.per }));
    }
    for (const quantity of root.querySelectorAll('[data-quantity]')) {
      quantity.textContent =
        heldAgainst === undefined ? `${asked.unit}CO₂e` : `CO₂e as multiples of ${heldAgainst},`;
    }
    const field = root.querySelector<HTMLInputElement>('input[name=now]');
    if (field !== null && against === 'now') field.value = heldAgainst ?? '';
    const mean = root.querySelector('[data-mean]');
    if (mean !== null) mean.textContent = meanSizeText(front.meanSize);
    const drawn = root.querySelector('[data-drawn]');
    if (drawn !== null && ordered.length > 0) {
      drawInto(
        drawn,
        chartNodes({ points: ordered, steps: front.steps, heldAgainst, unit: asked.unit }),
      );
    }
  };
}
