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

const NEXT_DAY = '2026-09-02';

/** A server whose lists are in a directory already. */
async function pulledOnce() {
  const server = await fakeOpenRouter();
  const directory = await ownDirectory();
  await pullFrom({ ...server, directory });
  return { server, directory, before: await contents(directory) };
}

const withPrices = (ids: readonly string[], price: number) =>
  ids.map((id) =>
    foreignModel(id, { pricing: { prompt: String(price), completion: String(price * 4) } }),
  );

describe('a model whose record cannot be read', () => {
  test('is not gone: its old record stands, with its day, until a good one comes', async () => {
    const { server, directory } = await pulledOnce();
    const good = TEN_IDS.map((id) => foreignModel(id));
    const bad = { ...foreignModel('maker/model-3'), pricing: { prompt: 'ask us' } };
    server.answers.set(MODELS, json({ data: [...good.slice(0, 3), bad, ...good.slice(4)] }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });

    expect(report.complete).toBe(true);
    expect(report.models?.gone).toEqual([]);
    expect(reportText(report)).toContain(
      'records set aside, the old ones stand: 1\n  maker/model-3',
    );
    const read = async () => (await snapshot(directory)).models.models[3];
    expect(await read()).toMatchObject({ id: 'maker/model-3', asOf: TODAY });
    await pullFrom({ ...server, directory, today: '2026-09-03' });
    expect(await read()).toMatchObject({ asOf: TODAY });

    server.answers.set(MODELS, json({ data: good }));
    await pullFrom({ ...server, directory, today: '2026-09-04' });
    expect(await read()).not.toHaveProperty('asOf');
  });

  test('is told with all others in a report without end', async () => {
    const { server, directory } = await pulledOnce();
    server.answers.set(MODELS, json({ data: TEN_IDS.map((id) => foreignModel(id, { name: 7 })) }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(reportText(report, 3)).toContain('and 17 more');
    expect(reportText(report, Number.POSITIVE_INFINITY)).not.toContain('more');
  });
});

describe('an endpoint whose record cannot be read', () => {
  test.each([
    '../x',
    '.',
    '/x',
    '%2e%2e',
    '..\\..\\x',
    'index.html',
    'index/fp8',
    '__proto__',
    '😀'.repeat(200),
  ])('is set aside for its tag %j, and the others stay', async (tag) => {
    const { server, directory } = await pulledOnce();
    const five = ['a', 'b', 'c', 'd', 'alpha/fp8'].map((one) => foreignEndpoint(one));
    const endpoints = [...five, foreignEndpoint(tag)];
    server.answers.set(endpointsOf('maker/model-3'), json({ data: { endpoints } }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(report.complete).toBe(true);
    expect(reportText(report)).toContain('tag: expected a tag such as azure/swedencentral');
    expect((await snapshot(directory)).endpoints.models[3]?.endpoints).toHaveLength(5);
  });

  test.each([1000, 1 / 1000])('is set aside for prices %s times the list price', async (times) => {
    const { server, directory } = await pulledOnce();
    const pricing = { prompt: String(1e-7 * times), completion: String(4e-7 * times) };
    const endpoints = [...'abcdef'].map((tag) =>
      foreignEndpoint(tag, tag === 'c' ? { pricing } : {}),
    );
    server.answers.set(endpointsOf('maker/model-3'), json({ data: { endpoints } }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(reportText(report)).toMatch(
      /at c › prices\.\w+: expected within a factor of 100 of 0\.1/,
    );
    expect((await snapshot(directory)).endpoints.models[3]?.endpoints).toHaveLength(5);
  });

  test('keeps its old record, with its day', async () => {
    const { server, directory } = await pulledOnce();
    const bad = foreignEndpoint('alpha/fp8', { pricing: { prompt: {} } });
    const endpoints = [bad, foreignEndpoint('b')];
    server.answers.set(endpointsOf('maker/model-3'), json({ data: { endpoints } }));
    await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect((await snapshot(directory)).endpoints.models[3]?.endpoints).toMatchObject([
      { tag: 'alpha/fp8', asOf: TODAY },
      { tag: 'b' },
    ]);
  });
});

describe('answers about endpoints', () => {
  test('a 404 about each model of one maker ends nothing', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `maker-${index % 3}/model-${index}`);
    const server = await fakeOpenRouter(ids);
    const directory = await ownDirectory();
    for (const id of ids.filter((one) => one.startsWith('maker-1/'))) {
      server.answers.set(endpointsOf(id), text('{}', id.endsWith('1') ? 410 : 404));
    }
    const report = await pullFrom({ ...server, directory });
    expect(report.complete).toBe(true);
    expect(report.endpointFailures).toHaveLength(20);
    expect((await snapshot(directory)).endpoints.models).toHaveLength(40);
  });

  test('a 404 about every model is no answer: what was known stays, exit code 1', async () => {
    const { server, directory, before } = await pulledOnce();
    for (const id of TEN_IDS) server.answers.set(endpointsOf(id), text('{}', 404));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(report.complete).toBe(false);
    expect(reportText(report)).toContain('has endpoints of none of 10 models');
    expect((await contents(directory))['endpoints.json']).toBe(before['endpoints.json']);
  });

  test('about another model are refused for that model', async () => {
    const { server, directory } = await pulledOnce();
    const answer = (id: string) => json({ data: { id, endpoints: [foreignEndpoint('other')] } });
    server.answers.set(endpointsOf('maker/model-3'), answer('maker/model-4'));
    server.answers.set(endpointsOf('maker/model-5'), answer('maker/model-5-20260801'));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(report.endpointFailures).toEqual([
      expect.stringContaining('about "maker/model-4"; expected one about maker/model-3'),
    ]);
    const { models } = (await snapshot(directory)).endpoints;
    expect(models[3]).toMatchObject({ retrieved: TODAY, endpoints: [{ tag: 'alpha/fp8' }] });
    expect(models[5]).toMatchObject({ retrieved: NEXT_DAY, endpoints: [{ tag: 'other' }] });
  });

  test('that repeat themselves count once, and are told', async () => {
    const { server, directory, before } = await pulledOnce();
    for (const id of TEN_IDS) {
      const endpoints = Array.from({ length: 200 }, () => foreignEndpoint('alpha/fp8'));
      server.answers.set(endpointsOf(id), json({ data: { id, endpoints } }));
    }
    const report = await pullFrom({ ...server, directory });
    expect(report.complete).toBe(true);
    expect(reportText(report)).toContain('199 records repeat others word by word');
    expect(await contents(directory)).toEqual(before);
  });

  test('of which one model has a million are refused for that model', async () => {
    const { server, directory, before } = await pulledOnce();
    const many = `{"data":{"id":"maker/model-3","endpoints":[${Array(1_000_000).fill('1').join()}]}}`;
    server.answers.set(endpointsOf('maker/model-3'), text(many));
    const limits = { maximumBodyBytes: many.length };
    const report = await pullFrom({ ...server, directory, limits });
    expect(report.complete).toBe(true);
    expect(reportText(report)).toMatch(/maker\/model-3 › endpoints: 1000000 records of one model/);
    expect(await contents(directory)).toEqual(before);
  });

  test('with five times as many for each model are refused until a person allows it', async () => {
    const { server, directory, before } = await pulledOnce();
    for (const id of TEN_IDS) {
      const endpoints = ['a', 'b', 'c', 'd', 'e'].map((tag) => foreignEndpoint(tag));
      server.answers.set(endpointsOf(id), json({ data: { id, endpoints } }));
    }
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(report.complete).toBe(false);
    expect(reportText(report)).toMatch(/numbers of endpoints per model moved.*--allow-jump/);
    expect((await contents(directory))['endpoints.json']).toBe(before['endpoints.json']);
    const again = await pullFrom({ ...server, directory, today: NEXT_DAY, allowJump: true });
    expect(again.complete).toBe(true);
  });
});

test('what a list says no more of most models is told', async () => {
  const { server, directory } = await pulledOnce();
  const data = TEN_IDS.map((id) => foreignModel(id, { supported_parameters: ['stop'] }));
  server.answers.set(MODELS, json({ data }));
  const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
  expect(reportText(report)).toContain(
    'said of far fewer models than before: 1\n  that they use tools: of 0, before of 10',
  );
});

describe('a list that does not follow the one before: nothing is written until a person allows it', () => {
  test.each([1000, 1 / 1000, 4])('all prices times %s', async (factor) => {
    const { server, directory, before } = await pulledOnce();
    server.answers.set(MODELS, json({ data: withPrices(TEN_IDS, 1e-7 * factor) }));
    const pullAgain = (allowJump: boolean) =>
      pullFrom({ ...server, directory, today: NEXT_DAY, allowJump });
    const report = await pullAgain(false);
    expect(report.complete).toBe(false);
    expect(reportText(report)).toMatch(/input prices moved together.*unit.*--allow-jump/);
    expect(await contents(directory)).toEqual(before);
    expect((await pullAgain(true)).complete).toBe(true);
  });

  test('a third of all prices times 1000', async () => {
    const { server, directory, before } = await pulledOnce();
    const data = [...withPrices(TEN_IDS.slice(0, 7), 1e-7), ...withPrices(TEN_IDS.slice(7), 1e-4)];
    server.answers.set(MODELS, json({ data }));
    expect((await pullFrom({ ...server, directory, today: NEXT_DAY })).complete).toBe(false);
    expect(await contents(directory)).toEqual(before);
  });

  test('half of the prices doubled are followed: markets do that', async () => {
    const { server, directory } = await pulledOnce();
    const data = [...withPrices(TEN_IDS.slice(0, 5), 1e-7), ...withPrices(TEN_IDS.slice(5), 2e-7)];
    server.answers.set(MODELS, json({ data }));
    expect((await pullFrom({ ...server, directory, today: NEXT_DAY })).complete).toBe(true);
  });

  test('contexts in thousands', async () => {
    const { server, directory, before } = await pulledOnce();
    const data = TEN_IDS.map((id) => foreignModel(id, { context_length: 131 }));
    server.answers.set(MODELS, json({ data }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(reportText(report)).toContain('contexts moved together');
    expect(await contents(directory)).toEqual(before);
  });

  test.each([
    ['no prices', {}],
    ['prices of nothing', { prompt: '0', completion: '0' }],
  ])('%s', async (_what, pricing) => {
    const { server, directory, before } = await pulledOnce();
    server.answers.set(MODELS, json({ data: TEN_IDS.map((id) => foreignModel(id, { pricing })) }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(reportText(report)).toContain('it holds 0 models with a price where');
    expect(await contents(directory)).toEqual(before);
  });

  test('answers in something else than text', async () => {
    const { server, directory, before } = await pulledOnce();
    const architecture = { input_modalities: ['text'], output_modalities: ['text', 'image'] };
    const data = TEN_IDS.map((id) => foreignModel(id, { architecture }));
    server.answers.set(MODELS, json({ data }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(reportText(report)).toContain('it holds 0 models that answer in text where');
    expect(await contents(directory)).toEqual(before);
  });

  test('quality indices as shares of 1', async () => {
    const { server, directory } = await pulledOnce();
    const scored = (of: number) =>
      TEN_IDS.map((id) => {
        const artificial_analysis = { intelligence_index: 50 / of };
        return foreignModel(id, { benchmarks: { artificial_analysis } });
      });
    server.answers.set(MODELS, json({ data: scored(1) }));
    await pullFrom({ ...server, directory });
    server.answers.set(MODELS, json({ data: scored(100) }));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
    expect(reportText(report)).toContain('quality indices moved together');
  });

  test('an earlier day', async () => {
    const { server, directory, before } = await pulledOnce();
    const report = await pullFrom({ ...server, directory, today: '2026-08-31' });
    expect(report.complete).toBe(false);
    expect(reportText(report)).toMatch(/it is of 2026-08-31.*is of 2026-09-01.*--allow-older/);
    expect(await contents(directory)).toEqual(before);
    const again = await pullFrom({ ...server, directory, today: '2026-08-31', allowOlder: true });
    expect(again.complete).toBe(true);
  });

  test('a million records, or nothing but nesting', async () => {
    const { server, directory, before } = await pulledOnce();
    const limits = { maximumBodyBytes: 32 * 1024 * 1024 };
    const million = `{"data":[${Array(1_000_000).fill('{"id":"a/b"}').join()}]}`;
    server.answers.set(MODELS, text(million));
    const report = await pullFrom({ ...server, directory, today: NEXT_DAY, limits });
    expect(reportText(report)).toContain('more than 20000 records');
    server.answers.set(MODELS, text(`{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
    expect((await pullFrom({ ...server, directory, today: NEXT_DAY, limits })).complete).toBe(
      false,
    );
    expect(await contents(directory)).toEqual(before);
  });
});
