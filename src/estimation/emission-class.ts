import { probabilityLess } from './comparison.ts';
import { rangeOf } from './ranges.ts';

/** From which probability of emitting more than a class's first model a model begins the next class. */
export const NEW_CLASS_AT_PROBABILITY = 0.8;

/** Where a model stands among others, as far as what is known tells them apart. */
export interface EmissionClass {
  /** 1 emits least. */
  place: number;
  /** How many classes there are. */
  of: number;
  /** How many other models share its class. */
  others: number;
}

/**
 * The class of each model, from columns of gCO2e over the same draws. From the lowest median up, a
 * model begins a new class where it emits more than the first of the class before it with a
 * probability of at least 0.8; ties count half. So two models of one class are not told apart, and
 * the first of a class is from all before it.
 */
export function emissionClasses(columns: readonly Float64Array[]): EmissionClass[] {
  const byMedian = columns
    .map((column, model) => ({ model, column, median: rangeOf(column).central }))
    .toSorted((a, b) => a.median - b.median);
  const places = new Array<number>(columns.length).fill(0);
  const counts: number[] = [];
  let first: Float64Array | undefined;
  for (const { model, column } of byMedian) {
    const isNew = first === undefined || probabilityLess(first, column) >= NEW_CLASS_AT_PROBABILITY;
    if (isNew) {
      first = column;
      counts.push(0);
    }
    places[model] = counts.length;
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return places.map((place) => ({
    place,
    of: counts.length,
    others: (counts[place - 1] ?? 1) - 1,
  }));
}
