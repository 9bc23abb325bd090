import { type Range, scaleRange } from '../estimation/ranges.ts';
import { quantityText } from '../text/numbers.ts';
import { searchWith } from '../ui/link/address.ts';
import { isSame, single } from '../ui/link/link-reader.ts';

/** What CO2e can be weighed in, as links and symbols call it. */
export const MASS_UNITS = ['g', 'mg'] as const;
export type MassUnit = (typeof MASS_UNITS)[number];

/** What figures are published in. */
export const PUBLISHED_MASS_UNIT = 'g' satisfies MassUnit;

/** The units as they are read out. */
export const MASS_UNIT_WORDS: Readonly<Record<MassUnit, string>> = { g: 'grams', mg: 'milligrams' };

/** How many of each make a gram (SI prefixes). */
export const PER_GRAM: Readonly<Record<MassUnit, number>> = { g: 1, mg: 1000 };

/** What a link wants CO2e to be weighed in. */
export const MASS_UNIT = single<MassUnit>('unit', PUBLISHED_MASS_UNIT, (text) =>
  MASS_UNITS.find((unit) => isSame(unit, text) || isSame(MASS_UNIT_WORDS[unit], text)),
);

/** A URL's search part with this unit and all else kept; grams are left out. */
export function searchWithMassUnit(unit: MassUnit, search: string): string {
  return searchWith(search, { unit: unit === PUBLISHED_MASS_UNIT ? '' : unit });
}

/** A range of grams in a unit. */
export function rangeIn(unit: MassUnit, grams: Range): Range {
  return scaleRange(grams, PER_GRAM[unit]);
}

/**
 * A figure or a range that is written in grams, in a unit: its digits were rounded once, and are not rounded
 * again.
 */
export function figureIn(unit: MassUnit, grams: string): string {
  return grams
    .split('–')
    .map((one) => quantityText(Number(one.replaceAll('\u202f', '')) * PER_GRAM[unit]))
    .join('–');
}

/**
 * Writes the symbol of a unit wherever a part of the page has left room for it, before “CO2e”, and in it
 * the figures that a part has in grams, whatever is asked.
 */
export function writeMassUnit(within: ParentNode, unit: MassUnit): void {
  for (const element of within.querySelectorAll('[data-mass-unit]')) element.textContent = unit;
  for (const element of within.querySelectorAll<HTMLElement>('[data-grams]')) {
    element.textContent = figureIn(unit, element.dataset.grams ?? '');
  }
}
