import { describe, expect, test } from 'vitest';
import { joinCatalog } from '../../../src/catalog/catalog.ts';
import type { CatalogData } from '../../../src/catalog/read-data.ts';
import { ListedModel } from '../../../src/catalog/snapshot.ts';
import { data } from '../estimation/method-under-test.ts';

/** A list of these entries, joined with what the project knows. */
function joined(entries: Record<string, Partial<ListedModel>>) {
  const models = Object.entries(entries).map(([id, entry]) =>
    ListedModel.parse({
      id,
      canonicalSlug: id,
      name: id,
      inputModalities: ['text'],
      outputModalities: ['text'],
      prices: { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 4 },
      supportsTools: false,
      supportsReasoning: false,
      ...entry,
    }),
  );
  const list: CatalogData = { ...data, modelList: { ...data.modelList, models } };
  const { estimable, unestimated } = joinCatalog(list);
  return {
    tiers: Object.fromEntries(estimable.map(({ listed, input }) => [listed.id, input.model.tier])),
    reasons: Object.fromEntries(
      unestimated.map(({ listed, because }) => [listed.id, because.kind]),
    ),
    estimable,
    unestimated,
  };
}

const free = { prices: { inputUsdPerMillionTokens: 0, outputUsdPerMillionTokens: 0 } };

describe('every entry of the list is estimated or has its reason', () => {
  test('a router, an alias and a model that answers with other than text alone have no estimate', () => {
    const { reasons } = joined({
      'openrouter/auto': { prices: {} },
      'someone/router': { tokenizer: 'Router' },
      '~openai/gpt-latest': { aliasOf: 'openai/gpt-5' },
      'openai/embedder': { outputModalities: ['embeddings'] },
      'google/lyria-9': { outputModalities: ['audio', 'text'], ...free },
      // Whatever else is known of it.
      'openai/gpt-oss-120b': { outputModalities: ['image', 'text'] },
      'openai/gpt-5-image': { outputModalities: ['text', 'image'] },
    });
    expect(reasons).toEqual({
      'openrouter/auto': 'router',
      'someone/router': 'router',
      '~openai/gpt-latest': 'alias',
      'openai/embedder': 'no-text-output',
      'google/lyria-9': 'more-than-text',
      'openai/gpt-oss-120b': 'more-than-text',
      'openai/gpt-5-image': 'more-than-text',
    });
  });

  test('a variant is shown under its model; one whose model is not listed is a model of its own', () => {
    const { estimable, reasons, tiers } = joined({
      'openai/gpt-oss-120b': {},
      'openai/gpt-oss-120b:free': free,
      'liquid/lfm-2.5-2.6b:free': free,
    });
    expect(reasons).toEqual({ 'openai/gpt-oss-120b:free': 'variant' });
    expect(tiers).toEqual({
      'openai/gpt-oss-120b': 'measured',
      'liquid/lfm-2.5-2.6b:free': 'parameters',
    });
    expect(estimable.map(({ variants }) => variants)).toContainEqual(['openai/gpt-oss-120b:free']);
  });

  test('what leads to an estimate by way of others is led there, and what leads to none says so', () => {
    const embedder = { outputModalities: ['embeddings'] };
    const { estimable, unestimated } = joined({
      'openai/gpt-5': {},
      'openai/gpt-5:free': free,
      '~openai/a-latest': { aliasOf: 'openai/gpt-5:free' },
      '~openai/b-latest': { aliasOf: '~openai/a-latest' },
      'openai/embedder': embedder,
      'openai/embedder:free': embedder,
      '~openai/c-latest': { aliasOf: 'openai/embedder' },
      '~openai/d-latest': { aliasOf: '~openai/e-latest' },
      '~openai/e-latest': { aliasOf: '~openai/d-latest' },
    });
    expect(estimable.map(({ aliases }) => aliases)).toEqual([
      ['~openai/a-latest', '~openai/b-latest'],
    ]);
    const led = Object.groupBy(unestimated, ({ because }) => because.seeInstead ?? 'none');
    expect(led['openai/gpt-5']).toHaveLength(3);
    expect(led.none).toHaveLength(5);
    expect(
      unestimated.find(({ listed }) => listed.id === 'openai/embedder:free')?.because.reason,
    ).toMatch(/which has no estimate either\.$/);
  });

  test('a batch price and a free offer are not taken for a list price', () => {
    const { reasons, unestimated } = joined({
      'openai/gpt-5-codex:batch': {},
      'newmaker/secret:free': free,
      'stealth/ox-alpha': free,
    });
    expect(new Set(Object.values(reasons))).toEqual(new Set(['no-list-price']));
    expect(
      unestimated.find(({ listed }) => listed.id.endsWith(':batch'))?.because.reason,
    ).toContain('a batch price is not a list price');
  });

  test('an undisclosed model with a list price is estimated from it', () => {
    expect(joined({ 'openai/gpt-5': {} }).tiers).toEqual({ 'openai/gpt-5': 'price' });
  });

  test('a size is called undisclosed only where its maker keeps it to itself', () => {
    const { unestimated } = joined({
      'openai/gpt-5': { prices: {} },
      'newmaker/open-1': { prices: {}, huggingFaceId: 'newmaker/Open-1' },
      'newmaker/secret': { prices: {} },
    });
    expect(unestimated.map(({ listed, because }) => [listed.id, because.reason])).toEqual([
      ['openai/gpt-5', expect.stringContaining('Its size is undisclosed and')],
      ['newmaker/open-1', expect.stringContaining('Its size is not recorded here yet and')],
      ['newmaker/secret', expect.stringContaining('Its size is not recorded here yet and')],
    ]);
  });

  test('a model of an output price alone has nothing to infer its input from', () => {
    const { reasons } = joined({ 'newmaker/x': { prices: { outputUsdPerMillionTokens: 3 } } });
    expect(reasons).toEqual({ 'newmaker/x': 'no-list-price' });
  });
});

