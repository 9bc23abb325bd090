import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { indexCsv } from '../../../src/published/index-csv.ts';
import { indexJsonText } from '../../../src/published/index-json.ts';
import { archivedText, readReleaseList } from '../../../src/release/archive.ts';
import { currentRelease } from '../../../src/release/current.ts';
import { differences } from './differences.ts';

const { release } = currentRelease();
const { release: name } = release;
const archived = readReleaseList(process.cwd()).find((record) => record.release === name);

/** What may not differ under one name. Reasons and other words may be put better. */
const Index = z.looseObject({
  date: z.string(),
  methodVersion: z.string(),
  inputs: z.record(z.string(), z.string()),
  models: z.array(z.looseObject({ id: z.string() })),
  notEstimated: z.array(z.object({ id: z.string(), kind: z.string() })),
});

/** So many differences are shown. */
const SHOWN = 20;

const REMEDY = `Release ${name} is archived with other figures. Was that meant? Then raise METHOD_VERSION in src/library/method-version.ts, say in data/method-versions.yaml what changed, and run npm run release. If not, a published figure is wrong now.`;

describe('no figure changes without a new name: the release that is built', () => {
  test('is archived', () => {
    if (archived === undefined) {
      expect.fail(
        `the release ${name} is not archived: run npm run release, and commit data/releases`,
      );
    }
  });

  test.runIf(archived)('has the archived index.csv, cell by cell and byte for byte', () => {
    const before = archivedText(process.cwd(), archived!, 'index.csv');
    const today = indexCsv(release);
    const found = differences(rowsOf(today), rowsOf(before), 'index.csv', 'let be');
    expect(found.slice(0, SHOWN), REMEDY).toEqual([]);
    // Lines and quotes too, unless a column was added since.
    if (headerOf(today) === headerOf(before)) expect(today === before, REMEDY).toBe(true);
  });

  test.runIf(archived)('has the models of the archived index.json, field by field', () => {
    const before = Index.parse(JSON.parse(archivedText(process.cwd(), archived!, 'index.json')));
    const today = Index.parse(JSON.parse(indexJsonText(release)));
    const found = differences(figuresOf(today), figuresOf(before), 'index.json', 'let be');
    expect(found.slice(0, SHOWN), REMEDY).toEqual([]);
  });
});

function figuresOf({ date, methodVersion, inputs, models, notEstimated }: z.infer<typeof Index>) {
  return { date, methodVersion, inputs, models, notEstimated };
}

function rowsOf(csv: string) {
  return Papa.parse(csv, { header: true, skipEmptyLines: true }).data;
}

function headerOf(csv: string) {
  return csv.slice(0, csv.indexOf('\r\n'));
}
