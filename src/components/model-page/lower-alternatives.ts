import { type Comparison, compareDraws, probabilityLess } from '../../estimation/comparison.ts';
import { MOST_OFFERED, OFFERED_FROM } from '../../library/quality-level.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { outputDraws } from './neighbours.ts';

/** A model that emits less and can do as much. */
export interface Alternative {
  model: ReleasedModel;
  quality: number;
  /** The model that the page is about, over this one. */
  comparison: Comparison;
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
  return models
    .flatMap((other) => {
      const quality = other.listed.artificialAnalysis?.intelligence;
      const isOther = other.input.drawnAs !== model.input.drawnAs && other.soldAs === undefined;
      if (!isOther || quality === undefined || quality < own) return [];
      return [{ other, quality, less: probabilityLess(outputDraws(other), draws) }];
    })
    .filter(({ less }) => less >= OFFERED_FROM)
    .toSorted((a, b) => b.less - a.less)
    .slice(0, MOST_OFFERED)
    .map(({ other, quality }) => ({
      model: other,
      quality,
      comparison: compareDraws(outputDraws(other), draws),
    }));
}
