import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { TokenEstimate } from '../../../src/estimation/estimate.ts';
import { rounded } from '../../../src/library/rounding.ts';
import { hostJson } from '../../../src/published/hosts-json.ts';
import { columnValuesJson } from '../../../src/published/index-columns.ts';
import { indexCsv } from '../../../src/published/index-csv.ts';
import { indexJson } from '../../../src/published/index-json.ts';
import { wholeModelJson } from '../../../src/published/model-json.ts';
import { electricityShareOfListPrice } from '../../../src/release/electricity-share.ts';
import type { Release, ReleasedModel } from '../../../src/release/release.ts';
import { madeUpEndpoint, madeUpHost, madeUpModel, madeUpPlace } from '../release/made-up-model.ts';

/** What is written of a model, on one whose figures are all different: the quick half of the tests of
    published files, which hold every real file against its release. */

const model = madeUpModel();
const releaseOf = (...models: ReleasedModel[]): Release => ({
  release: 'r1',
  date: '2026-08-22',
  methodVersion: '1.9',
  inputs: { 'data/sources.yaml': 'hash' },
  models,
  notEstimated: [],
  hosts: [],
});
const range = (central: number) => ({
  low: rounded(central / 4),
  central: rounded(central),
  high: rounded(central * 3),
});
const thousand = (grams: number) => ({
  gramsCO2e: range(grams),
  wattHours: range(grams * 7),
  millilitresWater: range(grams * 11),
});
const boundaries = (grams: number) => ({
  accelerators: range(grams / 2),
  server: range(grams / 1.5),
  facility: range(grams / 1.1),
  facilityAndEmbodied: range(grams),
});

test('figures are written to four significant digits', () => {
  expect([0.123456, 98_765.4, 1].map(rounded)).toEqual([0.1235, 98_770, 1]);
});

