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
