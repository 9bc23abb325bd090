import { countryName } from '../../catalog/country.ts';
import type { EstimatedRun } from '../../release/training.ts';

/** How the pages on training say of whom, when and where. */

/** Of several makers the first, with how many more there are. */
export function makersText(makers: readonly string[]): string {
  const [first = 'Unknown', ...others] = makers;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

/** The country in words, or that nobody says. */
export function countryText({ country }: Pick<EstimatedRun, 'country'>): string {
  return country === undefined ? 'country unknown' : countryName(country);
}

/** The address of a run's page. */
export function runPath(id: string): string {
  return `/training/runs/${id}/`;
}
