import { describe, expect, test } from 'vitest';
import { attributesOf, subscripted } from '../../../src/components/compare/attributes.ts';
import type { AnsweredModel } from '../../../src/components/compare/compared-figures.ts';
import { comparisonMarkdown } from '../../../src/components/compare/comparison-markdown.ts';
import { comparisonView } from '../../../src/components/compare/comparison-view.ts';
import { chartStyle, ratioStyle } from '../../../src/components/compare/table-drawing.ts';
import { casesText } from '../../../src/library/cases-text.ts';
import { wholeModelJson } from '../../../src/published/model-json.ts';
import { AS_PUBLISHED, type Asked } from '../../../src/query/asked.ts';
import { choiceOf, listOf, pairInWords, toldApartText } from '../../../src/text/probabilities.ts';
import { DOT_COLUMNS, dotPaths } from '../../../src/ui/chart/dot-plot.ts';
import { madeUpEndpoint, madeUpHost, madeUpModel } from '../release/made-up-model.ts';

const PER_CHAT: Asked = { ...AS_PUBLISHED, per: 'chat' };

describe('two models in words', () => {
  const ratio = { low: 0.2, central: 0.5, high: 0.8 };

  test('say who emits less, how probably, and how many times as much the other emits', () => {
    expect(
      pairInWords(
        'A',
        'B',
        { probabilityLess: 0.9, probabilityLessServedAlike: 0.97, ratio },
        'chat request',
      ),
    ).toEqual({
      verdict:
        'A emits less than B per chat request in 90 of 100 cases as each is served, in 97 of 100 if both were served alike.',
      ratioSentence: 'B emits 2.0 times what A does (nine in ten: 1.3 to 5.0).',
      less: 'A',
      more: 'B',
      times: { low: 1 / 0.8, central: 2, high: 5 },
      probability: 0.9,
    });
  });

  test('put the second first where it emits less', () => {
    const twice = { low: 1.5, central: 3, high: 8 };
    expect(
      pairInWords(
        'A',
        'B',
        { probabilityLess: 0.25, probabilityLessServedAlike: 0.2, ratio: twice },
        'chat request',
      ),
    ).toEqual({
      verdict:
        'B emits less than A per chat request in 75 of 100 cases as each is served, in 80 of 100 if both were served alike.',
      ratioSentence: 'A emits 3.0 times what B does (nine in ten: 1.5 to 8.0).',
      less: 'B',
      more: 'A',
      times: twice,
      probability: 0.75,
    });
  });

  test.each([
    [0.41, 'A and B cannot be told apart: either emits less per step in about half of the cases.'],
    [0.59, 'A and B cannot be told apart: either emits less per step in about half of the cases.'],
    [
      0.6,
      'A emits less than B per step in 60 of 100 cases as each is served, in 60 of 100 if both were served alike.',
    ],
    [
      0.39,
      'B emits less than A per step in 61 of 100 cases as each is served, in 61 of 100 if both were served alike.',
    ],
  ])('say “less” from a probability of 0.6 on, either way: %d', (probabilityLess, verdict) => {
    expect(
      pairInWords(
        'A',
        'B',
        { probabilityLess, probabilityLessServedAlike: probabilityLess, ratio },
        'step',
      ).verdict,
    ).toBe(verdict);
  });

  test('at even chances name the first as the lesser', () => {
    expect(
      pairInWords(
        'A',
        'B',
        { probabilityLess: 0.5, probabilityLessServedAlike: 0.5, ratio },
        'step',
      ),
    ).toMatchObject({
      less: 'A',
      more: 'B',
    });
  });
});

test.each([
  [1, 'over 99 of 100'],
  [0.9951, 'over 99 of 100'],
  [0.995, 'over 99 of 100'],
  [0.9949, '99 of 100'],
  [0.664, '66 of 100'],
  [0.005, '1 of 100'],
  [0.0049, 'under 1 of 100'],
  [0, 'under 1 of 100'],
])('a probability of %d reads %s, and is never certain', (value, text) => {
  expect(casesText(value)).toBe(text);
});

