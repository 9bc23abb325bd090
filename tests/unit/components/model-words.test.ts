import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Accelerators } from '../../../src/catalog/host.ts';
import { Architecture } from '../../../src/catalog/maker.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { endpointRows, gridPlaces } from '../../../src/components/model-page/endpoint-rows.ts';
import {
  electricityText,
  listPriceText,
  lowestSentence,
  measuredText,
  namedSentence,
  otherPricesSentence,
  placesSentence,
  runSizeText,
  saleSentence,
  servedByText,
  weightFilesSentence,
} from '../../../src/components/model-page/fact-words.ts';
import { hardwareText } from '../../../src/components/model-page/hardware-text.ts';
import { nearestBy } from '../../../src/components/model-page/nearest.ts';
import { neighbourhoodOf } from '../../../src/components/model-page/neighbours.ts';
import type { Place } from '../../../src/estimation/facility.ts';
import type { ReleasedModel } from '../../../src/release/release.ts';
import { architectureText, sizeText } from '../../../src/text/architecture.ts';
import { priceTerms } from '../../../src/text/price-terms.ts';
import { contributionsInWords } from '../../../src/text/uncertain-inputs.ts';
import {
  madeUpEndpoint,
  madeUpHost,
  madeUpModel,
  madeUpPlace,
  madeUpRange,
} from '../release/made-up-model.ts';

const site = (zone: string, share = 1) => ({
  zone,
  name: zone,
  share,
  gridGramsPerKilowattHour: 100,
});

describe('a size', () => {
  const known = { how: 'read', sources: ['card'] } as const;

  test.each([
    [{ totalBillions: 70.6, activeBillions: 70.6 }, '70.6 billion, dense'],
    [{ totalBillions: 235.1, activeBillions: 22.2 }, '235.1 billion, 22.2 billion of them active'],
    [
      { totalBillions: { low: 280, high: 288 }, activeBillions: { low: 12, high: 17 } },
      '280 to 288 billion, 12 to 17 billion of them active',
    ],
    [
      {
        totalBillions: { low: 7, high: 8 },
        activeBillions: { low: 7, high: 8 },
        mixtureOfExperts: false,
      },
      '7 to 8 billion, dense',
    ],
    [
      { totalBillions: 100, activeBillions: { low: 3, high: 9 }, mixtureOfExperts: true },
      '100 billion, 3 to 9 billion of them active',
    ],
    [
      { totalBillions: { low: 10_000, high: 20_000 }, activeBillions: 5 },
      '10\u202f000 to 20\u202f000 billion, 5 billion of them active',
    ],
  ])('tells active from total: %o', (parameters, text) => {
    expect(sizeText({ ...parameters, ...known, sources: ['card'] })).toBe(text);
  });
});

describe('an architecture', () => {
  const text = (layersByKind: object[], more: object = {}) =>
    architectureText(
      Architecture.parse({ layers: 48, layersByKind, how: 'read', sources: ['card'], ...more }),
    );
  const full = (layers: number) => ({ kind: 'full-attention', layers, kvWidth: 10_240 });
  const cache = 'key-value cache 10\u202f240 wide';

  test.each([
    [[full(48)], {}, `48 layers; all with full attention; ${cache}`],
    [[full(48)], { hiddenSize: 2048 }, `48 layers, 2048 wide; all with full attention; ${cache}`],
    [
      [full(12), { kind: 'sliding-window', layers: 36, kvWidth: 512, windowTokens: 4096 }],
      {},
      `48 layers; 12 with full attention (${cache}), 36 with a window of 4096 tokens (key-value cache 512 wide)`,
    ],
    [
      [full(12), { kind: 'linear-attention', layers: 36, stateElements: 524_288 }],
      { experts: { routed: 128, active: 8, shared: 1 } },
      `48 layers; 12 with full attention, 36 with linear attention (state of 524\u202f288 elements); ${cache}; 8 of 128 experts per token and 1 shared`,
    ],
    [
      [
        { kind: 'state-space', layers: 24 },
        { kind: 'feed-forward', layers: 24 },
      ],
      { experts: { routed: 64, active: 2, shared: 0 } },
      '48 layers; 24 state-space, 24 feed-forward alone; 2 of 64 experts per token',
    ],
    [
      [
        {
          kind: 'sparse-attention',
          layers: 8,
          kvWidth: 576,
          topK: 2048,
          index: { heads: 64, width: 128 },
        },
        { kind: 'sparse-attention', layers: 40, kvWidth: 576, topK: 2048 },
      ],
      {},
      '48 layers; 8 with attention to the 2048 tokens that an index chooses, 40 with attention to the 2048 tokens that other layers choose; key-value cache 576 wide',
    ],
    [
      [
        {
          kind: 'sparse-attention',
          layers: 28,
          kvWidth: 512,
          topK: 512,
          tokensPerEntry: 4,
          windowTokens: 128,
          index: { heads: 64, width: 128 },
        },
        {
          kind: 'compressed-attention',
          layers: 20,
          kvWidth: 512,
          tokensPerEntry: 128,
          windowTokens: 128,
        },
      ],
      {},
      '48 layers; 28 with attention to the 512 summaries of 4 tokens that an index chooses and to the last 128 tokens, 20 with attention to summaries of 128 tokens and to the last 128 tokens; key-value cache 512 wide',
    ],
  ])('is said kind by kind: %#', (layersByKind, more, words) => {
    expect(text(layersByKind, more)).toBe(words);
  });
});

