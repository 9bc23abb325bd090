import { describe, expect, test } from 'vitest';
import { API_ENDPOINTS } from '../../../src/published/files.ts';
import { differences } from './differences.ts';
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
import { USAGE_FILES } from './known/usage-files.ts';
import { VALIDATION_FILES } from './known/validation-files.ts';
import { filesOf, ROUTES } from './routes.ts';

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
};

const FILES = new Map(
  await Promise.all(ROUTES.map(async (route) => [route, await filesOf(route)] as const)),
);

/** So many differences are shown of one route. */
const SHOWN = 20;

describe('every published file holds what the release says', () => {
  test.each(ROUTES)('%s', async (route) => {
    const known = KNOWN[route];
    if (known === undefined) {
      expect.fail(`no test knows ${route}: say in tests/unit/published/known what it has to hold`);
    }
    const { read = JSON.parse, expected } = known;
    const found: string[] = [];
    for (const { path, params, text } of FILES.get(route) ?? []) {
      found.push(...differences(read(await text()), expected(params), path));
      if (found.length >= SHOWN) break;
    }
    expect(found.slice(0, SHOWN)).toEqual([]);
  });

  test('and nothing is known of files that are no more', () => {
    expect(Object.keys(KNOWN).filter((route) => !ROUTES.includes(route))).toEqual([]);
  });
});

describe('the table of endpoints, which the OpenAPI and the data page read,', () => {
  test.each(API_ENDPOINTS)('has of $path an example on the terms it names', async (endpoint) => {
    const { path, example, licence } = endpoint;
    const file = [...FILES.values()].flat().find((one) => one.path === example);
    if (file === undefined) {
      expect.fail(
        `${example} is not published: name another example of ${path} in src/published/files.ts`,
      );
    }
    const text = await file.text();
    const hasGrid = example.endsWith('.csv')
      ? /gCO2e_per_kWh/.test(text)
      : /ODbL/.test(JSON.parse(text).licence);
    expect(/ODbL-1\.0/.test(licence), `${example} holds grid intensities: ${hasGrid}`).toBe(
      hasGrid,
    );
  });
});
