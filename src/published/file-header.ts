import type { Release } from '../release/release.ts';

/** How the index is to be named by those who use it. */
export const ATTRIBUTION =
  'LLM Carbon Index, with its release; grid: Electricity Maps; list and prices: OpenRouter';

/** What a file of the API says of itself. */
export interface FileAbout {
  title: string;
  /** Every unit in it, in words. */
  unit: string;
  /** CC-BY-4.0 where absent. */
  licence?: string;
}

/** The first fields of a file of the API: what it is, of which release, its units and its terms. */
export function fileHeader(
  { release, methodVersion }: Pick<Release, 'release' | 'methodVersion'>,
  { title, unit, licence = 'CC-BY-4.0' }: FileAbout,
) {
  return { title, release, methodVersion, unit, licence, attribution: ATTRIBUTION };
}