test('the names in the chart of the cases are counted', () => {
  expect(namedSentence(2)).toBe('Named are the medians of 2 models that many use.');
  expect(namedSentence(1)).toBe('Named is the median of a model that many use.');
  expect(namedSentence(0)).toBe('');
});

test('a size beside another in weight files is told apart from it', () => {
  expect(weightFilesSentence('Weight files hold 304.2B.')).toContain('counts the size named first');
  expect(weightFilesSentence('Counted from the configuration.')).toBe('');
  expect(weightFilesSentence(undefined)).toBe('');
});

test('the unknowns of an output token are named, the largest first', () => {
  const inputs = {
    load: 0.01,
    servingStack: 0.03,
    machines: 0.04,
    hosts: 0.05,
    formOrPrice: 0.06,
    hostAndIdle: 0.08,
    powerUsageEffectiveness: 0.09,
    grid: 0.1,
    embodied: 0.11,
  };
  expect(contributionsInWords({ inputs }, 'measured')).toEqual([
    { label: 'Manufacture of the hardware', share: 0.11 },
    { label: 'Grid intensity', share: 0.1 },
    { label: 'Data centre (PUE)', share: 0.09 },
    { label: 'Rest of the server, idle machines', share: 0.08 },
    { label: 'Form of the energy model, size', share: 0.06 },
    { label: 'How efficient its hosts are', share: 0.05 },
    { label: 'Kinds of machines in the market', share: 0.04 },
    { label: 'Serving software', share: 0.03 },
    { label: 'Requests served at once', share: 0.01 },
  ]);
  expect(contributionsInWords({ inputs }, 'price')[4]?.label).toBe('Size, inferred from the price');
  expect(contributionsInWords({ inputs: {} }, 'price').map(({ share }) => share)).toEqual(
    Object.keys(inputs).map(() => 0),
  );
});

describe('the hardware of an estimate', () => {
  const RACKS: Accelerators = {
    kinds: ['gpu'],
    gpus: ['rack'],
    asOf: '2026-06',
    statedBy: 'others',
    how: 'read',
    sources: ['statement'],
    note: 'Built for training.',
  };
  const {
    factors: { serving },
    sources,
  } = readData(process.cwd());
  const served = (estimated: number, unmeasured: number, classes?: Place['classes']) => ({
    ...madeUpModel().served,
    endpoints: [
      ...Array.from({ length: estimated }, () => {
        const endpoint = madeUpEndpoint();
        const { place } = endpoint;
        const host = madeUpHost({ accelerators: classes && RACKS });
        return { ...endpoint, host, place: { ...place, place: { ...place.place, classes } } };
      }),
      ...Array.from({ length: unmeasured }, () => madeUpEndpoint({ estimate: undefined })),
    ],
  });
  const text = (evidence: 'measured' | 'parameters' | 'price', of: ReturnType<typeof served>) =>
    hardwareText({ evidence, served: of }, serving, sources);

  test('is a mix of the kinds of machines, each with its share in the method', () => {
    const { hopper } = serving.classes;
    expect(text('parameters', served(2, 0))).toContain(
      `Hopper (H100 and its kin) ${Math.round(100 * hopper.share)}`,
    );
  });

  test('is that which is named for its hosts, with who says so, and no mix then', () => {
    expect(text('parameters', served(2, 0))).not.toContain('named for the host');
    const known = text('parameters', served(2, 0, ['rack']));
    expect(known).toContain(
      'Counted on the machines that are named for the host: First Host on racks (GB200, GB300) or prefill on machines of its own, reported by others as of 2026-06. Built for training.',
    );
    expect(known).not.toContain('A mix');
  });

  test('is a mix where it is known of some endpoints alone', () => {
    const [first, second] = [served(1, 0, ['rack']), served(2, 0)];
    const some = { ...second, endpoints: [...first.endpoints, ...second.endpoints] };
    expect(text('parameters', some)).toMatch(
      /^A mix, since most hosts do not say: .* At 1 of 3 endpoints counted on the machines that are named for the host: First Host on /,
    );
  });

  test('is not known of a model known by its price', () => {
    expect(text('price', served(2, 0))).toBe(
      'Not known. Energy is inferred from the list price, whatever the machines.',
    );
  });

  test('names the endpoints that are left out', () => {
    expect(text('measured', served(4, 1))).toMatch(
      /1 of its 5 endpoints runs on accelerators without a usable measurement, and is left out\.$/,
    );
    expect(text('parameters', served(3, 2))).toMatch(
      /2 of its 5 endpoints run on accelerators without a usable measurement, and are left out\.$/,
    );
  });
});

