import { describe, expect, test } from 'vitest';
import { reportText } from '../../../src/openrouter/report.ts';
import {
  endpointsOf,
  fakeOpenRouter,
  foreignEndpoint,
  foreignModel,
  json,
  MODELS,
  TEN_IDS,
  text,
} from './fake-openrouter.ts';
import { contents, ownDirectory, pullFrom, snapshot, TODAY } from './pulling.ts';

describe('the endpoints of a model', () => {
  test('stay, with their old day, when they cannot be read; those of a model that is gone go', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    server.answers.set(MODELS, json({ data: TEN_IDS.slice(1).map((id) => foreignModel(id)) }));
    server.answers.set(endpointsOf('maker/model-5'), text('{"error": "gone"}', 404));
    const report = await pullFrom({ ...server, directory, today: '2026-09-08' });

    const { models } = (await snapshot(directory)).endpoints;
    expect(models.map(({ id }) => id)).toEqual(TEN_IDS.slice(1));
    const days = new Map(models.map(({ id, retrieved }) => [id, retrieved]));
    expect(days.get('maker/model-5')).toBe(TODAY);
    expect(days.get('maker/model-6')).toBe('2026-09-08');
    expect(report.endpointFailures).toEqual([expect.stringContaining('answered 404')]);
    expect(report.complete).toBe(true);
  });

  test('are given up after eight failures in a row: what was known stays, the exit code is 1', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `maker/model-${index}`);
    const server = await fakeOpenRouter(ids);
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    const before = await contents(directory);
    for (const id of ids) {
      server.answers.set(endpointsOf(id), () => undefined);
    }
    server.asked.length = 0;
    const report = await pullFrom({ ...server, directory, limits: { timeoutMs: 50 } });

    expect(report.complete).toBe(false);
    expect(reportText(report)).toContain(
      'GAVE UP on endpoints, the models not asked keep what was known: 8 requests',
    );
    expect(server.asked.filter((path) => path.endsWith('/endpoints')).length).toBeLessThan(14);
    expect((await contents(directory))['endpoints.json']).toBe(before['endpoints.json']);
  });

  test.each([
    ['forbidden', text('{}', 403)],
    ['a page', text('<html>')],
    ['an error in the place of an answer', json({ error: { code: 404, message: 'no' } })],
    ['about another model', json({ data: { id: 'other/model-0', endpoints: [] } })],
  ])('of other makers are read where all of one are %s', async (_what, answer) => {
    const ofMaker = (maker: string) =>
      Array.from({ length: 12 }, (_, index) => `${maker}/m-${index}`);
    const others = [...ofMaker('a'), ...ofMaker('c'), ...ofMaker('d')];
    const server = await fakeOpenRouter([...others, ...ofMaker('b')]);
    for (const id of ofMaker('b')) server.answers.set(endpointsOf(id), answer);
    const directory = await ownDirectory();
    const report = await pullFrom({ ...server, directory });

    expect((await snapshot(directory)).endpoints.models.map(({ id }) => id).sort()).toEqual(
      others.sort(),
    );
    expect(report.endpointFailures).toHaveLength(12);
    expect(report.complete).toBe(true);
  });

  test('leave out places that are degraded or disabled, and count them', async () => {
    const server = await fakeOpenRouter(['a/b']);
    const endpoints = [
      foreignEndpoint('down', { status: -2 }),
      foreignEndpoint('up'),
      foreignEndpoint('silent', { status: undefined, quantization: 'unknown' }),
    ];
    server.answers.set(endpointsOf('a/b'), json({ data: { endpoints } }));
    const directory = await ownDirectory();
    const report = await pullFrom({ ...server, directory });

    const found = (await snapshot(directory)).endpoints.models[0]?.endpoints ?? [];
    expect(found.map(({ tag, quantization }) => [tag, quantization])).toEqual([
      ['silent', undefined],
      ['up', 'fp8'],
    ]);
    expect(reportText(report)).toContain('endpoints marked as degraded or disabled, left out: 1');
  });

  test('have tags in lower case, and none that is cut: both are told', async () => {
    const server = await fakeOpenRouter();
    const long = `h-${'1'.repeat(200)}`;
    const endpoints = [foreignEndpoint('H-1/FP8'), foreignEndpoint(long)];
    server.answers.set(endpointsOf('maker/model-0'), json({ data: { endpoints } }));
    const directory = await ownDirectory();
    const told = reportText(await pullFrom({ ...server, directory }));

    const [first] = (await snapshot(directory)).endpoints.models;
    expect(first?.endpoints.map(({ tag }) => tag)).toEqual(['h-1/fp8']);
    expect(told).toContain('at H-1/FP8 › tag: expected lower case, h-1/fp8');
    expect(told).toMatch(/at h-1+ › tag: .*200/);
  });

  test('keep the speeds that a pull with a key saw, and their day, in a pull without', async () => {
    const server = await fakeOpenRouter(['a/b']);
    const directory = await ownDirectory();
    const withSpeed = (p50: number | null) =>
      json({
        data: { endpoints: [foreignEndpoint('x', { throughput_last_30m: p50 ? { p50 } : null })] },
      });
    server.answers.set(endpointsOf('a/b'), withSpeed(88.5));
    await pullFrom({ ...server, directory, apiKey: 'key-1' });
    server.answers.set(endpointsOf('a/b'), withSpeed(null));
    await pullFrom({ ...server, directory, today: '2026-09-08' });

    expect((await snapshot(directory)).endpoints.models[0]).toMatchObject({
      retrieved: '2026-09-08',
      speedsObserved: TODAY,
      endpoints: [{ tag: 'x', tokensPerSecondMedian: 88.5 }],
    });
  });

  test('are refused when most of them vanish at once', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    const before = await contents(directory);
    for (const id of TEN_IDS) {
      server.answers.set(endpointsOf(id), json({ data: { endpoints: [] } }));
    }
    const report = await pullFrom({ ...server, directory, today: '2026-09-08' });

    expect(report.complete).toBe(false);
    expect(reportText(report)).toContain(
      'it holds 0 endpoints where the snapshot on disk holds 10',
    );
    expect((await contents(directory))['endpoints.json']).toBe(before['endpoints.json']);
  });

  test('are not given up for failures here and there', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `maker/model-${index}`);
    const server = await fakeOpenRouter(ids);
    for (const id of ids.filter((_, index) => index % 4 === 0)) {
      server.answers.set(endpointsOf(id), text('{}', 404));
    }
    const directory = await ownDirectory();
    const report = await pullFrom({ ...server, directory });

    expect(report.endpointFailures).toHaveLength(10);
    expect((await snapshot(directory)).endpoints.models).toHaveLength(30);
    expect(report.complete).toBe(true);
  });

  test('stay as they were when every record of an answer is set aside', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    const bad = foreignEndpoint('alpha', { pricing: null });
    server.answers.set(endpointsOf('maker/model-5'), json({ data: { endpoints: [bad] } }));
    const report = await pullFrom({ ...server, directory, today: '2026-09-08' });

    const { models } = (await snapshot(directory)).endpoints;
    expect(models.find(({ id }) => id === 'maker/model-5')).toMatchObject({
      retrieved: TODAY,
      endpoints: [{ tag: 'alpha/fp8' }],
    });
    expect(reportText(report)).toContain('maker/model-5 at alpha › pricing');
  });
});
