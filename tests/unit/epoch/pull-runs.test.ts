import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, onTestFinished, test } from 'vitest';
import { countryCode } from '../../../src/catalog/country-code.ts';
import { RUNS_FILE } from '../../../src/catalog/training-run.ts';
import { parametersStated } from '../../../src/epoch/parameters-stated.ts';
import { EPOCH_TABLE, pullRuns } from '../../../src/epoch/pull-runs.ts';
import { createClient, usualLimits } from '../../../src/openrouter/client.ts';

const HEADS = [
  'Model',
  'Organization',
  'Publication date',
  'Domain',
  'Parameters',
  'Parameters notes',
  'Training compute (FLOP)',
  'Confidence',
  'Link',
  'Country (of organization)',
  'Training hardware',
  'Hardware utilization (MFU)',
  'Model accessibility',
];

/** A row in the shape that the table has, the last columns of which may be missing. */
const foreignRow = (changes: Record<string, string>) => ({
  ...Object.fromEntries(HEADS.map((head) => [head, ''])),
  Organization: 'Made Up',
  'Publication date': '2026-08-01',
  Domain: 'Language,Multimodal',
  Confidence: 'Likely',
  'Country (of organization)': 'Korea (Republic of),Multinational',
  ...changes,
});

async function known(): Promise<Record<string, string>[]> {
  const text = await readFile(RUNS_FILE, 'utf8');
  return Papa.parse<Record<string, string>>(text, {
    header: true,
    comments: '#',
    skipEmptyLines: true,
  }).data;
}

/** The known runs as the table gives them. */
async function table() {
  return (await known()).map(({ name = '', published = '', flop = '' }) =>
    foreignRow({ Model: name, 'Publication date': published, 'Training compute (FLOP)': flop }),
  );
}