test('the grids of an estimate are named once each, without those of endpoints left out', () => {
  const at = (...zones: string[]) => madeUpPlace(zones.map((zone) => site(zone, 1 / zones.length)));
  expect(
    gridPlaces([
      madeUpEndpoint({ place: at('US-TEX-ERCO', 'SE') }),
      madeUpEndpoint({ place: at('FR', 'US-MIDA-PJM') }),
      madeUpEndpoint({ place: at('CN'), estimate: undefined }),
    ]),
  ).toBe('France, Sweden, and United States');
});

describe('the facts of a model', () => {
  test.each([
    [undefined, undefined],
    [{}, undefined],
    [{ parameters: 20e9 }, '20 billion'],
    [{ parameters: 1.8e12, active_parameters: 2.8e11 }, '1800 billion, 280 billion of them active'],
  ])('have the size that a table of training runs gives: %o', (row, text) => {
    expect(
      runSizeText(row && { parameters: undefined, active_parameters: undefined, ...row }),
    ).toBe(text);
  });

  test.each([
    [
      { inputUsdPerMillionTokens: 0.2, outputUsdPerMillionTokens: 1.5 },
      '$0.20 in, $1.50 out per million',
    ],
    [{ inputUsdPerMillionTokens: 0, outputUsdPerMillionTokens: 0 }, 'free'],
    [
      { inputUsdPerMillionTokens: 0, outputUsdPerMillionTokens: 1 },
      '$0.00 in, $1.00 out per million',
    ],
    [
      { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 0 },
      '$1.00 in, $0.00 out per million',
    ],
    [{ inputUsdPerMillionTokens: 1 }, 'not stated'],
    [{ outputUsdPerMillionTokens: 1 }, 'not stated'],
  ])('name the list price: %o', (prices, text) => {
    expect(listPriceText(prices)).toBe(text);
  });

  test.each([
    [0, 'price', undefined],
    [
      0.5,
      'price',
      'A sale price, 50\u00a0% off $2.00 in, $6.00 out per million; energy is inferred from the price before the sale.',
    ],
    [0.2, 'architecture', 'A sale price, 20\u00a0% off $1.25 in, $3.75 out per million.'],
  ] as const)('say of a price %d off what it was: %s', (discount, evidence, text) => {
    const { listed } = madeUpModel();
    const prices = { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 3 };
    expect(saleSentence({ listed: { ...listed, prices }, discount, evidence })).toBe(text);
  });

  test('say what else is asked, and when', () => {
    const { listed } = madeUpModel();
    const prices = { inputUsdPerMillionTokens: 2, outputUsdPerMillionTokens: 9 };
    const priceOverrides = [
      {
        aboveInputTokens: 272_000,
        prices: { inputUsdPerMillionTokens: 4, outputUsdPerMillionTokens: 18 },
      },
      { utcFrom: '16:30', utcUntil: '00:30', prices: { outputUsdPerMillionTokens: 4.5 } },
      { aboveInputTokens: 32_000, prices: { cachedInputUsdPerMillionTokens: 0.2 } },
    ];
    const sentence = (evidence: 'price' | 'architecture') =>
      otherPricesSentence({ listed: { ...listed, prices, priceOverrides }, evidence });
    const others =
      'For some requests: $4.00 in, $18.00 out above 272\u202f000 tokens of input; $2.00 in, $4.50 out from 16:30 until 00:30 UTC; $0.20 for input from a cache above 32\u202f000 tokens of input';
    expect(sentence('architecture')).toBe(`${others}.`);
    expect(sentence('price')).toMatch(/inferred from the usual price\.$/);
    expect(otherPricesSentence({ listed: { ...listed, prices }, evidence: 'price' })).toBe(
      undefined,
    );
    expect(
      priceTerms({ prices, discount: 0.25, priceOverrides: priceOverrides.slice(1, 2) }),
    ).toEqual(['price reduced by 25\u00a0%', '$2.00 in, $4.50 out from 16:30 until 00:30 UTC']);
  });

  test('set the electricity beside the price, with its range', () => {
    expect(electricityText(0.12, { low: 2, central: 4, high: 20 })).toBe(
      '12\u00a0% of the output price (6.0\u00a0% to 60\u00a0%)',
    );
  });

  const stated = madeUpEndpoint();
  const assumed = madeUpEndpoint({
    host: madeUpHost({ slug: 'second' }),
    place: madeUpPlace([site('SE')], {
      zonesBasis: { statedBy: 'nobody', how: 'assumed', sources: [] },
    }),
  });

  const reported = madeUpEndpoint({
    place: madeUpPlace([site('SE')], {
      zonesBasis: { statedBy: 'others', how: 'assumed', sources: [] },
    }),
  });
  const shared = madeUpEndpoint({ place: madeUpPlace([site('SE', 0.5), site('FR', 0.5)]) });
  const sites = 'Its sites are stated; how much each of them serves is assumed.';

  test.each([
    [[stated], 'Its country or region is stated.'],
    [[reported], sites],
    [[shared], sites],
    [[assumed], 'Its place is assumed.'],
    [
      [stated, assumed, stated],
      'Of 3 endpoints the place is stated for 2 and the place is assumed for 1.',
    ],
    [
      [stated, shared, reported, assumed],
      'Of 4 endpoints the place is stated for 1, the sites are stated without their shares for 2, and the place is assumed for 1.',
    ],
  ])('say for how many endpoints the place is stated: %#', (endpoints, text) => {
    expect(placesSentence({ listed: true, endpoints })).toBe(text);
  });

  test('say of a host that stands in that it does', () => {
    expect(placesSentence({ listed: false, endpoints: [stated] })).toBe(
      'That this host serves it is assumed. Its country or region is stated.',
    );
    const unknown = { ...assumed, host: madeUpHost({ slug: '' }) };
    expect(placesSentence({ listed: false, endpoints: [unknown] })).toBe('Its place is assumed.');
  });

  test('count hosts once each, with the day they were listed', () => {
    const served = { ...madeUpModel().served, retrieved: '2026-08-20' };
    expect(servedByText({ ...served, endpoints: [stated, stated] })).toBe(
      'one host that OpenRouter listed without trouble on 2026-08-20: ',
    );
    expect(servedByText({ ...served, endpoints: [stated, assumed, stated] })).toBe(
      '2 hosts that OpenRouter listed without trouble on 2026-08-20: ',
    );
    expect(servedByText({ ...served, listed: false })).toBe(
      'no endpoint is in the data yet; taken for it is ',
    );
  });

  test('name the endpoint that emits least where that can be said', () => {
    expect(
      lowestSentence({
        endpoints: [stated, { ...assumed, lowest: true, probabilityOfLeast: 0.93 }],
      }),
    ).toBe(
      'First Host emits less than all others in 93 of 100 cases, where what nobody knows of a host is sampled for each place alone.',
    );
    // A host may serve the same model in several regions.
    expect(
      lowestSentence({
        endpoints: [
          { ...assumed, region: 'north', lowest: true, probabilityOfLeast: 0.93 },
          stated,
        ],
      }),
    ).toMatch(/^First Host north emits less/);
    expect(lowestSentence({ endpoints: [stated, assumed] })).toBe(
      'No endpoint emits less than all others with a probability above 0.9, so none is marked: hosts differ in load, hardware and software that nobody publishes.',
    );
  });
});