describe('a list that has moved on since the data were tended', () => {
  test('gives a maker without a file the stated default host', () => {
    const { estimable } = joined({ 'newmaker/great-1': { name: 'New Maker: Great 1' } });
    expect(estimable[0]?.makerFile.name).toBe('New Maker');
    const { name, zones, note } = data.factors.facility.defaultHost;
    expect(estimable[0]?.servedBy).toMatchObject({
      listed: false,
      endpoints: [{ host: { name }, place: { zones, zonesBasis: { how: 'assumed', note } } }],
    });
  });

  test('reads the size of an open model without a record off its name, and says so', () => {
    const { estimable } = joined({
      'qwen/qwen9-90b-a9b': { huggingFaceId: 'Qwen/Qwen9-90B-A9B' },
      'qwen/qwen9-max': {},
    });
    expect(estimable.map(({ input }) => input.model.tier)).toEqual(['parameters', 'price']);
    expect(estimable[0]?.facts?.parameters).toMatchObject({
      totalBillions: 90,
      activeBillions: 9,
      how: 'name',
    });
  });

  test('finds the size in the name of its repository, or in its own, where its id has none', () => {
    const { estimable } = joined({
      'newmaker/heron': { huggingFaceId: 'newmaker/Heron-30B-A3B-Instruct' },
      'newmaker/siskin': { name: 'New Maker: Siskin 8x22B (free)' },
      'newmaker/finch-7b': { huggingFaceId: 'newmaker/Finch-9B' },
    });
    expect(estimable.map(({ facts }) => facts?.parameters?.totalBillions)).toEqual([
      30,
      { low: 132, high: 176 },
      7,
    ]);
  });

  test('takes an entry that sells another faster, at a multiple of both its prices, for the same model', () => {
    const prices = (input: number, output: number) => ({
      prices: { inputUsdPerMillionTokens: input, outputUsdPerMillionTokens: output },
    });
    const { estimable } = joined({
      'newmaker/kite': prices(2, 6),
      'newmaker/kite-fast': prices(12, 36),
      // Smaller ones, and one of another name.
      'newmaker/jay': prices(2, 6),
      'newmaker/jay-fast': prices(0.2, 0.6),
      'newmaker/jay-turbo': prices(4, 6),
      'newmaker/jay-pro': prices(12, 36),
      'newmaker/owl-fast': prices(12, 36),
      // Nobody pays for speed there.
      'newmaker/wren': prices(2, 6),
      'newmaker/wren-fast': prices(2, 6),
    });
    const sold = estimable.filter(({ soldAs }) => soldAs !== undefined);
    expect(sold.map(({ listed, soldAs }) => [listed.id, soldAs])).toEqual([
      ['newmaker/kite-fast', 'newmaker/kite'],
    ]);
    expect(sold[0]?.input).toEqual(estimable[0]?.input);
    expect(sold[0]?.facts?.note).toContain('Nobody has recorded it');
  });
});

describe('what is known decides the tier', () => {
  test('only a model that was itself measured is "measured"; one that shares its architecture is not', () => {
    const { tiers } = joined({
      'meta-llama/llama-3.3-70b-instruct': {},
      'nousresearch/hermes-3-llama-3.1-70b': {},
    });
    expect(tiers).toEqual({
      'meta-llama/llama-3.3-70b-instruct': 'measured',
      'nousresearch/hermes-3-llama-3.1-70b': 'architecture',
    });
  });

  test('a host never serves more bits than were released', () => {
    const { estimable } = joined({ 'openai/gpt-oss-120b': {} });
    expect(estimable[0]?.input.model).toMatchObject({ precision: { releasedBits: 4.25 } });
  });
});