describe('as JSON', () => {
  const known: ReleasedModel['facts'] = {
    weights: 'open',
    parameters: { totalBillions: 235, activeBillions: 22, how: 'read', sources: ['card'] },
    precision: { format: 'fp8', how: 'read', sources: ['card'] },
  };

  test('a model has every figure in its own field', () => {
    const written = wholeModelJson({
      ...model,
      facts: known,
      ownMeasurements: { models: ['a/b'], configurations: 7, correctionFactor: 1.23456 },
      contributions: { ...model.contributions, interactions: 0.012345 },
    });
    expect(written).toMatchObject({
      id: 'maker/model-1',
      name: 'Maker: Model 1',
      maker: 'maker',
      makerName: 'Maker',
      tier: '2b',
      evidence: 'parameters',
      perThousandOutputTokens: thousand(0.17),
      perThousandInputTokens: thousand(0.017),
      perThousandCachedInputTokens: thousand(0.0013),
      acceleratorJoules: {
        perOutputToken: range(0.17 * 13),
        perInputToken: range(0.017 * 13),
        perCachedInputToken: range(0.0013 * 13),
      },
      referenceJoulesPerOutputToken: range(1.9),
      ranks: model.ranks,
      emissionClass: { place: 2, of: 9, others: 7 },
      timesTypicalModel: { low: 0.4, central: 0.9, high: 2.2 },
      contributions: { inputs: model.contributions.inputs, interactions: 0.0123 },
      gramsCO2eByBoundary: {
        perThousandOutputTokens: boundaries(0.17),
        perThousandInputTokens: boundaries(0.017),
        perThousandCachedInputTokens: boundaries(0.0013),
      },
      weights: 'open',
      parameters: known?.parameters,
      releasedPrecision: 'fp8',
      ownMeasurements: { models: ['a/b'], configurations: 7, correctionFactor: 1.235 },
      listPrice: model.listed.prices,
      electricityShareOfListPrice: { output: 0.027, input: 0.013 },
      contextTokens: 131_072,
      created: '2026-05-06',
      canonicalSlug: 'maker/model-1-2026',
      served: {
        listedByOpenRouter: true,
        retrieved: '2026-08-20',
        gridGramsPerKilowattHour: range(210),
      },
      estimationInput: model.input,
    });
  });

  test('a model known by its price has no parameters, whatever is recorded', () => {
    const priced = wholeModelJson({
      ...model,
      evidence: 'price',
      facts: known,
      referenceJoulesPerOutputToken: undefined,
      electricityShareOfListPrice: {},
    });
    expect(priced).not.toHaveProperty('parameters');
    expect(priced.referenceJoulesPerOutputToken).toBeUndefined();
    expect(priced.electricityShareOfListPrice).toEqual({ output: undefined, input: undefined });
  });

  test('an endpoint has its own figures, or why it has none', () => {
    const place = madeUpPlace([
      { zone: 'FR', name: 'France', share: 0.7654321, gridGramsPerKilowattHour: 44 },
      { zone: 'SE', name: 'Sweden', share: 0.2345679, gridGramsPerKilowattHour: 21 },
    ]);
    const endpoints = [
      madeUpEndpoint({ place, share: 0.3333333333, probabilityOfLeast: 0.123456, lowest: true }),
      madeUpEndpoint({
        host: madeUpHost({ slug: '', name: 'Stand-in' }),
        share: undefined,
        estimate: undefined,
      }),
      madeUpEndpoint({ probabilityOfLeast: undefined }),
    ];
    const { served } = wholeModelJson({ ...model, served: { ...model.served, endpoints } });
    expect(served.endpoints).toMatchObject([
      {
        host: 'first',
        hostName: 'First Host',
        tags: ['first/fp8'],
        quantization: 'fp8',
        share: 0.333333,
        listPrice: { inputUsdPerMillionTokens: 0.3, outputUsdPerMillionTokens: 1.7 },
        observedTokensPerSecondMedian: 83,
        place: {
          sites: [
            { zone: 'FR', name: 'France', share: 0.765432, gridGramsPerKilowattHour: 44 },
            { zone: 'SE', share: 0.234568, gridGramsPerKilowattHour: 21 },
          ],
          placeKnown: { statedBy: 'operator' },
          powerUsageEffectiveness: { low: 1.1, central: 1.2, high: 1.4, how: 'read' },
          waterOnSiteLitresPerKilowattHour: { low: 0.1, central: 0.3, high: 0.9 },
        },
        perThousandOutputTokens: thousand(0.19),
        perThousandInputTokens: thousand(0.023),
        perThousandCachedInputTokens: thousand(0.0029),
        probabilityOfLeast: 0.1235,
        lowest: true,
      },
      {
        host: null,
        hostName: 'Stand-in',
        share: 0,
        noEstimate: 'no estimate: own accelerator, not measured',
      },
      { probabilityOfLeast: undefined },
    ]);
    expect(served.endpoints[1]).not.toHaveProperty('perThousandOutputTokens');
    expect(served.endpoints[0]).not.toHaveProperty('noEstimate');
  });

  test('the index names each host once, and its release', () => {
    const twice = madeUpModel({
      served: {
        ...model.served,
        endpoints: [...model.served.endpoints, ...model.served.endpoints],
      },
    });
    const { models, ...head } = indexJson(releaseOf(twice));
    expect(head).toMatchObject({
      release: 'r1',
      date: '2026-08-22',
      methodVersion: '1.9',
      inputs: { 'data/sources.yaml': 'hash' },
      notEstimated: [],
    });
    expect(models[0]?.served).toEqual({
      listedByOpenRouter: true,
      gridGramsPerKilowattHour: range(210),
      hosts: ['first', 'second'],
    });
  });

  test('the columns of the index have each figure under its name', () => {
    const { models } = columnValuesJson(
      releaseOf(
        { ...model, facts: known },
        { ...model, id: 'b/b', evidence: 'price', facts: known },
      ),
    );
    expect(models['maker/model-1']).toEqual({
      input: range(0.017),
      cached: range(0.0013),
      timesTypicalModel: { low: 0.4, central: 0.9, high: 2.2 },
      wattHours: range(0.17 * 7),
      millilitresWater: range(0.17 * 11),
      contextTokens: 131_072,
      totalBillions: 235,
      activeBillions: 22,
      weights: 'open',
      quality: 47,
      listed: '2026-05-06',
      hosts: 2,
    });
    expect(models['b/b']).toMatchObject({ totalBillions: undefined, activeBillions: undefined });
  });

  test('a host has its headquarters from its record, else from the list', () => {
    const listed = { slug: 'first', name: 'First Host', headquarters: 'SE' };
    const host = madeUpHost({ listed, regions: new Map([['north', madeUpPlace([])]]) });
    expect(hostJson(host)).toMatchObject({
      slug: 'first',
      name: 'First Host',
      headquarters: 'SE',
      regions: { north: { sites: [] } },
    });
    expect(hostJson(host)).not.toHaveProperty('noEstimate');
    expect(hostJson(madeUpHost({ unmeasured: true }))).toMatchObject({
      headquarters: undefined,
      noEstimate: 'no estimate: own accelerator, not measured',
    });
  });
});