test('names are listed as choices or together', () => {
  expect(choiceOf(['A', 'B', 'C'])).toBe('A or B or C');
  expect(listOf(['A', 'B', 'C'])).toBe('A, B and C');
});

const open = madeUpModel({
  id: 'maker/open',
  name: 'Maker: Open',
  evidence: 'architecture',
  tier: '2a',
  weights: 'open',
  facts: {
    weights: 'open',
    parameters: { totalBillions: 235, activeBillions: 22, how: 'read', sources: ['card'] },
    precision: { format: 'fp8', how: 'read', sources: ['card'] },
  },
});
const closed = madeUpModel({
  id: 'other/closed',
  name: 'Other: Closed',
  evidence: 'price',
  tier: '3',
  weights: 'closed',
  emissionClass: { place: 4, of: 9, others: 12 },
});
const answered = (
  model: typeof open,
  grams: number,
  probabilityOfLeast: number,
): AnsweredModel => ({
  file: wholeModelJson(model),
  estimate: {
    gramsCO2e: { low: grams / 4, central: grams, high: 3 * grams },
    wattHours: { low: 10 * grams, central: 20 * grams, high: 70 * grams },
    millilitresWater: { low: 100 * grams, central: 300 * grams, high: 500 * grams },
  },
  sortedGrams: Float64Array.from({ length: 200 }, (_, draw) => (grams * (draw + 50)) / 150),
  probabilityOfLeast,
  withoutReasoning: false,
});
const first = answered(open, 0.2, 0.85);
const second = answered(closed, 0.6, 0.1);
const third = answered({ ...closed, id: 'other/third', name: 'Other: Third' }, 0.8, 0.05);
const unanswered = { file: wholeModelJson(closed), because: 'It does not fit.' };
const comparison = {
  probabilityLess: 0.85,
  probabilityLessServedAlike: 0.97,
  ratio: { low: 0.1, central: 0.25, high: 0.8 },
};
const pair = { first, second, comparison };

