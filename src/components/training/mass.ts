import { type Range, scaleRange } from '../../estimation/ranges.ts';
import { GRAMS_PER_TONNE } from '../../estimation/units.ts';

/** Tonnes below which a run is said in grams: digits after so many zeros tell nobody anything. */
export const SMALL_TONNES = 0.001;

/** Emissions in the unit that suits them. */
export interface Mass {
  unit: 't' | 'g';
  /** How many of the unit a tonne is. */
  perTonne: number;
}

/** The unit of a range of tonnes, by its middle. */
export function massUnit({ central }: Pick<Range, 'central'>): Mass {
  return central < SMALL_TONNES
    ? { unit: 'g', perTonne: GRAMS_PER_TONNE }
    : { unit: 't', perTonne: 1 };
}

/** A range of tonnes in a unit. */
export function inMass(tonnes: Range, { perTonne }: Mass): Range {
  return scaleRange(tonnes, perTonne);
}
