import { describe, expect, test } from 'vitest';
import { answerComparison, answerEstimate } from '../../../src/cli/answers.ts';
import { type CommandLine, readCommandLine } from '../../../src/cli/command-line.ts';
import { verdictOn } from '../../../src/cli/limit.ts';
import type { PackagedRelease } from '../../../src/library/packaged-release.ts';
import type { ReleaseCalculator } from '../../../src/library/release-calculator.ts';

const release = {
  release: 'r1',
  methodVersion: '1.9',
  licence: 'CC-BY-4.0',
  attribution: 'LLM Carbon Index',
  method: { serving: { statedContextTokens: 4000 } },
} as PackagedRelease;

const MODELS: Record<string, { name: string; evidence: string; grams: number }> = {
  'a/one': { name: 'A: One', evidence: 'measured', grams: 0.2 },
  'b/two': { name: 'B: Two', evidence: 'price', grams: 0.8 },
  'd/four': { name: 'D: Four', evidence: 'price', grams: 0.3 },
  'd/four-fast': { name: 'D: Four, fast', evidence: 'price', grams: 0.3 },
  'c/three': { name: 'C: Three', evidence: 'parameters', grams: 5.123456 },
};
const PROBABILITY: Record<string, number> = {
  'a/one b/two': 0.934567,
  'a/one c/three': 0.995,
  'b/two c/three': 0.005,
};

const idOf = (text: string) => (text === 'one' ? 'a/one' : text.replace(':free', ''));

/** Answers with figures that are all different; a variant is its model, and “one” another name. */
const calculator = {
  model: (text: string) => ({ id: idOf(text), ...MODELS[idOf(text)] }),
  resolve: (text: string) => ({
    kind: 'found',
    model: { id: idOf(text) },
    exact: text !== 'one',
  }),
  estimate: (id: string) => {
    const grams = MODELS[id]!.grams;
    return {
      gramsCO2e: { low: grams / 4, central: grams, high: 3 * grams },
      wattHours: { low: 10 * grams, central: 20 * grams, high: 70 * grams },
      millilitresWater: { low: 100 * grams, central: 300 * grams, high: 500 * grams },
    };
  },
  isOneModel: (first: string, second: string) => [first, second].every((id) => id.startsWith('d/')),
  compare: (first: string, second: string) => ({
    probabilityLess: PROBABILITY[`${first} ${second}`],
    probabilityLessServedAlike: 0.5,
    ratio: { low: 0.1, central: 0.25, high: 0.812345 },
  }),
} as unknown as ReleaseCalculator;

const asked = (line: string): CommandLine => readCommandLine(line.split(' '));