describe('the rows of a model’s endpoints', () => {
  const model = madeUpModel({ evidence: 'architecture' });
  const withEndpoints = (...endpoints: ReturnType<typeof madeUpEndpoint>[]) =>
    endpointRows({ ...model, served: { ...model.served, endpoints } });

  test('begin with all together, and have every figure in its own column', () => {
    const { rows, further } = withEndpoints(
      madeUpEndpoint(),
      madeUpEndpoint({
        host: madeUpHost({
          slug: '',
          name: 'Stand-in',
          accelerators: { kinds: ['tpu'], statedBy: 'operator', how: 'read', sources: [] },
        }),
        place: madeUpPlace([site('SE')], {
          zonesBasis: { statedBy: 'nobody', how: 'assumed', sources: [] },
        }),
        region: 'north',
        quantization: undefined,
        probabilityOfLeast: 0.004,
        tokensPerSecondMedian: undefined,
        prices: { outputUsdPerMillionTokens: 0 },
        estimate: undefined,
      }),
      madeUpEndpoint({
        probabilityOfLeast: undefined,
        share: undefined,
        region: 'north',
        prices: {},
        lowest: true,
      }),
      madeUpEndpoint({
        share: 0.004,
        probabilityOfLeast: 0.936,
        lowest: true,
        quantization: undefined,
      }),
      madeUpEndpoint({ probabilityOfLeast: 0.005 }),
    );
    expect(further).toEqual(['Share', 'Lowest in', 'Tokens/s', '$ per M']);
    expect(rows.map((row) => row.further)).toEqual([
      undefined,
      ['50\u00a0%', '31 of 100', '83', '1.70'],
      [undefined, 'under 1 of 100', undefined, 'free'],
      ['if asked', undefined, '83', undefined],
      ['<\u00a01\u00a0%', '94 of 100', '83', '1.70'],
      ['50\u00a0%', '1 of 100', '83', '1.70'],
    ]);
    expect(rows[0]).toEqual({
      label: 'All its endpoints',
      aside: 'by the shares of default routing',
      evidence: 'architecture',
      range: model.perThousandOutputTokens.gramsCO2e,
      here: true,
    });
    expect(rows.slice(1)).toMatchObject([
      { label: 'First Host', href: '/hosts/first/', aside: 'fp8', below: 'France' },
      {
        label: 'Stand-in',
        aside: 'north',
        below: 'Sweden; assumed; TPUs',
        range: { reason: 'no estimate: own accelerator, not measured' },
      },
      { aside: 'north, fp8', range: madeUpRange(0.19), mark: 'lowest in under 1 of 100' },
      { mark: 'lowest in 94 of 100' },
      {},
    ]);
    expect(rows[2]).not.toHaveProperty('href');
    expect(rows[1]).not.toHaveProperty('mark');
    expect(rows[4]).not.toHaveProperty('aside');
  });

  test('have no column that nothing stands in, and no row for all where there is but one', () => {
    const { rows, further } = withEndpoints(
      madeUpEndpoint({ probabilityOfLeast: undefined, tokensPerSecondMedian: undefined }),
      madeUpEndpoint({
        probabilityOfLeast: undefined,
        tokensPerSecondMedian: undefined,
        estimate: undefined,
      }),
    );
    expect(further).toEqual(['Share', '$ per M']);
    expect(rows.map(({ label }) => label)).toEqual(['First Host', 'First Host']);
  });
});

