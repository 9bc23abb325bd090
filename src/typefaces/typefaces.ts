import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import * as z from 'zod';
import { FIRST_CHARACTERS, unicodeRange } from './first-characters.ts';

const require = createRequire(import.meta.url);

/** The weights that pages are set in. */
const WEIGHTS = { regular: 400, bold: 600 } as const;

const SANS = '@fontsource-variable/source-sans-3';
const SERIF = '@fontsource/stix-two-text';

const TYPEFACES = [
  {
    family: 'Source Sans 3 Variable',
    weight: `${WEIGHTS.regular} ${WEIGHTS.bold}`,
    from: SANS,
    file: 'source-sans-3-latin-wght-normal',
    variationAxes: { wght: { min: WEIGHTS.regular, max: WEIGHTS.bold } },
  },
  ...Object.values(WEIGHTS).map((weight) => ({
    family: 'STIX Two Text',
    weight: String(weight),
    from: SERIF,
    file: `stix-two-text-latin-${weight}-normal`,
    variationAxes: {},
  })),
];

/** Spaces pairs of letters and joins some: all else that letters can do here is not asked for. */
const FEATURES = ['kern', 'liga'];

/** What a package says of the characters in its files. */
const UnicodeRanges = z.object({ latin: z.string() });

const FIRST_RANGE = unicodeRange(FIRST_CHARACTERS);

/** A file of a typeface, named by its content. */
interface FontFile {
  name: string;
  bytes: Buffer;
}

/** A typeface in one weight or a range of them. */
export interface Typeface {
  family: string;
  weight: string;
  /** With what nearly all words are written with. */
  first: FontFile;
  /** With all Latin letters and signs, of which `range` is the `unicode-range`. */
  whole: FontFile & { range: string };
}

let made: Promise<Typeface[]> | undefined;

/** The typefaces of the pages, made once a build of the files that their packages hold. */
export function typefaces(): Promise<Typeface[]> {
  made ??= Promise.all(TYPEFACES.map(typefaceOf));
  return made;
}

async function typefaceOf({
  family,
  weight,
  from,
  file,
  variationAxes,
}: (typeof TYPEFACES)[number]): Promise<Typeface> {
  const bytes = await readFile(require.resolve(`${from}/files/${file}.woff2`));
  const { latin } = UnicodeRanges.parse(require(`${from}/unicode.json`));
  const first = await subsetFont(bytes, FIRST_CHARACTERS, {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    variationAxes,
  });
  return {
    family,
    weight,
    first: named(`${file}-first`, first),
    whole: { ...named(file, bytes), range: latin },
  };
}

function named(name: string, bytes: Buffer): FontFile {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { name: `${name}.${hash}.woff2`, bytes };
}

/**
 * Typefaces as rules of CSS, their files at an address. Optional: one that is there for the first paint is used,
 * one that comes later waits for the next page. So no line breaks anew, whatever stands in for it.
 */
export function fontFaces(faces: readonly Typeface[], address: (file: string) => string): string {
  const rule = ({ family, weight }: Typeface, file: string, range: string) =>
    `@font-face{font-family:"${family}";font-weight:${weight};font-display:optional;src:url(${address(file)})format("woff2");unicode-range:${range}}`;
  // Of two rules that hold a character the later one stands.
  return faces
    .flatMap((face) => [
      rule(face, face.whole.name, face.whole.range),
      rule(face, face.first.name, FIRST_RANGE),
    ])
    .join('');
}