describe('the answer to an estimate', () => {
  test('says the model, the request, and every figure with its range and unit', () => {
    expect(answerEstimate(asked('estimate a/one:free'), calculator, release).text).toBe(
      [
        'A: One (a/one), evidence: measured',
        '1000 output tokens at 4000 tokens of context, as served',
        '',
        '  0.20 (0.050–0.60) gCO2e',
        '  4.0 (2.0–14) Wh',
        '  60 (20–100) mL of water',
        '',
        'Median and, in brackets, 5th to 95th percentile. Estimates, not measurements; inference only.',
        'Counted: facility electricity and embodied emissions of the hardware.',
        'LLM Carbon Index, release r1, method 1.9.',
      ].join('\n'),
    );
  });

  test('says what a name was taken for that the list does not have', () => {
    const { text, json } = answerEstimate(asked('estimate one'), calculator, release);
    expect(text.split('\n')[0]).toBe('“one” is read as a/one.');
    expect(json).toMatchObject({ asked: 'one', id: 'a/one' });
  });

  test('says that the host is assumed, and what the maker states beyond the range', () => {
    const stated = {
      unit: 'gramsCO2e',
      inputTokens: 0,
      outputTokens: 400,
      stated: { value: 1.14 },
      ours: { low: 0.011, central: 0.023, high: 0.087 },
      verdict: 'above',
      statedOverOurCentral: 49.2,
    };
    const caveats = { hostListedByOpenRouter: false, statedByMaker: [stated] };
    const answers = [
      ['estimate a/one', answerEstimate],
      ['compare a/one b/two', answerComparison],
    ] as const;
    for (const [line, answer] of answers) {
      const withCaveats = {
        ...calculator,
        model: (text: string) => ({
          ...calculator.model(text),
          ...(idOf(text) === 'a/one' && caveats),
        }),
      } as unknown as ReleaseCalculator;
      const { text, json } = answer(asked(line), withCaveats, release);
      expect(text).toContain(
        'The host of a/one is assumed.\nThe maker of a/one states more than our range: 1.14 gCO₂e for 400 tokens of output, 49 times our median for them.\n',
      );
      expect(text).not.toContain('of b/two');
      expect(JSON.stringify(json)).toContain(JSON.stringify(caveats).slice(1, -1));
    }
  });

  test.each([
    ['--input 10', 'One request of 10 input tokens, as served'],
    ['--cached 20', 'One request of 20 cached input tokens, as served'],
    [
      '--input 10 --cached 20 --output 30',
      'One request of 10 input, 20 cached input, and 30 output tokens, as served',
    ],
    ['--input 10 --output 30', 'One request of 10 input and 30 output tokens, as served'],
    ['--output 30 --grid FR', 'One request of 30 output tokens, on the grid FR'],
    ['--output 30 --grid 56', 'One request of 30 output tokens, on the grid 56 gCO2e/kWh'],
    ['--output 30 --pue 1.2', 'One request of 30 output tokens, at PUE 1.2'],
    [
      '--output 30 --grid FR --pue 1.2',
      'One request of 30 output tokens, on the grid FR, at PUE 1.2',
    ],
  ])('says what was asked: %s', (options, line) => {
    const { text } = answerEstimate(asked(`estimate a/one ${options}`), calculator, release);
    expect(text.split('\n')[1]).toBe(line);
  });

  test.each([
    ['accelerators', 'Counted: the accelerators alone.'],
    ['server', 'Counted: the server.'],
    ['facility', 'Counted: the facility’s electricity.'],
    [
      'facilityAndEmbodied',
      'Counted: facility electricity and embodied emissions of the hardware.',
    ],
  ])('says how far was counted: %s', (boundary, line) => {
    const { text } = answerEstimate(
      asked(`estimate a/one --boundary ${boundary}`),
      calculator,
      release,
    );
    expect(text).toContain(line);
  });

  test('for a program holds the same, to four digits, with units and terms', () => {
    const line = 'estimate c/three --input 10 --output 30 --grid FR --pue 1.2 --boundary server';
    expect(answerEstimate(asked(line), calculator, release).json).toEqual({
      release: 'r1',
      methodVersion: '1.9',
      unit: 'per request: gramsCO2e in g CO2e (GWP100), wattHours in Wh, millilitresWater in mL',
      range: 'low, central and high are the 5th, 50th and 95th percentile',
      licence: 'CC-BY-4.0',
      attribution: 'LLM Carbon Index',
      request: { inputTokens: 10, cachedInputTokens: 0, outputTokens: 30, requests: 1 },
      grid: 'FR',
      powerUsageEffectiveness: 1.2,
      boundary: 'server',
      asked: 'c/three',
      id: 'c/three',
      name: 'C: Three',
      evidence: 'parameters',
      gramsCO2e: { low: 1.281, central: 5.123, high: 15.37 },
      wattHours: { low: 51.23, central: 102.5, high: 358.6 },
      millilitresWater: { low: 512.3, central: 1537, high: 2562 },
    });
    expect(answerEstimate(asked('estimate a/one'), calculator, release).json).toMatchObject({
      boundary: 'facilityAndEmbodied',
    });
  });
});