describe('the models nearest to one', () => {
  const sized = (id: string, active: number | { low: number; high: number }, total: number) =>
    madeUpModel({
      id,
      input: {
        drawnAs: id,
        model: { tier: 'parameters', active, total } as ReleasedModel['input']['model'],
        endpoints: [],
      },
    });
  const ids = (nearest: ReturnType<typeof nearestBy>) =>
    'models' in nearest ? nearest.models.map(({ id }) => id) : nearest;

  test('in size are those whose active and total parameters differ by the smallest factor', () => {
    const own = sized('own', 10, 100);
    const models = [
      own,
      sized('total twice', 10, 200),
      sized('active half', 5, 100),
      sized('near', { low: 5, high: 20 }, 110),
      sized('both', 11, 111),
      madeUpModel({ id: 'priced' }),
    ];
    expect(ids(nearestBy('size', own, models))).toEqual(['near', 'both']);
    const because = (weights: ReleasedModel['weights']) =>
      nearestBy('size', madeUpModel({ weights }), models);
    expect(because('closed')).toEqual({ because: 'Its size is undisclosed.' });
    expect(because('open')).toEqual({ because: 'Its size is not recorded here yet.' });
    expect(because('unknown')).toEqual(because('open'));
  });

  test('in price are those whose input and output price differ by the smallest factor', () => {
    const priced = (id: string, input: number | undefined, output: number | undefined) =>
      madeUpModel({
        id,
        listed: {
          ...madeUpModel().listed,
          prices: {
            ...(input !== undefined && { inputUsdPerMillionTokens: input }),
            ...(output !== undefined && { outputUsdPerMillionTokens: output }),
          },
        },
      });
    const own = priced('own', 1, 10);
    const models = [
      own,
      priced('a', 1, 30),
      priced('b', 2, 10),
      priced('c', 0, 10),
      priced('d', 1, 11),
    ];
    expect(ids(nearestBy('price', own, models))).toEqual(['d', 'b']);
    for (const without of [
      priced('e', undefined, 1),
      priced('f', 1, 0),
      priced('g', 1, undefined),
    ]) {
      expect(nearestBy('price', without, models)).toEqual({ because: 'It has no list price.' });
    }
  });

  test('in quality are those whose index is nearest', () => {
    const rated = (id: string, intelligence: number | undefined) =>
      madeUpModel({
        id,
        listed: {
          ...madeUpModel().listed,
          artificialAnalysis: { ...(intelligence !== undefined && { intelligence }) },
        },
      });
    const own = rated('own', 40);
    const models = [rated('a', 60), rated('b', 38), own, rated('c', 45), rated('d', undefined)];
    expect(ids(nearestBy('quality', own, models))).toEqual(['b', 'c']);
    expect(nearestBy('quality', rated('e', undefined), models)).toEqual({
      because: 'Artificial Analysis lists no Intelligence Index for it.',
    });
  });
});

