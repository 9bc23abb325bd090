import { describe, expect, test } from 'vitest';
import type { ErrorFigures } from '../../../src/calibration/statistics/scores.ts';
import { figuresFor, NO_FIGURES } from '../../../src/components/index-table/row-figures.ts';
import { tableTitle } from '../../../src/components/index-table/table-title.ts';
import { llmsText } from '../../../src/components/methodology/llms-text.ts';
import {
  atStatedLoadText,
  coverageCell,
  directionText,
  errorCells,
  insideText,
} from '../../../src/components/methodology/validation/error-text.ts';
import { mediansText, spanOf } from '../../../src/components/providers/maker-span.ts';
import { cardsOf } from '../../../src/components/sharing/link-cards.ts';
import { inMillions, percentRangeText } from '../../../src/components/traffic/traffic-text.ts';
import { badgeOf, badgeSvg } from '../../../src/published/badge.ts';
import { PUBLISHED_FILES } from '../../../src/published/files.ts';
import { askedAsCalled } from '../../../src/query/asked.ts';
import { type Per, perText, perWords, TOKENS_OF_ONE_KIND } from '../../../src/query/per.ts';
import { gridProblem, pueProblem, scenarioWords } from '../../../src/query/scenario-words.ts';
import { DEFAULT_STATE, type TableState } from '../../../src/query/table-state.ts';
import { isOnFront } from '../../../src/text/probabilities.ts';
import { madeUpModel, type madeUpRange } from '../release/made-up-model.ts';

const range = { low: 0.028, central: 0.1, high: 0.41 };

describe('the traffic of a week', () => {
  test('is told in tonnes, MWh and cubic metres: a million of what is counted in', () => {
    expect(inMillions({ low: 1e6, central: 2.5e6, high: 9e6 })).toEqual({
      low: 1,
      central: 2.5,
      high: 9,
    });
  });

  test('has shares in per cent from low to high', () => {
    expect(percentRangeText({ low: 0.074, central: 0.13, high: 0.25 })).toBe('7.4–25');
  });
});

describe('an error table', () => {
  const figures: ErrorFigures = {
    medianRelativeErrorShare: 0.123,
    p90RelativeErrorShare: 0.456,
    withinFactorTwoShare: 0.789,
    insideRangeShare: 0.905,
    medianRangeHighOverLow: 3.456,
    medianPredictedOverMeasured: 0.9876,
  } as ErrorFigures;

  test('has each figure in its column', () => {
    expect(errorCells(figures)).toEqual([
      '91\u00a0%',
      '3.5',
      '12\u00a0%',
      '46\u00a0%',
      '79\u00a0%',
      '0.99',
    ]);
    expect(
      errorCells({ ...figures, insideRangeShare: null, medianRangeHighOverLow: null }),
    ).toEqual(['–', '–', '12\u00a0%', '46\u00a0%', '79\u00a0%', '0.99']);
  });
});

test('ranges and what lies in them are told in a cell, and none is a dash', () => {
  expect(coverageCell({ medianHighOverLow: 6.04, coverageShare: 0.934 })).toBe(
    '6.0; 93\u00a0% inside',
  );
  expect(coverageCell(undefined)).toBe('–');
});

test('figures of others are told by kind, with how many of them lie inside, and on which side the others', () => {
  const counts = [
    { kind: 'stated', figures: 4, inside: 1, above: 3, below: 0 },
    { kind: 'measured', figures: 9, inside: 7, above: 0, below: 2 },
    { kind: 'modelled', figures: 3, inside: 2, above: 1, below: 0 },
  ] as const;
  expect(insideText([...counts])).toBe(
    '7 of 9 that were metered, 2 of 3 that were modelled, and 1 of 4 that were stated without a method',
  );
  expect(directionText([...counts])).toBe(
    'Of all 16, 10 lie inside our range, 4 above it and 2 below it',
  );
});

test('the equation at a stated load stands beside the joules of an output token that are published', () => {
  expect(
    atStatedLoadText({
      unit: 'wattHours',
      inputTokens: 0,
      outputTokens: 100,
      stated: { value: 0.5, low: null, high: null },
      atStatedLoad: {
        concurrentSequences: 1,
        acceleratorCount: 1,
        sixteenBitJoules: 20,
        eightBitJoules: 10,
      },
    }),
  ).toMatch(/gives 10 J .* 8 bits and 20 J with 16, .*; published are 18 J\.$/);
});

test('a model counts as on the front by the digits that are shown', () => {
  expect([0.49, 0.5, 0.504, 0.506, 0.9].map(isOnFront)).toEqual([false, false, false, true, true]);
});