describe('the answer to a comparison', () => {
  const answer = () =>
    answerComparison(
      asked('compare a/one b/two a/one:free c/three --input 5'),
      calculator,
      release,
    );

  test('says each model once, and each pair with probability and ratio', () => {
    expect(answer().text).toBe(
      [
        'a/one and a/one:free are one model, a/one.',
        'One request of 5 input tokens, as served',
        '',
        '  0.20 (0.050–0.60) gCO2e  a/one (evidence: measured)',
        '  0.80 (0.20–2.4) gCO2e  b/two (evidence: price)',
        '  5.1 (1.3–15) gCO2e  c/three (evidence: parameters)',
        '',
        '  a/one emits less than b/two in 93 of 100 cases as each is served, in 50 of 100 if both were served alike; it emits 0.25 (0.10–0.81) times as much',
        '  a/one emits less than c/three in over 99 of 100 cases as each is served, in 50 of 100 if both were served alike; it emits 0.25 (0.10–0.81) times as much',
        '  b/two emits less than c/three in 1 of 100 cases as each is served, in 50 of 100 if both were served alike; it emits 0.25 (0.10–0.81) times as much',
        '',
        'Median and, in brackets, 5th to 95th percentile. Estimates, not measurements; inference only.',
        'Counted: facility electricity and embodied emissions of the hardware.',
        'LLM Carbon Index, release r1, method 1.9.',
      ].join('\n'),
    );
  });

  test('says when two entries are one model under two terms, and compares it with nothing', () => {
    const { text, json } = answerComparison(
      asked('compare d/four d/four-fast'),
      calculator,
      release,
    );
    expect(text).toContain('d/four and d/four-fast are one model under two terms of sale');
    expect(text).not.toContain('emits less than');
    expect(json).toMatchObject({ oneModel: [['d/four', 'd/four-fast']], comparisons: [] });
    const one = answerComparison(asked('compare a/one one'), calculator, release);
    expect(one.text).toContain('There is nothing to compare: it is one model.');
  });

  test('calls a probability neither 0 nor 1, and one at the edge by its digits', () => {
    const at = (probability: number) => {
      const compare = () => ({
        probabilityLess: probability,
        probabilityLessServedAlike: 0.5,
        ratio: { low: 1, central: 1, high: 1 },
      });
      const { text } = answerComparison(
        asked('compare a/one b/two'),
        { ...calculator, compare } as unknown as ReleaseCalculator,
        release,
      );
      return /in (.+?) cases as each is served/.exec(text)?.[1];
    };
    expect([0.99, 0.996, 0.01, 0.004, 0.5].map(at)).toEqual([
      '99 of 100',
      'over 99 of 100',
      '1 of 100',
      'under 1 of 100',
      '50 of 100',
    ]);
  });

  test('for a program holds each model and each pair', () => {
    expect(answer().json).toMatchObject({
      release: 'r1',
      models: [
        {
          id: 'a/one',
          name: 'A: One',
          evidence: 'measured',
          gramsCO2e: { low: 0.05, central: 0.2 },
        },
        { id: 'b/two', name: 'B: Two', evidence: 'price', gramsCO2e: { high: 2.4 } },
        { id: 'c/three', gramsCO2e: { low: 1.281, central: 5.123, high: 15.37 } },
      ],
      comparisons: [
        {
          first: 'a/one',
          second: 'b/two',
          probabilityFirstEmitsLess: 0.9346,
          probabilityFirstEmitsLessServedAlike: 0.5,
          firstOverSecond: { low: 0.1, central: 0.25, high: 0.8123 },
        },
        { first: 'a/one', second: 'c/three', probabilityFirstEmitsLess: 0.995 },
        { first: 'b/two', second: 'c/three', probabilityFirstEmitsLess: 0.005 },
      ],
    });
  });
});

describe('a limit', () => {
  const answer = () => answerComparison(asked('compare a/one b/two'), calculator, release);
  const at = (gramsCO2e: number, end: 'low' | 'central' | 'high' = 'high') =>
    verdictOn(answer(), { gramsCO2e, at: end });

  test('is kept by every figure at the end that it is held against, or the shell hears of it', () => {
    expect(at(2.5)).toMatchObject({ exitCode: 0, json: { limit: { kept: true } } });
    expect(at(2.3)).toMatchObject({ exitCode: 2, json: { limit: { kept: false } } });
    expect(at(2.3).said).toBe('Above the limit of 2.3 gCO2e (95th percentile): b/two, 2.4.');
    expect(at(0.8, 'central').exitCode).toBe(0);
    expect(at(0.7, 'central').said).toContain('(median): b/two, 0.80.');
  });

  test('is not kept by a figure from which something is missing', () => {
    const verdict = verdictOn(
      { ...answer(), notCounted: 'some is missing.' },
      { gramsCO2e: 9, at: 'high' },
    );
    expect(verdict).toMatchObject({ exitCode: 1, json: { limit: { kept: null } } });
    expect(verdict.said).toContain('cannot be said: some is missing.');
  });
});