describe('the models nearest to one of many', () => {
  test('are the first of all by distance, those of the same distance as the release has them', () => {
    const price = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(price, price), { minLength: 1, maxLength: 30 }), (prices) => {
        const models = prices.map(([input, output], index) =>
          madeUpModel({
            id: String(index),
            listed: {
              ...madeUpModel().listed,
              prices: { inputUsdPerMillionTokens: input, outputUsdPerMillionTokens: output },
            },
          }),
        );
        const [own, ...others] = models;
        const [[input, output]] = prices as [[number, number]];
        const away = (place: number) =>
          Math.hypot(
            Math.log(input) - Math.log(prices[place]![0]),
            Math.log(output) - Math.log(prices[place]![1]),
          );
        const tried = others
          .map((model, index) => ({ model, away: away(index + 1) }))
          .toSorted((a, b) => a.away - b.away)
          .slice(0, 2);
        expect(nearestBy('price', own!, models)).toEqual({
          models: tried.map(({ model }) => model),
        });
      }),
    );
  });
});

describe('the neighbours of a model', () => {
  const emitting = (id: string, grams: number) =>
    madeUpModel({
      id,
      perThousandOutputTokens: {
        ...madeUpModel().perThousandOutputTokens,
        gramsCO2e: madeUpRange(grams),
      },
    });
  const models = Array.from({ length: 20 }, (_, index) => emitting(`m${index}`, index + 1));
  const twins = [emitting('twin', 10), emitting('other twin', 12), emitting('third twin', 10)];
  const ids = (own: ReleasedModel) => {
    const found = neighbourhoodOf(own, [...models, ...twins]);
    return [found.sameRange, ...found.models.map(({ id }) => id)];
  };

  test('are four on each side, each range once, and those of the same range are counted', () => {
    expect(ids(models[9]!)).toEqual([2, 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12', 'm13']);
    expect(ids(models[11]!)[0]).toBe(1);
  });

  test('are more on the other side at an end', () => {
    expect(ids(models[0]!)).toEqual([0, 'm0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']);
    expect(ids(models[19]!).slice(1)).toEqual(
      Array.from({ length: 9 }, (_, index) => `m${index + 11}`),
    );
  });
});

test('what was measured of a model itself is said with the loads it was measured at', () => {
  const row = { accelerator: 'B200', concurrentSequences: 8, joulesPerOutputToken: 9.93 } as const;
  expect(measuredText([row])).toMatch(/^9\.9 J per output token on B200 with 8 requests at once/);
  const busier = {
    accelerator: 'H100',
    concurrentSequences: 128,
    joulesPerOutputToken: 2.4,
  } as const;
  expect(measuredText([row, busier])).toMatch(
    /^2\.4 to 9\.9 J per output token on B200 and H100 with 8 to 128 requests at once/,
  );
});
