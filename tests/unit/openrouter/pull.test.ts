import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportText } from '../../../src/openrouter/report.ts';
import {
  endpointsOf,
  fakeOpenRouter,
  foreignModel,
  HOSTS,
  json,
  MODELS,
  TEN_IDS,
  text,
} from './fake-openrouter.ts';
import { contents, ownDirectory, pullFrom, snapshot, TODAY } from './pulling.ts';

describe('a pull that goes well', () => {
  test('writes the three lists, sorted, with the day and the address they came from', async () => {
    const server = await fakeOpenRouter([...TEN_IDS].reverse());
    const directory = await ownDirectory();
    const report = await pullFrom({ ...server, directory });

    expect(report.complete).toBe(true);
    const { models, endpoints, hosts } = await snapshot(directory);
    expect(models.retrieved).toBe(TODAY);
    expect(models.source).toBe(`${server.baseUrl.origin}${MODELS}`);
    expect(models.models.map(({ id }) => id)).toEqual(TEN_IDS);
    expect(endpoints.models).toHaveLength(10);
    expect(endpoints.models[0]).toEqual({
      id: 'maker/model-0',
      retrieved: TODAY,
      endpoints: [
        {
          host: 'Host of alpha/fp8',
          tag: 'alpha/fp8',
          quantization: 'fp8',
          contextTokens: 131072,
          prices: { inputUsdPerMillionTokens: 0.1, outputUsdPerMillionTokens: 0.4 },
        },
      ],
    });
    expect(hosts.hosts.map(({ slug }) => slug)).toEqual(['alpha', 'beta', 'gamma']);
    expect(hosts.hosts[0]?.dataCentreCountries).toEqual(['DE', 'FR']);
  });

  test('leaves nothing but the three files, and the same bytes when nothing changed', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    const before = await contents(directory);
    const report = await pullFrom({ ...server, directory });

    expect(Object.keys(before)).toEqual(['endpoints.json', 'hosts.json', 'models.json']);
    expect(await contents(directory)).toEqual(before);
    // Usage comes from a file alone.
    expect(report.files.map(({ outcome }) => outcome)).toEqual([
      ...Array(3).fill('unchanged'),
      'kept',
    ]);
  });

  test('follows the pages of the newer envelope, by relative and absolute address', async () => {
    const server = await fakeOpenRouter();
    const page = (from: number, to: number, next: string | null) =>
      json({
        data: TEN_IDS.slice(from, to).map((id) => foreignModel(id)),
        total_count: 10,
        links: { next },
      });
    server.answers.set(MODELS, page(0, 4, '/api/v1/models?offset=4'));
    server.answers.set(
      '/api/v1/models?offset=4',
      page(4, 8, `${server.baseUrl.origin}/api/v1/models?offset=8`),
    );
    server.answers.set('/api/v1/models?offset=8', page(8, 10, null));
    const directory = await ownDirectory();
    const report = await pullFrom({ ...server, directory });

    expect(report.complete).toBe(true);
    expect((await snapshot(directory)).models.models.map(({ id }) => id)).toEqual(TEN_IDS);
  });

  test('asks for the endpoints of every variant, but not of aliases and routers', async () => {
    const server = await fakeOpenRouter([
      'a/b:free',
      'a/b:batch',
      '~a/b-latest',
      'openrouter/auto',
    ]);
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });

    const asked = server.asked.filter((path) => path.endsWith('/endpoints')).sort();
    expect(asked).toEqual([
      '/api/v1/models/a/b%3Abatch/endpoints',
      '/api/v1/models/a/b%3Afree/endpoints',
    ]);
  });

  test('tells what changed since the last one', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    const changed = [
      ...TEN_IDS.slice(2).map((id) => foreignModel(id)),
      foreignModel('maker/model-1', { pricing: { prompt: '0.0000003', completion: '-1' } }),
      foreignModel('maker/new', { context_length: 8192 }),
    ];
    changed[0] = foreignModel('maker/model-2', { context_length: 200000 });
    server.answers.set(MODELS, json({ data: changed }));
    server.answers.set(endpointsOf('maker/new'), json({ data: { endpoints: [] } }));
    const told = reportText(await pullFrom({ ...server, directory }));

    expect(told).toContain('models added: 1\n  maker/new\n');
    expect(told).toContain('models gone: 1\n  maker/model-0\n');
    expect(told).toContain('maker/model-1: input, USD per million tokens: 0.1 -> 0.3');
    expect(told).toContain('maker/model-1: output, USD per million tokens: 0.4 -> none');
    expect(told).toContain('maker/model-2: context, tokens: 131072 -> 200000');
    expect(told).toContain('endpoints: 0 added, 1 gone');
  });

  test('accepts quite different ids as long as the list is as long', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    const others = await fakeOpenRouter(TEN_IDS.slice(1).map((id) => `${id}-next`));
    expect((await pullFrom({ ...others, directory })).complete).toBe(true);
  });
});

describe('the list of hosts', () => {
  test('when refused, stays as it was; the rest is written and the exit code is 1', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    const before = await contents(directory);
    server.answers.set(HOSTS, text('<html>down for maintenance</html>'));
    const report = await pullFrom({ ...server, directory, today: '2026-09-08' });

    expect(report.complete).toBe(false);
    expect(reportText(report)).toMatch(/hosts\.json: REFUSED, left as it was; .*HTML/);
    const after = await contents(directory);
    expect(after['hosts.json']).toBe(before['hosts.json']);
    expect((await snapshot(directory)).models.retrieved).toBe('2026-09-08');
  });

  test('loses country codes that are none, by name, and keeps the host', async () => {
    const server = await fakeOpenRouter();
    const host = { slug: 'alpha', name: 'Alpha', headquarters: 'Utopia', datacenters: ['f', 'NL'] };
    server.answers.set(HOSTS, json({ data: [host] }));
    const directory = await ownDirectory();
    const report = await pullFrom({ ...server, directory });

    expect((await snapshot(directory)).hosts.hosts).toEqual([
      { slug: 'alpha', name: 'Alpha', dataCentreCountries: ['NL'] },
    ]);
    expect(reportText(report)).toMatch(/alpha › headquarters: expected an ISO 3166.*"Utopia"/);
    expect(report.complete).toBe(true);
  });
});

describe('the snapshot on disk', () => {
  test('is not overwritten when it cannot be read: a person decides', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await writeFile(join(directory, 'models.json'), '<<<<<<< HEAD');
    const report = await pullFrom({ ...server, directory });

    expect(report.complete).toBe(false);
    expect(reportText(report)).toContain('Restore it, or delete it to begin anew.');
    expect(await contents(directory)).toEqual({ 'models.json': '<<<<<<< HEAD' });
  });
});
