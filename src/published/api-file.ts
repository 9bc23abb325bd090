import type * as z from 'zod';
import type { Current } from '../release/current.ts';
import type { Release } from '../release/release.ts';
import type { XLSX } from './workbook.ts';

/** What a file of the API is, and what all of them begin with. */

/** What files are made of: the release of this checkout, and where the site will live. */
export interface Publishing extends Current {
  site: URL;
}

/** One file of the API, or many of one kind. */
export interface PublishedFile {
  /** With `{id}` or `{name}` where there are many. */
  path: string;
  /** One file of that kind; the path itself where there is one alone. */
  example: string;
  /** What it holds, in a sentence without its full stop. */
  holds: string;
  mediaType:
    | 'application/json'
    | 'text/csv'
    | 'application/schema+json'
    | 'application/csvm+json'
    | typeof XLSX;
  /** In full, as the file says it where it can. */
  licence: string;
  /** What it follows, and the name under which that is published. */
  schema?: { name: string; of: z.ZodType };
  /** What stands in the path in place of the braces, one for each file. */
  names?: (current: Current) => readonly string[];
  /** Its text, or its bytes; of many, those of the file of a name. */
  write: (publishing: Publishing, name: string) => string | Promise<Uint8Array<ArrayBuffer>>;
}

/** The terms of all that nobody else has a right to. */
export const CC_BY = 'CC-BY-4.0';

/** A licence in short: without whose names, prices and measurements are in the file. */
export function termsOf({ licence }: Pick<PublishedFile, 'licence'>): string {
  if (!licence.includes('ODbL-1.0')) return CC_BY;
  return licence.startsWith('ODbL-1.0') ? 'ODbL-1.0' : `${CC_BY}; grid: ODbL-1.0`;
}

/** What of a JSON file is its own. */
type JsonFile<Schema extends z.ZodType> = Pick<PublishedFile, 'holds' | 'names'> &
  Partial<Pick<PublishedFile, 'path' | 'licence'>> & {
    /** One file of the kind, found when it is asked for: which there are is told by the release. */
    example?: () => string;
    /** Of its schema, and, where no path is given, of the file. */
    name: string;
    schema: Schema;
    /** Whether people read it as it is: a field a line. */
    readable?: boolean;
  } & (
    | { about?: undefined; object: Writing<z.input<Schema>> }
    /** What its first fields say, which the object then leaves out. */
    | { about: FileAbout; object: Writing<Omit<z.input<Schema>, keyof FileHeader>> }
  );

type Writing<Fields> = (publishing: Publishing, name: string) => Written<Fields> & object;

/**
 * What may be written where a schema reads this: the same, and not to be changed. For a record of plain
 * values any object may, since the compiler takes no interface, which names its fields, for a record.
 */
type Written<T> = T extends object
  ? string extends keyof T
    ? T[keyof T] extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : object
    : { readonly [Key in keyof T]: Written<T[Key]> }
  : T;

/** A JSON file that follows a schema; the types hold its object to it. */
export function jsonFile<Schema extends z.ZodType>({
  name,
  path = `/api/v1/${name}.json`,
  example = () => path,
  licence = CC_BY,
  schema,
  about,
  object,
  readable = false,
  ...rest
}: JsonFile<Schema>): PublishedFile {
  return {
    ...rest,
    path,
    get example() {
      return example();
    },
    licence,
    mediaType: 'application/json',
    schema: { name, of: schema },
    write: (publishing, one) =>
      jsonText(
        {
          ...(about && fileHeader(publishing.release, { ...about, licence })),
          ...object(publishing, one),
        },
        readable,
      ),
  };
}

/** An object as the text of a file: on one line, or readable. */
export function jsonText(object: object, readable = false): string {
  return `${JSON.stringify(object, null, readable ? 1 : undefined)}\n`;
}

/** How the index is to be named by those who use it. */
export const ATTRIBUTION =
  'LLM Carbon Index, with its release; grid: Electricity Maps; list and prices: OpenRouter';

/** What a file of the API says of itself. */
export interface FileAbout {
  title: string;
  /** Every unit in it, in words. */
  unit: string;
}

type FileHeader = ReturnType<typeof fileHeader>;

/** The first fields of a file of the API: what it is, of which release, its units and its terms. */
export function fileHeader(
  { release, methodVersion }: Pick<Release, 'release' | 'methodVersion'>,
  { title, unit, licence }: FileAbout & Pick<PublishedFile, 'licence'>,
) {
  return { title, release, methodVersion, unit, licence, attribution: ATTRIBUTION };
}
