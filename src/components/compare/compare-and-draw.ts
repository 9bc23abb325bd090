import { carryAsked } from '../../query/asked-links.ts';
import { MOST_COMPARED, modelsTooMany } from '../../query/models.ts';
import { choiceOf } from '../../text/probabilities.ts';
import { type AskedComparison, compareAsked } from './compare-asked.ts';
import { type ComparisonView, comparisonView, nameOf } from './comparison-view.ts';
import { drawComparison, drawMissing } from './draw-comparison.ts';
import { explainMissing } from './missing-models.ts';
import { showComparison } from './shown-comparison.ts';

/** A comparison with what is on screen of it. */
export interface DrawnComparison {
  comparison: AskedComparison;
  view: ComparisonView;
}

/**
 * Compares the models as the address asks and draws that, unless something newer has been asked for
 * by then. Rejects where the published files cannot be read.
 */
export async function compareAndDraw(
  root: HTMLElement,
  ids: readonly string[],
  isLatest: () => boolean,
): Promise<DrawnComparison | undefined> {
  const { search } = location;
  const comparison = await compareAsked(ids, search);
  const missing = await explainMissing(comparison.missing);
  if (!isLatest()) return undefined;
  const view = comparisonView(comparison.figures, comparison.asked);
  drawComparison(root, view);
  const tooMany = modelsTooMany(search).map((id) => ({
    id,
    reason: `${MOST_COMPARED} models at most stand side by side.`,
    instead: [],
  }));
  drawMissing(root, [...missing, ...tooMany]);
  void carryAsked();
  showComparison(comparison);
  const names = comparison.figures.models.map(nameOf);
  if (names.length > 1) {
    document.title = `${choiceOf(names)}, per ${view.functionalUnit} · LLM Carbon Index`;
  }
  return { comparison, view };
}
