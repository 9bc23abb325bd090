import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test, vi } from 'vitest';
import { PUBLISHED_FILES } from '../../../src/published/files.ts';
import { differences, UNKNOWN_FIELD } from './differences.ts';
import { API_FILES } from './known/api-files.ts';
import { BADGE_FILES } from './known/badge-files.ts';
import { COLUMN_FILES } from './known/column-files.ts';
import { CSV_FILES } from './known/csv-files.ts';
import { FEED_FILES } from './known/feed-files.ts';
import { GRID_FILES } from './known/grid-files.ts';
import { HOST_FILES } from './known/host-files.ts';
import { INDEX_FILES } from './known/index-files.ts';
import { INPUT_FILES } from './known/input-files.ts';
import type { KnownFiles } from './known/known-file.ts';
import { RELEASE_FILES } from './known/release-files.ts';
import { REPORT_FILES } from './known/report-files.ts';
import { TRAINING_FILES } from './known/training-files.ts';
import { USAGE_FILES } from './known/usage-files.ts';
import { VALIDATION_FILES } from './known/validation-files.ts';
import { publishedFiles } from './routes.ts';

const KNOWN: KnownFiles = {
  ...INDEX_FILES,
  ...CSV_FILES,
  ...COLUMN_FILES,
  ...HOST_FILES,
  ...GRID_FILES,
  ...USAGE_FILES,
  ...REPORT_FILES,
  ...BADGE_FILES,
  ...RELEASE_FILES,
  ...FEED_FILES,
  ...INPUT_FILES,
  ...API_FILES,
  ...VALIDATION_FILES,
  ...TRAINING_FILES,
};

const FILES = await publishedFiles();
const KINDS = [...FILES.keys()];

/** So many differences are shown of one kind. */
const SHOWN = 20;

describe('every published file holds what the release says', () => {
  test.each(KINDS)('%s', async (kind) => {
    const known = KNOWN[kind];
    if (known === undefined) {
      expect.fail(`no test knows ${kind}: say in tests/unit/published/known what it has to hold`);
    }
    const { read = JSON.parse, readBytes, expected } = known;
    const found: string[] = [];
    for (const { path, params, text, bytes } of FILES.get(kind) ?? []) {
      const holds = await (readBytes?.(await bytes()) ?? text().then(read));
      found.push(...differences(holds, expected(params), path));
      if (found.length >= SHOWN) break;
    }
    const remedy = found.some((one) => one.includes(UNKNOWN_FIELD))
      ? `say in tests/unit/published/known what the new field of ${kind} has to hold, in which unit`
      : undefined;
    expect(eachFieldOnce(found).slice(0, SHOWN), remedy).toEqual([]);
  });

  test('and nothing is known of files that are no more', () => {
    expect(Object.keys(KNOWN).filter((kind) => !FILES.has(kind))).toEqual([]);
  });
});

describe('every file that a double click opens', () => {
  test.each(KINDS.filter((kind) => kind.endsWith('.csv')))(
    '%s says its encoding, or needs none',
    async (kind) => {
      for (const { path, bytes } of FILES.get(kind) ?? []) {
        const [first, second, third, ...rest] = await bytes();
        const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
        expect(isMarked || rest.every((byte) => byte < 0x80), path).toBe(true);
      }
    },
  );

  test('is the same file each time that it is written', async () => {
    const [file] = FILES.get('/api/v1/index.xlsx') ?? [];
    const once = await file!.bytes();
    vi.useFakeTimers({ now: Date.now() + 1e9 });
    expect(await file!.bytes()).toEqual(once);
    vi.useRealTimers();
  });
});

describe('the list of files, which the OpenAPI and the data page read,', () => {
  test.each(PUBLISHED_FILES)('has of $path an example on the terms it names', async (published) => {
    const { path, example, licence, schema } = published;
    const file = [...FILES.values()].flat().find((one) => one.path === example);
    if (file === undefined) {
      expect.fail(
        `${example} is not published: name another example of ${path} in its module of src/published`,
      );
    }
    const text = example.endsWith('.xlsx')
      ? JSON.stringify((await readXlsx(await file.bytes())).sheets.map(({ rows }) => rows))
      : await file.text();
    if (schema !== undefined) expect(JSON.parse(text).licence).toBe(licence);
    const hasGrid = /\.(csv|xlsx)$/.test(example)
      ? /gCO2e_per_kWh/.test(text)
      : /ODbL/.test(JSON.parse(text).licence);
    expect(/ODbL-1\.0/.test(licence), `${example} holds grid intensities: ${hasGrid}`).toBe(
      hasGrid,
    );
  });
});

/** Differences with one for each new field, which every record of a file has. */
function eachFieldOnce(found: readonly string[]): string[] {
  const unknown = new RegExp(`› ([^›]+): ${UNKNOWN_FIELD}`);
  const fieldOf = (one: string) => unknown.exec(one)?.[1] ?? one;
  return [...new Map(found.map((one) => [fieldOf(one), one])).values()];
}
