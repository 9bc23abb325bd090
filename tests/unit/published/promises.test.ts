import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { KEPT_SINCE } from '../../../src/published/openapi.ts';
import { archivedText, readReleaseList } from '../../../src/release/archive.ts';

const records = readReleaseList(process.cwd());
const since = records.findIndex(({ release }) => release === KEPT_SINCE.release);

const Index = z.looseObject({ models: z.array(z.looseObject({})) });

// What is built has the fields of its archived release: another test holds it to them.
describe('what the data page promises of fields', () => {
  test('begins with the first release of the method that it names', () => {
    const { methodVersion } = KEPT_SINCE;
    expect(since).toBeGreaterThanOrEqual(0);
    expect(records.findIndex((one) => one.methodVersion === methodVersion)).toBe(since);
  });

  test('is kept: since then no column and no field has gone', () => {
    const kept = records.slice(since).map((record) => ({
      release: record.release,
      ...fieldsOf(
        archivedText(process.cwd(), record, 'index.csv'),
        archivedText(process.cwd(), record, 'index.json'),
      ),
    }));
    const gone = kept.flatMap(({ release, ever }, nth) =>
      [...(kept[nth - 1]?.always ?? [])]
        .filter((field) => !ever.has(field))
        .map((field) => `${release} lacks ${field}`),
    );
    expect(gone).toEqual([]);
  });
});

/** Columns, fields of the file and of its models: those that all have, and those that any has. */
function fieldsOf(csv: string, json: string) {
  const { models, ...rest } = Index.parse(JSON.parse(json));
  const ofFile = [...csv.slice(0, csv.indexOf('\r\n')).split(','), ...Object.keys(rest)];
  const ever = new Set(models.flatMap((model) => Object.keys(model)));
  const always = [...ever].filter((field) => models.every((model) => field in model));
  return { always: new Set([...ofFile, ...always]), ever: new Set([...ofFile, ...ever]) };
}