describe('a row of the index', () => {
  const axis = { low: 0.01, high: 1 };

  test('has median, range and class as texts and as what they sort by', () => {
    expect(figuresFor({ low: 0.028, central: 0.1, high: 0.41 }, 3, axis)).toEqual({
      median: '0.10',
      spread: '0.028–0.41',
      class: '3',
      bar: '--l:22.4;--m:50;--h:80.6',
      keys: { low: 0.028, median: 0.1, high: 0.41, class: 3 },
    });
  });

  test('has no class where none is told, and no figure where there is none', () => {
    expect(figuresFor(range, undefined, axis)).toMatchObject({
      class: '',
      keys: { class: undefined },
    });
    expect(NO_FIGURES.spread).toBe('no figure');
  });
});

describe('the title of a link to the table', () => {
  const titled = (more: Partial<TableState>, search = '', providerName = '') =>
    tableTitle({ ...DEFAULT_STATE, ...more }, askedAsCalled(search), {
      providerName,
      sortName: 'range',
    });

  test.each([
    [{}, '', ''],
    [{ query: ' llama ' }, '', 'Models, “llama”'],
    [{ weights: 'open' }, '', 'Open-weight models'],
    [{ features: ['tools', 'images'] }, '', 'Models with tools and images'],
    [{ features: ['tools'] }, '', 'Models with tools'],
    [{ evidence: ['measured', 'price'] }, '', 'Models, evidence measured or price'],
    [{ leastContextTokens: 128_000 }, '', 'Models, 128k context'],
    [{ mostUsdPerMillionTokens: 0.5 }, '', 'Models, at most 0.5 USD per million tokens'],
    [{ sort: 'spread' }, '', 'Models, by range'],
    [{ sort: 'spread', descending: true }, '', 'Models, by range, highest first'],
    [{ descending: true }, '', 'Models, by range, highest first'],
    [{}, '?per=input', 'Models, per 1000 input tokens'],
    [{}, '?pue=1.1', 'Models, PUE 1.1'],
  ] as const)('%o under %s', (more, search, title) => {
    expect(titled(more, search)).toBe(title);
  });

  test('begins with the provider, which is enough by itself', () => {
    expect(titled({}, '', 'z.AI')).toBe('Z.AI models');
    expect(titled({ weights: 'closed' }, '', 'Mistral')).toBe('Mistral closed-weight models');
  });
});

describe('a scenario in words', () => {
  const zones = [
    { zone: 'SE', name: 'Sweden', gramsPerKilowattHour: 21 },
    { zone: 'FR', name: 'France', gramsPerKilowattHour: 44 },
  ];
  const served = { grid: undefined, powerUsageEffectiveness: undefined } as const;

  test.each([
    [{ ...served, grid: 50, boundary: 'facilityAndEmbodied' }, 'grid of 50 gCO₂e/kWh'],
    [
      { ...served, grid: 'FR', boundary: 'facilityAndEmbodied' },
      'grid France, 44 gCO₂e/kWh in the yearly mean',
    ],
    [
      { grid: 'se', powerUsageEffectiveness: 1.1, boundary: 'accelerators' },
      'grid Sweden, 21 gCO₂e/kWh in the yearly mean; PUE 1.1; counting the accelerators alone',
    ],
    [{ ...served, boundary: 'server' }, 'counting the whole server'],
    [{ ...served, boundary: 'facility' }, 'counting the data centre'],
    [{ ...served, boundary: 'facilityAndEmbodied' }, ''],
  ] as const)('%o', (state, words) => {
    expect(scenarioWords(state, { zones })).toBe(words);
  });

  test('calls a grid as the link does where no zones are known', () => {
    const state = { ...served, grid: 'FR', boundary: 'facilityAndEmbodied' } as const;
    expect(scenarioWords(state, { zones: [] })).toBe('grid FR');
  });

  test('says what was expected of a value that cannot be', () => {
    expect(gridProblem(' 2001 ')).toBe(
      'There is no grid “2001”: a country, a zone such as SE, or 1 to 2000 gCO₂e per kWh was expected',
    );
    expect(pueProblem(' 3.1 ')).toBe('“3.1” cannot be a PUE: 1 to 3 was expected');
    expect([gridProblem('1'), gridProblem('2000'), pueProblem('1'), pueProblem('3')]).toEqual([
      '',
      '',
      '',
      '',
    ]);
    expect([gridProblem('  '), pueProblem('  ')]).toEqual(['', '']);
  });
});

