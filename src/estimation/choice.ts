import { type Comparison, compareDraws, shareAmongLowest } from './comparison.ts';
import { type Range, rangeOf } from './ranges.ts';

/** How many models a choice names. */
export const MOST_CHOSEN = 5;
/** Among how many of the lowest a model is counted; of few models only the lowest means anything. */
const PLACES = 3;
const FEW_MODELS = 5;

/** One of the candidates. */
export interface ChosenModel {
  /** Which of them it is. */
  candidate: number;
  gramsCO2e: Range;
  /** In which share of the draws it is among the lowest. */
  amongLowest: number;
  /** Held against the model in use, or where none is named against the one that emits most. */
  against: Comparison;
}

/** Which of some candidates emit least. */
export interface Choice {
  /** Among how many of the lowest a model is counted. */
  places: number;
  /** Those most often among the lowest, the first being the answer. */
  chosen: ChosenModel[];
  /** The one with the highest median. */
  highest: ChosenModel;
}

/**
 * Which candidates emit least, from columns of gCO2e over the same draws. They stand in the order of
 * how often they are among the three lowest, not of how often they are the lowest: that would favour
 * the least known, whose range is widest. Equal ones stand by their median. Undefined where there are none.
 */
export function chooseLowest(
  columns: readonly Float64Array[],
  inUse?: Float64Array,
): Choice | undefined {
  const places = columns.length > FEW_MODELS ? PLACES : 1;
  const shares = shareAmongLowest(columns, places);
  const models = columns.map((column, candidate) => ({
    column,
    candidate,
    gramsCO2e: rangeOf(column),
    amongLowest: shares[candidate] ?? 0,
  }));
  const highest = models.toSorted((a, b) => b.gramsCO2e.central - a.gramsCO2e.central)[0];
  if (highest === undefined) return undefined;
  const reference = inUse ?? highest.column;
  const held = ({ column, ...model }: (typeof models)[number]): ChosenModel => ({
    ...model,
    against: compareDraws(column, reference),
  });
  const chosen = models
    .toSorted((a, b) => b.amongLowest - a.amongLowest || a.gramsCO2e.central - b.gramsCO2e.central)
    .slice(0, MOST_CHOSEN);
  return { places, chosen: chosen.map(held), highest: held(highest) };
}
