import { describe, expect, test } from 'vitest';
import { readCommandLine, WrongUse } from '../../../src/cli/command-line.ts';

describe('the command line', () => {
  test('takes the tokens of a request and the circumstances', () => {
    expect(
      readCommandLine(
        'estimate a/b --input 1000 --cached 20 --output 300 --grid FR --pue 1.2 --boundary server'.split(
          ' ',
        ),
      ),
    ).toMatchObject({
      command: 'estimate',
      names: ['a/b'],
      request: { inputTokens: 1000, cachedInputTokens: 20, outputTokens: 300 },
      circumstances: { grid: 'FR', powerUsageEffectiveness: 1.2, boundary: 'server' },
      json: false,
    });
  });

  test('takes tokens as the site does', () => {
    const { request } = readCommandLine([
      'estimate',
      'a/b',
      '--input',
      '1.5k',
      '--output',
      '1,000',
    ]);
    expect(request).toMatchObject({ inputTokens: 1500, outputTokens: 1000 });
  });

  test('means a thousand output tokens where none are given, and no others where some are', () => {
    expect(readCommandLine(['estimate', 'a/b']).request.outputTokens).toBe(1000);
    expect(readCommandLine(['estimate', 'a/b', '--input', '5']).request.outputTokens).toBe(0);
  });

  test('takes what a model must be able to do as links of the site have it, and a limit', () => {
    const line =
      'recommend --score coding-50 --with tools,images --min-context 128k --max-price 2 --now gpt-5 --ci-limit 0.5';
    expect(readCommandLine(line.split(' '))).toMatchObject({
      needs: {
        features: ['tools', 'images'],
        leastContextTokens: 128_000,
        mostUsdPerMillionTokens: 2,
        level: { index: 'coding', least: 50 },
      },
      inUse: 'gpt-5',
      limit: { gramsCO2e: 0.5, at: 'high' },
    });
    expect(readCommandLine(['recommend']).limit).toBeUndefined();
  });

  test('takes a number for gCO2e per kWh', () => {
    expect(readCommandLine(['estimate', 'a/b', '--grid', '56']).circumstances.grid).toBe(56);
    expect(readCommandLine(['estimate', 'a/b', '--grid', '50,5']).circumstances.grid).toBe(50.5);
  });

  test.each([
    ['nothing', [], /expected estimate, compare, usage, or recommend/],
    ['another command', ['guess', 'a/b'], /no command “guess”/],
    [
      'an option twice',
      ['estimate', 'a/b', '--grid', 'FR', '--grid', 'DE'],
      /--grid .* more than once/,
    ],
    ['a number in hexadecimal', ['estimate', 'a/b', '--pue', '0x2'], /--pue is “0x2”/],
    ['two models to estimate', ['estimate', 'a/b', 'c/d'], /takes one model/],
    ['one model to compare', ['compare', 'a/b'], /two models or more/],
    ...['1.5', 'many', '', '4.000', '99999999999999999999'].map(
      (text): [string, string[], RegExp] => [
        `“${text}” tokens`,
        ['estimate', 'a/b', '--input', text],
        /--input is “.*”: expected a whole number of tokens, such as/,
      ],
    ),
    ['no tokens at all', ['estimate', 'a/b', '--output', '0'], /without any tokens/],
    [
      'a PUE below 1',
      ['estimate', 'a/b', '--pue', '0.9'],
      /--pue is “0.9”: expected a number from 1 to 3/,
    ],
    ['a grid of 1 or of 1000', ['estimate', 'a/b', '--grid', '1.000'], /--grid is “1.000”/],
    ['a grid beyond all grids', ['estimate', 'a/b', '--grid', '5000'], /from 1 to 2000/],
    ['usage without a file', ['usage'], /usage takes one file/],
    ['a model to recommend', ['recommend', 'a/b'], /“a\/b” is left over; --now names/],
    ['tokens of an export', ['usage', 'a.csv', '--input', '5'], /usage does not take --input/],
    ['needs of one model', ['estimate', 'a/b', '--score', '50'], /does not take --score/],
    ['another index', ['recommend', '--score', 'beauty-50'], /--score is “beauty-50”/],
    ['another ability', ['recommend', '--with', 'tools,sound'], /--with is “sound”/],
    ['no context', ['recommend', '--min-context', 'long'], /--min-context is “long”/],
    ['a limit below nothing', ['recommend', '--ci-limit=-1'], /--ci-limit is “-1”.*from 0 on/],
    ['an empty limit', ['recommend', '--ci-limit', ''], /from 0 on/],
    [
      'an end of no range',
      ['recommend', '--ci-limit', '1', '--ci-limit-at', 'mean'],
      /low, central/,
    ],
    ['an end without a limit', ['recommend', '--ci-limit-at', 'low'], /--ci-limit is missing/],
    [
      'a boundary of another name',
      ['estimate', 'a/b', '--boundary', 'gpu'],
      /expected one of accelerators/,
    ],
  ])('refuses %s, and says what was expected', (_, args, message) => {
    expect(() => readCommandLine(args)).toThrow(WrongUse);
    expect(() => readCommandLine(args)).toThrow(message);
  });
});