describe('a comparison', () => {
  test('says that a maker states more than our range, and has its figure beside ours', () => {
    const maker = {
      publisher: 'Maker',
      unit: 'gramsCO2e' as const,
      inputTokens: 0,
      outputTokens: 400,
      stated: { value: 1.14 },
      ours: { low: 0.006, central: 0.023, high: 0.087 },
      verdict: 'above' as const,
      statedOverOurCentral: 49.2,
    };
    const stating = { ...first, file: { ...first.file, statedByMaker: [maker] } };
    const models = [stating, second];
    const pairs = [{ ...pair, first: stating }];
    const { lead, attributes } = comparisonView({ models, pairs }, PER_CHAT);
    expect(lead).toMatch(
      / The maker of Open states more than our range: 1\.14 gCO₂e for 400 tokens of output, 49 times our median for them\.$/,
    );
    expect(attributes.find(({ label }) => label === 'Stated by its maker')?.cells).toEqual([
      {
        text: '1.14 gCO₂e',
        aside: 'for 400 tokens of output; ours, as served: 0.023 (0.0060–0.087) gCO₂e',
      },
      { text: 'nothing that we know of' },
    ]);
    const inside = { ...maker, verdict: 'inside' as const };
    const agreeing = { ...first, file: { ...first.file, statedByMaker: [inside] } };
    expect(comparisonView({ models: [agreeing, second], pairs: [] }, PER_CHAT).lead).not.toMatch(
      /maker/,
    );
  });

  test('of two is led by their whole pair', () => {
    const { lead, functionalUnit } = comparisonView(
      { models: [first, second], pairs: [pair] },
      PER_CHAT,
    );
    expect(functionalUnit).toBe('chat request');
    expect(lead).toBe(
      'Open emits less than Closed per chat request in 85 of 100 cases as each is served, in 97 of 100 if both were served alike. Closed emits 4.0 times what Open does (nine in ten: 1.3 to 10).',
    );
  });

  test('of more is led by which probably emits least, against the others in their order', () => {
    const pairs = [
      pair,
      { first, second: third, comparison },
      { first: second, second: third, comparison },
    ];
    const { lead } = comparisonView({ models: [second, third, first], pairs }, AS_PUBLISHED);
    expect(lead).toBe(
      'Of these 3, Open most often emits least per 1000 output tokens: in 85 of 100 cases, against 10 of 100 for Closed and 5 of 100 for Third. Of Closed and Third only the price is known: between them this mostly compares prices.',
    );
  });

  test('ends with whose hidden tokens are not counted, where what is asked leaves them out', () => {
    const leadOf = (models: AnsweredModel[]) =>
      comparisonView({ models, pairs: [pair] }, PER_CHAT).lead;
    const lead = leadOf([first, second]);
    expect(leadOf([first, { ...second, withoutReasoning: true }])).toBe(
      `${lead} Hidden reasoning of Closed is not in it; as each is used, it is.`,
    );
    expect(leadOf([first, second].map((model) => ({ ...model, withoutReasoning: true })))).toBe(
      `${lead} Hidden reasoning of both is not in it; as each is used, it is.`,
    );
  });

  test.each([
    [[], ''],
    [[first], 'Add a second model to compare this one with.'],
    [
      [unanswered, first],
      'Only Open has a figure per chat request, so there is nothing to compare.',
    ],
    [
      [unanswered, unanswered],
      'None of these models has a figure per chat request, so there is nothing to compare.',
    ],
  ])('without a pair says so: %#', (models, lead) => {
    expect(comparisonView({ models, pairs: [] }, PER_CHAT).lead).toBe(lead);
  });

  test('has a row for each model with its median, range and probability of emitting least', () => {
    const { rows } = comparisonView({ models: [first, unanswered], pairs: [] }, PER_CHAT);
    expect(rows).toMatchObject([
      {
        id: 'maker/open',
        name: 'Open',
        makerName: 'Maker',
        evidence: 'architecture',
        because: undefined,
        drawn: { median: '0.20', spread: '0.050–0.60', least: '' },
      },
      { name: 'Closed', because: 'It does not fit.', drawn: undefined },
    ]);
    const both = comparisonView({ models: [first, second], pairs: [pair] }, PER_CHAT);
    expect(both.rows.map(({ drawn }) => drawn?.least)).toEqual(['85 of 100', '10 of 100']);
    for (const { drawn } of both.rows) {
      expect(drawn?.dots.inside).toHaveLength(90);
      expect(dotPaths(drawn!.dots).viewBox).toBe(`0 0 ${DOT_COLUMNS} ${drawn?.dots.levels}`);
      expect(drawn?.dots.levels).toBeGreaterThan(1);
    }
  });

  test('has axes that hold every figure, and one for nothing', () => {
    const view = comparisonView({ models: [first, second], pairs: [pair] }, PER_CHAT);
    const { axis, ratioAxis } = view;
    expect(axis.low).toBeLessThanOrEqual(0.2 / 3);
    expect(axis.high).toBeGreaterThanOrEqual(0.9);
    expect(ratioAxis).toEqual({ low: 0.5, high: 10 });
    expect(chartStyle(view)).toMatch(/^--gl:.+/);
    expect(ratioStyle(view)).toMatch(/^--gl:linear-gradient\(var\(--ink-2\) 0 0\) 23\.14% /);
    expect(comparisonView({ models: [unanswered], pairs: [] }, PER_CHAT).axis).toEqual({
      low: 0.01,
      high: 10,
    });
  });

  test('says of a pair the ratio above one, as the weaker evidence of the two bears it', () => {
    const { pairs } = comparisonView({ models: [first, second], pairs: [pair] }, PER_CHAT);
    expect(pairs).toMatchObject([
      {
        median: '4.0',
        spread: '1.3–10',
        probability: '85 of 100',
        probabilityFirstLess: 0.85,
        evidence: 'price',
      },
    ]);
    const lessKnown = { ...first, file: { ...first.file, evidence: 'parameters' as const } };
    const [known] = comparisonView(
      { models: [first, lessKnown], pairs: [{ first, second: lessKnown, comparison }] },
      PER_CHAT,
    ).pairs;
    expect(known?.evidence).toBe('parameters');
    const turned = { first: second, second: first, comparison };
    expect(
      comparisonView({ models: [second, first], pairs: [turned] }, PER_CHAT).pairs[0]?.evidence,
    ).toBe('price');
  });

  test('as Markdown has each figure under its model, and says scenario, release and link', () => {
    const other = { first, second: third, comparison };
    const view = comparisonView({ models: [first, second], pairs: [pair, other] }, PER_CHAT);
    const from = { release: 'r1', link: 'https://index.example/compare/', served: 'as served' };
    const lines = comparisonMarkdown(view, from).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '| Median (nine in ten) | Open | Closed |',
      '| --- | --- | --- |',
      '| gCO₂e per chat request | 0.20 (0.050–0.60) | 0.60 (0.15–1.8) |',
    ]);
    expect(lines.slice(-3)).toEqual([
      '',
      'Estimates per chat request, as served, not measurements. LLM Carbon Index, release r1: https://index.example/compare/',
      '',
    ]);
    for (const { verdict, ratioSentence } of view.pairs) {
      expect(lines).toContain(`- ${verdict} ${ratioSentence}`);
    }
    expect(comparisonMarkdown(view, { ...from, served: 'scenario: grid SE' })).toContain(
      'Estimates per chat request, scenario: grid SE, not measurements.',
    );
  });

  test('without pairs is a table and where it comes from, whatever a cell holds', () => {
    const view = comparisonView({ models: [first], pairs: [] }, PER_CHAT);
    const attributes = [{ label: 'a|b\nc', cells: [{ text: '1' }], differs: false }];
    expect(
      comparisonMarkdown(
        { ...view, attributes },
        { release: 'r1', link: 'L', served: 'as served' },
      ),
    ).toBe(
      '| Median (nine in ten) | Open |\n| --- | --- |\n| a\\|b c | 1 |\n\nEstimates per chat request, as served, not measurements. LLM Carbon Index, release r1: L\n',
    );
  });
});