test.each<[Per, string, string]>([
  ['output', '1000 output tokens', 'output'],
  ['input', '1000 input tokens', 'input'],
  ['cached-input', '1000 cached input tokens', 'cached-input'],
  ['chat', 'chat request', 'chat'],
  ['as-used', 'request as each is used on OpenRouter', 'as-used'],
  [
    { inputTokens: 1000, cachedInputTokens: 20_000, outputTokens: 300 },
    'request of 1k in, 20k cached, 300 out',
    '1k*20k*300',
  ],
])('figures may be per %o', (per, words, text) => {
  expect(perWords(per)).toBe(words);
  expect(perText(per)).toBe(text);
});

test.each([
  ['output', 'million-output'],
  ['input', 'million-input'],
  ['cached-input', 'million-cached-input'],
] as const)(
  'a million tokens are a thousand times a thousand of the same kind: %s',
  (thousand, million) => {
    const { inputTokens, cachedInputTokens, outputTokens } = TOKENS_OF_ONE_KIND[thousand];
    expect(TOKENS_OF_ONE_KIND[million]).toEqual({
      inputTokens: 1000 * inputTokens,
      cachedInputTokens: 1000 * cachedInputTokens,
      outputTokens: 1000 * outputTokens,
    });
    expect(perWords(million)).toBe(perWords(thousand).replace('1000', 'million'));
  },
);

describe('what is shown elsewhere', () => {
  const model = madeUpModel({
    evidence: 'price',
    perThousandOutputTokens: {
      ...madeUpModel().perThousandOutputTokens,
      gramsCO2e: { low: 0.018, central: 0.2, high: 2.2 },
    },
  });
  const release = {
    release: 'r1',
    methodVersion: '1.9',
    models: [model, madeUpModel({ id: 'a/b' })],
  };

  test('on a badge is the median of output tokens with its range', () => {
    const badge = badgeOf(model);
    expect([badge.label, badge.message]).toEqual([
      'gCO2e per 1k output tokens',
      '0.20 (0.018–2.2), class 2 of 9',
    ]);
    expect(badgeSvg(badge)).toContain('gCO2e per 1k output tokens: 0.20 (0.018–2.2)');
  });

  test('on a card is the model’s own range, how it is known, and since which release', () => {
    const cards = new Map(
      cardsOf(
        { ...release, date: '', inputs: {}, notEstimated: [], hosts: [] },
        { since: () => 'r0', choices: [], landmarks: [], site: new URL('https://example.org') },
      ),
    );
    const foot = 'Since release r0, method 1.9. Estimates: nine in ten cases lie in the range.';
    expect(cards.get('models/maker/model-1')).toEqual({
      title: 'Model 1',
      line: 'Maker · price: its size is not recorded here yet; energy is inferred from its list price',
      foot,
      address: 'example.org/models/maker/model-1/',
      figure: {
        range: { low: 0.018, central: 0.2, high: 2.2 },
        evidence: 'price',
        axis: { low: 0.01, high: 3 },
      },
    });
    expect(cards.get('site')).toEqual({
      title: 'How much carbon a thousand tokens emit',
      line: '2 models on OpenRouter, each a range with its reasons.',
      several: undefined,
      address: 'example.org/',
      foot: foot.replace('Since release r0', 'Release r1'),
    });
  });

  test('to programs that read pages is named with release, method and number of models', () => {
    const text = llmsText(release, 4000, new URL('https://index.example'));
    expect(text).toContain('counted apart, all at 4000 tokens of context');
    expect(text).toContain('as a range. Release r1, method 1.9, 2 models.\n');
    expect(text).toContain('- [Water](https://index.example/methodology/water.md): Water consumed');
    for (const { path, example, holds } of PUBLISHED_FILES) {
      expect(text).toContain(`\n- [${path}](https://index.example${example}): ${holds}\n`);
    }
  });
});

test('the models of a maker span from the lowest 5th to the highest 95th percentile', () => {
  const emitting = (gramsCO2e: ReturnType<typeof madeUpRange>) =>
    madeUpModel({
      perThousandOutputTokens: { ...madeUpModel().perThousandOutputTokens, gramsCO2e },
    });
  expect(
    spanOf({
      models: [
        emitting({ low: 2, central: 9, high: 10 }),
        emitting({ low: 3, central: 4, high: 50 }),
        emitting({ low: 1, central: 6, high: 7 }),
      ],
    }),
  ).toEqual({ low: 1, high: 50, medians: [4, 6, 9] });
  expect(spanOf({ models: [] })).toBeUndefined();
  expect(mediansText({ medians: [4, 6, 9] })).toBe('4.0–9.0');
  expect(mediansText({ medians: [4] })).toBe('4.0');
});
