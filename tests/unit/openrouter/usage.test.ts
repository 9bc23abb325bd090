import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageList } from '../../../src/catalog/usage.ts';
import { directorySource } from '../../../src/openrouter/directory.ts';
import { pull } from '../../../src/openrouter/pull.ts';
import { reportText } from '../../../src/openrouter/report.ts';
import { fakeOpenRouter, foreignModel } from './fake-openrouter.ts';
import { contents, ownDirectory, pullFrom } from './pulling.ts';

const FILE = 'usage-week-2026-08-22.csv';
const HEADER = 'canonical_slug,variant,requests,prompt_tokens,completion_tokens';
const row = (index: number) => `maker/model-${index},standard,1000,18000000,500000`;
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));

/** Pulls from files with these rows of usage; the snapshot goes to a directory that lives on. */
async function pullUsage(lines: readonly string[], directory?: string, file = FILE) {
  const from = await ownDirectory();
  const out = directory ?? (await ownDirectory());
  const models = JSON.stringify({ data: [foreignModel('maker/model-0')] });
  await writeFile(join(from, 'models-2026-08-22.json'), models);
  await writeFile(join(from, file), lines.join('\n'));
  const report = await pull({
    source: directorySource(from),
    directory: out,
    allowShrink: false,
    onProgress: () => undefined,
  });
  const text = (await contents(out))['usage.json'];
  return {
    out,
    report,
    told: reportText(report),
    text,
    list: text === undefined ? undefined : UsageList.parse(JSON.parse(text)),
  };
}

describe('the usage of a week', () => {
  test('is kept by model and variant, sorted, with its day and where OpenRouter shows it', async () => {
    const { report, told, list } = await pullUsage([
      HEADER,
      'maker/b-20260801,standard,200,3000,90',
      'maker/a-20260801,free,7,70,5',
      'maker/a-20260801,standard,10,11311601070522,344014043878',
    ]);
    expect(report.complete).toBe(true);
    expect(told).toMatch(/usage\.json: written; 3 rows, 11\.7 trillion tokens, week to 2026-08-22/);
    expect(list).toEqual({
      retrieved: '2026-08-22',
      days: 7,
      source: 'https://openrouter.ai/rankings',
      models: [
        {
          canonicalSlug: 'maker/a-20260801',
          requests: 10,
          promptTokens: 11311601070522,
          completionTokens: 344014043878,
        },
        {
          canonicalSlug: 'maker/a-20260801',
          variant: 'free',
          requests: 7,
          promptTokens: 70,
          completionTokens: 5,
        },
        {
          canonicalSlug: 'maker/b-20260801',
          requests: 200,
          promptTokens: 3000,
          completionTokens: 90,
        },
      ],
    });
  });

  test('leaves out a row that does not fit, by name, and the second of two alike', async () => {
    const { told, list } = await pullUsage([
      HEADER,
      ...rows(20),
      'maker/odd,standard,1000,many,500',
      'maker/none,standard,0,5,5',
      row(3),
    ]);
    expect(list?.models).toHaveLength(20);
    expect(told).toMatch(/maker\/odd › prompt_tokens: .*"many"/);
    expect(told).toMatch(/maker\/none › requests: .*found 0/);
    expect(told).toMatch(/maker\/model-3 › canonical_slug: listed twice/);
  });

  test.each<[what: string, lines: string[], message: RegExp]>([
    ['a column is missing', ['canonical_slug,variant', 'a/b,standard'], /no column requests/],
    ['it holds no row', [HEADER], /the list is empty/],
    [
      'a third of its rows does not fit',
      [HEADER, ...rows(8), ...Array.from({ length: 4 }, (_, index) => `odd-${index},free,1,1,1`)],
      /4 of 12 records are not as expected \(odd-0, canonicalSlug: expected maker\/slug/,
    ],
    ['a third of its rows is gone', [HEADER, ...rows(7)], /7 rows of usage where .* holds 10/],
  ])('is refused where %s, and the old file stays as it was', async (_, lines, message) => {
    const before = await pullUsage([HEADER, ...rows(10)]);
    const after = await pullUsage(lines, before.out);
    expect(after.report.complete).toBe(false);
    expect(after.told).toMatch(/usage\.json: REFUSED, left as it was; /);
    expect(after.told).toMatch(message);
    expect(after.text).toBe(before.text);
  });

  test('stays as it was where no file brings it, and the pull is still whole', async () => {
    const before = await pullUsage([HEADER, ...rows(10)]);
    const without = await pullUsage([HEADER], before.out, 'usage-2026-08-29.csv');
    expect(without.report.complete).toBe(true);
    expect(without.told).toMatch(/usage\.json: left as it was; no usage-week-YYYY-MM-DD\.csv in/);
    expect(without.text).toBe(before.text);
  });

  test('is not asked of the API, which does not offer it', async () => {
    const server = await fakeOpenRouter();
    const report = await pullFrom({ ...server, directory: await ownDirectory() });
    expect(report.complete).toBe(true);
    expect(reportText(report)).toMatch(
      /usage\.json: left as it was; the API does not offer it; read it from a file with --from/,
    );
    expect(server.asked.filter((path) => path.includes('rankings'))).toEqual([]);
  });
});