describe('what is known of compared models', () => {
  const rowOf = (label: string, ...models: Parameters<typeof attributesOf>[0]) => {
    const row = attributesOf(models, 'chat request', 'g').find((one) => one.label === label);
    return row?.cells.map(({ text, aside }) => (aside === undefined ? text : `${text} (${aside})`));
  };

  test.each([
    ['gCO₂e per chat request', ['0.20 (0.050–0.60)', '0.60 (0.15–1.8)']],
    ['Wh per chat request', ['4.0 (2.0–14)', '12 (6.0–42)']],
    ['mL of water per chat request', ['60 (20–100)', '180 (60–300)']],
    ['Class, per output token as served', ['2 of 9 (with 7 others)', '4 of 9 (with 12 others)']],
    ['Evidence', ['architecture (tier 2a)', 'price (tier 3)']],
    ['Parameters', ['235 billion, 22 billion of them active', 'undisclosed']],
    ['Weights', ['open (released as fp8)', 'closed']],
    ['List price, $ per million, in and out', ['0.20 and 1.50', '0.20 and 1.50']],
    ['Context, tokens', ['131\u202f072', '131\u202f072']],
    ['Scores: intelligence, coding, agentic (Artificial Analysis)', ['47, 39, 28', '47, 39, 28']],
    ['Tools', ['yes', 'yes']],
    ['Reasoning', ['no', 'no']],
    ['Images as input', ['yes', 'yes']],
    ['Hosts', ['2 (First Host, Second Host)', '2 (First Host, Second Host)']],
    ['Countries it may run in', ['France, Sweden', 'France, Sweden']],
    ['Listed since', ['2026-05-06', '2026-05-06']],
    ['Leaves OpenRouter after', ['no day stated', 'no day stated']],
  ])('%s', (label, texts) => {
    expect(rowOf(label, first, second)).toEqual(texts);
  });

  test('names the three largest unknowns, the largest first', () => {
    expect(rowOf('What makes the range wide', first)).toEqual([
      'Grid intensity 40\u00a0%; Requests served at once 30\u00a0%; Form of the energy model, size 10\u00a0%',
    ]);
    expect(rowOf('What makes the range wide', second)?.[0]).toContain(
      'Size, inferred from the price 10\u00a0%',
    );
  });

  test('says where something is not known, not stated or not there', () => {
    const bare = answered(
      madeUpModel({
        listed: {
          ...open.listed,
          prices: { inputUsdPerMillionTokens: 0.2 },
          contextTokens: undefined,
          created: undefined,
          artificialAnalysis: undefined,
          inputModalities: ['text'],
          supportsTools: false,
          supportsReasoning: true,
        },
        served: {
          ...open.served,
          listed: false,
          endpoints: ['Stand-in', 'Other'].map((name) =>
            madeUpEndpoint({ host: madeUpHost({ name }) }),
          ),
        },
      }),
      1,
      1,
    );
    const texts = attributesOf([bare], 'chat request', 'g').map(({ cells }) => cells[0]?.text);
    expect(texts.slice(8)).toEqual([
      'not stated',
      'not stated',
      'not rated',
      'no',
      'yes',
      'no',
      'none listed',
      'France',
      'not stated',
      'no day stated',
    ]);
    expect(rowOf('Hosts', bare)).toEqual(['none listed (assumed: Stand-in, Other)']);
  });

  test.each([
    [{ inputUsdPerMillionTokens: 0, outputUsdPerMillionTokens: 0 }, 'free'],
    [{ inputUsdPerMillionTokens: 0, outputUsdPerMillionTokens: 2 }, '0.00 and 2.00'],
    [{ inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 0 }, '1.00 and 0.00'],
    [{ outputUsdPerMillionTokens: 2 }, 'not stated'],
  ])('is free only where both prices are nothing: %o', (prices, text) => {
    const model = answered(madeUpModel({ listed: { ...open.listed, prices } }), 1, 1);
    expect(rowOf('List price, $ per million, in and out', model)).toEqual([text]);
  });

  test('tells which attributes differ', () => {
    const attributes = attributesOf([first, second], 'chat request', 'g');
    expect(attributes.filter(({ differs }) => !differs).map(({ label }) => label)).toEqual([
      'List price, $ per million, in and out',
      'Context, tokens',
      'Scores: intelligence, coding, agentic (Artificial Analysis)',
      'Tools',
      'Reasoning',
      'Images as input',
      'Hosts',
      'Countries it may run in',
      'Listed since',
      'Leaves OpenRouter after',
    ]);
  });

  test('gives the reason in place of a figure', () => {
    expect(rowOf('Wh per chat request', unanswered)).toEqual(['no figure (It does not fit.)']);
  });

  test('is set with a subscript where its label says CO₂', () => {
    expect(subscripted('gCO₂e per chat request')).toEqual(['gCO', 'e per chat request']);
  });
});

describe('probabilities beside ranges that overlap', () => {
  test.each([
    [[0.47, 0.5, 0.59], 'Near 50 of 100, as here, two models cannot be told apart.'],
    [
      [0.47, 0.6],
      'So a difference is better known than a level; near 50 of 100 two models cannot be told apart.',
    ],
    [
      [0.4],
      'So a difference is better known than a level; near 50 of 100 two models cannot be told apart.',
    ],
  ])('%j say what can be told apart', (probabilities, words) => {
    expect(toldApartText(probabilities, 'architecture')).toBe(words);
    expect(toldApartText(probabilities, 'price')).toBe(
      `${words} Between two models that are known by their price, it compares mostly their prices.`,
    );
  });
});