describe('as CSV', () => {
  const rowsOf = (...models: ReleasedModel[]) =>
    Papa.parse<Record<string, string>>(indexCsv(releaseOf(...models)).trimEnd(), { header: true })
      .data;

  test('a model has every figure in its own column', () => {
    const columns = (name: string, { low, central, high }: ReturnType<typeof range>) => ({
      [`${name}_low_p5`]: `${low}`,
      [`${name}_central_p50`]: `${central}`,
      [`${name}_high_p95`]: `${high}`,
    });
    const tokens = (kind: string, of: ReturnType<typeof thousand>) => ({
      ...columns(`${kind}_gCO2e_per_1k_tokens`, of.gramsCO2e),
      ...columns(`${kind}_Wh_per_1k_tokens`, of.wattHours),
      ...columns(`${kind}_mL_water_per_1k_tokens`, of.millilitresWater),
    });
    expect(rowsOf(model)).toEqual([
      {
        id: 'maker/model-1',
        name: 'Maker: Model 1',
        maker: 'maker',
        tier: '2b',
        evidence: 'parameters',
        weights: 'open',
        hosts: 'first second',
        hosts_listed: 'true',
        ...columns('grid_gCO2e_per_kWh', range(210)),
        list_price_input_usd_per_million_tokens: '0.2',
        list_price_output_usd_per_million_tokens: '1.5',
        context_tokens: '131072',
        ...tokens('output', thousand(0.17)),
        ...tokens('input', thousand(0.017)),
        ...tokens('cached_input', thousand(0.0013)),
        release: 'r1',
        method_version: '1.9',
      },
    ]);
  });

  test('a field that is not known is empty, and a formula is text', () => {
    const listed = { ...model.listed, prices: {}, contextTokens: undefined };
    expect(rowsOf(madeUpModel({ name: '=SUM(1)', listed }))).toMatchObject([
      {
        name: "'=SUM(1)",
        list_price_input_usd_per_million_tokens: '',
        list_price_output_usd_per_million_tokens: '',
        context_tokens: '',
      },
    ]);
    expect(indexCsv(releaseOf(model)).endsWith('\r\n')).toBe(true);
  });
});

describe('the electricity of a median', () => {
  const tokens = (wattHours: number) => ({ wattHours: { central: wattHours } }) as TokenEstimate;
  const estimate = {
    perThousandOutputTokens: tokens(2),
    perThousandInputTokens: tokens(0.3),
    perThousandCachedInputTokens: tokens(9),
  };
  const share = (prices: object, variant?: string) =>
    electricityShareOfListPrice(estimate, prices, variant, 0.1);

  test('is set beside the list price, output and input each with its own', () => {
    const shares = share({ outputUsdPerMillionTokens: 4, inputUsdPerMillionTokens: 1.5 });
    expect(shares.output).toBeCloseTo(0.05, 12);
    expect(shares.input).toBeCloseTo(0.02, 12);
    expect(share({ outputUsdPerMillionTokens: 4 }, 'thinking')).toEqual({ output: 0.05 });
  });

  test.each([
    [{ outputUsdPerMillionTokens: 0, inputUsdPerMillionTokens: 0 }, undefined],
    [{}, undefined],
    [{ outputUsdPerMillionTokens: 4 }, 'free'],
    [{ outputUsdPerMillionTokens: 4 }, 'batch'],
  ])('has nothing to be set beside where there is no list price: %o, %s', (prices, variant) => {
    expect(share(prices, variant)).toEqual({});
  });
});
