import type { Release } from '../../../../src/release/release.ts';

/** What a test knows of the files of one route. */
export interface KnownFile {
  /** What of a file's text is compared; all of its JSON where nothing is said. */
  read?: (text: string) => unknown;
  /** The same of a file that is no text. */
  readBytes?: (bytes: Uint8Array) => unknown;
  /** What a file has to hold, from the release and the data; by what its route calls its parts. */
  expected: (params: Readonly<Record<string, string>>) => unknown;
}

/** Known files by the address of their route. */
export type KnownFiles = Readonly<Record<string, KnownFile>>;

/** A text that says all of this, in whatever order. */
export function saying(...parts: readonly RegExp[]): RegExp {
  return new RegExp(`^${parts.map(({ source }) => `(?=.*${source})`).join('')}`, 's');
}

/** Licences, as files name them. */
export const CC_BY = /^CC-BY-4\.0(;|$)/;
export const WITH_GRID = /^CC-BY-4\.0; .*Electricity Maps, ODbL-1\.0/;

/** The first fields of a file of figures: of which release, and every unit in it. */
export function header(
  { release, methodVersion }: Pick<Release, 'release' | 'methodVersion'>,
  unit: RegExp,
  licence = CC_BY,
) {
  return {
    title: /\w/,
    release,
    methodVersion,
    unit,
    licence,
    attribution: saying(/LLM Carbon Index/, /Electricity Maps/, /OpenRouter/),
  };
}
