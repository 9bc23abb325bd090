import { probabilityLessFrom } from '../../estimation/comparison.ts';
import { MOST_OFFERED, OFFERED_FROM } from '../../library/quality-level.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { type OutputComparison, outputComparison, outputDraws } from './neighbours.ts';

/** A model that emits less and can do as much. */
export interface Alternative {
  model: ReleasedModel;
  quality: number;
  /** The model that the page is about, beside this one. */
  comparison: OutputComparison;
}

/**
 * The models that score at least as much in general intelligence and emit less, the surest first.
 * Undefined where nobody has scored the model.
 */
export function lowerAlternatives(
  model: ReleasedModel,
  models: readonly ReleasedModel[],
): Alternative[] | undefined {
  const own = model.listed.artificialAnalysis?.intelligence;
  if (own === undefined) return undefined;
  const draws = outputDraws(model);
  const lower: { other: ReleasedModel; quality: number; less: number }[] = [];
  for (const other of models) {
    const quality = other.listed.artificialAnalysis?.intelligence;
    const isOther = other.input.drawnAs !== model.input.drawnAs && other.soldAs === undefined;
    if (!isOther || quality === undefined || quality < own) continue;
    // Of equally sure ones those come first that the release has first.
    const last = lower[MOST_OFFERED - 1]?.less;
    if (last === 1) break;
    const less = probabilityLessFrom(last ?? OFFERED_FROM, outputDraws(other), draws);
    if (less === undefined) continue;
    lower.push({ other, quality, less });
    lower.sort((a, b) => b.less - a.less);
    lower.splice(MOST_OFFERED);
  }
  return lower.map(({ other, quality }) => ({
    model: other,
    quality,
    comparison: outputComparison(model, other),
  }));
}