/** Pulls these rows from a server on 127.0.0.1 into a copy of the file. */
async function pulled(rows: readonly Record<string, string>[]) {
  const server = createServer((request, response) =>
    response
      .writeHead(request.url === EPOCH_TABLE ? 200 : 404)
      .end(Papa.unparse([...rows], { columns: HEADS })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = await mkdtemp(path.join(tmpdir(), 'runs-'));
  onTestFinished(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const file = path.join(folder, 'runs.csv');
  await copyFile(RUNS_FILE, file);
  const { port } = server.address() as AddressInfo;
  const baseUrl = new URL(`http://127.0.0.1:${port}`);
  const report = pullRuns({
    client: createClient(baseUrl, { ...usualLimits, retries: 0 }),
    baseUrl,
    file,
    today: '2026-12-01',
  });
  return { report, text: async () => readFile(file, 'utf8') };
}

describe('runs pulled from Epoch AI', () => {
  test('a cell or a row that does not fit costs itself alone, and is told of', async () => {
    const { report, text } = await pulled([
      ...(await table()),
      ...[
        { Model: 'Odd 1', Parameters: '1e30', Link: 'http://', Confidence: 'Certain' },
        { Model: 'Odd 2', 'Publication date': '2026-02-29' },
        { Model: 'Odd 3', 'Publication date': '2031-01-01' },
        { Model: 'Odd 4', Organization: '' },
        {
          Model: 'Odd 5',
          'Training compute (FLOP)': '-1e24',
          'Model accessibility': 'Open source',
        },
        { Model: 'Odd 6', Parameters: '7e9', 'Parameters notes': '41B active' },
        { Model: 'Odd\u202e\n 8\u0000', 'Training compute (FLOP)': '1e24' },
        { Model: 'Odd 7', 'Country (of organization)': 'Atlantis' },
      ].map(foreignRow),
    ]);
    const { added, unread } = await report;
    expect(added).toEqual(['Odd 1', 'Odd 5', 'Odd 6', 'Odd 8', 'Odd 7']);
    for (const said of [
      /Odd 1: parameters is/,
      /Odd 1: link is/,
      /Odd 1: Confidence is "Certain"/,
      /Odd 2: published is "2026-02-29"/,
      /Odd 3: published on 2031-01-01/,
      /Odd 4: makers/,
      /Odd 5: .*-1e24, no amount/,
      /Odd 5: .*"Open source", an access that is not known/,
      /Odd 6: .*more than its 7000000000/,
      /Odd 7: "Atlantis"/,
    ]) {
      expect(unread).toContainEqual(expect.stringMatching(said));
    }
    expect(await text()).not.toMatch(/Odd [234]/);
  });

  test('two runs of one name keep their ids in the next pull', async () => {
    const rows = await table();
    const [first] = rows;
    const { report, text } = await pulled([
      ...rows,
      { ...first!, 'Publication date': '2026-11-02' },
    ]);
    expect((await report).added).toHaveLength(1);
    const ids = Papa.parse<{ id: string }>(await text(), { header: true, comments: '#' }).data;
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  });

  test.each(['7B with SwiGLU activation', '30-40B active', '3,5B active', '30B to 40B active'])(
    '%s states no active parameters',
    (note) => expect(parametersStated(note)).toBeUndefined(),
  );

  test('new ones are added, known ones keep their ids and what the table leaves empty', async () => {
    const rows = await table();
    const { report, text } = await pulled([
      ...rows,
      foreignRow({
        Model: 'Made-up 8x7B (new)',
        Parameters: '56000000000',
        'Parameters notes': '56B total, 13B active',
        'Training compute (FLOP)': '1.5e24',
        'Hardware utilization (MFU)': '38',
        Link: 'https://made.up/model\nhttps://made.up/paper',
      }),
    ]);
    const { rows: count, added, gone, unread } = await report;
    expect({ count, added, gone }).toEqual({
      count: rows.length + 1,
      added: ['Made-up 8x7B (new)'],
      gone: [],
    });
    expect(unread).toEqual([expect.stringMatching(/Made-up 8x7B \(new\): utilisation is 38/)]);
    const after = Papa.parse<Record<string, string>>(await text(), {
      header: true,
      comments: '#',
      skipEmptyLines: true,
    }).data;
    const before = new Map((await known()).map((run) => [run.name, run]));
    expect(after.filter(({ name = '' }) => before.has(name)).map(({ id }) => id)).toEqual(
      [...before.values()].map(({ id }) => id),
    );
    for (const run of after.filter(({ hardware }) => hardware !== '')) {
      expect(run.hardware).toBe(before.get(run.name)?.hardware);
    }
    expect(after.find(({ name }) => name === 'Made-up 8x7B (new)')).toMatchObject({
      id: 'made-up-8x7b-new',
      countries: 'KR',
      active_parameters: '13000000000',
      domains: 'Language;Multimodal',
      utilisation: '',
      link: 'https://made.up/model',
    });
  });

  test('a part of the table is refused, and the file stays', async () => {
    const { report, text } = await pulled((await table()).slice(0, 200));
    await expect(report).rejects.toThrow(/lacks \d+ of the \d+ known runs/);
    expect(await text()).toBe(await readFile(RUNS_FILE, 'utf8'));
  });

  test('what is no such table is refused with what was expected', async () => {
    const { report } = await pulled([{ Model: '' }]);
    await expect(report).rejects.toThrow(/expected Epoch AI's CSV table/);
  });
});

test.each([
  ['975B total, 41B active', 41e9],
  ['"550B total parameters with up to 55B active per token"', 55e9],
  ['30.5B parameters, of which 3.3 billion are activated', 3.3e9],
  ['Mixture of experts, activating 22B of 235B', 22e9],
  ['70B dense', undefined],
])('active parameters in %j', (note, active) => {
  expect(parametersStated(note)?.active).toBe(active);
});

test.each([
  ['United States of America', 'US'],
  ['Germany', 'DE'],
  ['France', 'FR'],
  ['Multinational', undefined],
])('%s is %s', (name, code) => {
  expect(countryCode(name)).toBe(code);
});
