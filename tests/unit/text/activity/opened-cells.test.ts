import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { modelFinder } from '../../../../src/library/find-model.ts';
import { activityLines } from '../../../../src/text/activity/activity-lines.ts';
import { activitySentences } from '../../../../src/text/activity/activity-words.ts';
import { readActivity } from '../../../../src/text/activity/read-activity.ts';

const read = (rows: string[][]) => readActivity(Papa, Papa.unparse(rows));
const tokens = (rows: string[][]) => read(rows).byModel.get('x/y');
const said = (rows: string[][]) => {
  const activity = read(rows);
  return activitySentences(activity, activityLines(activity, modelFinder([]))).join('\n');
};

const DETAILS = { input: 600, input_cached_tokens: 400, output: 200, total: 1200 };
const WHOLE = { inputTokens: 600, cachedInputTokens: 400, outputTokens: 200 };
const LANGFUSE = ['model', 'inputUsage', 'outputUsage', 'totalUsage', 'usageDetails'];

test.each<[what: string, rows: string[][]]>([
  [
    'Langfuse’s alone',
    [
      ['model', 'usageDetails'],
      ['x/y', JSON.stringify(DETAILS)],
    ],
  ],
  [
    'Langfuse’s beside columns that hold sums of it',
    [LANGFUSE, ['x/y', '1000', '200', '1200', JSON.stringify(DETAILS)]],
  ],
  [
    'OpenAI’s usage',
    [
      ['id', 'usage', 'model', 'costDetails'],
      [
        '1',
        '{"prompt_tokens":1000,"completion_tokens":200,"prompt_tokens_details":{"cached_tokens":400}}',
        'x/y',
        '{"input":0.1,"output":0.2}',
      ],
    ],
  ],
  [
    'details beside counts in columns',
    [
      ['model', 'prompt_tokens', 'completion_tokens', 'prompt_tokens_details'],
      ['x/y', '1000', '200', '{"cached_tokens": 400}'],
    ],
  ],
])('counts as JSON in cells are read: %s', (_what, rows) => {
  expect(tokens(rows)).toEqual(WHOLE);
  expect(read(rows).unreadObjects).toEqual([]);
});

test('counts as JSON in a text of JSON are read', () => {
  const record = { model: 'x/y', usageDetails: JSON.stringify(DETAILS) };
  expect(readActivity(Papa, JSON.stringify([record])).byModel.get('x/y')).toEqual(WHOLE);
});

test.each<[what: string, cells: string[]]>([
  ['of a program, not of JSON', ["{'input_tokens': 600, 'input_cached_tokens': 400}"]],
  ['of which one is no JSON', [JSON.stringify(DETAILS), '{"input": 600, "input_cached']],
])('objects %s are not read, and that is said', (_what, cells) => {
  const rows = [LANGFUSE, ...cells.map((cell) => ['x/y', '1000', '200', '1200', cell])];
  expect(tokens(rows)).toEqual({
    inputTokens: 1000 * cells.length,
    cachedInputTokens: 0,
    outputTokens: 200 * cells.length,
  });
  expect(said(rows)).toMatch(/Not read, though counts of tokens stand in it .*: usageDetails\./);
});

test('counts in an object of something else are not read, and that is said', () => {
  const rows = [
    ['model', 'input_tokens', 'output_tokens', 'response', 'request'],
    ['x/y', '1000', '200', '{"usage":{"cached_tokens":400}}', '{"max_output_tokens":500}'],
  ];
  expect(tokens(rows)?.cachedInputTokens).toBe(0);
  expect(said(rows)).toMatch(/Not read, though .*: response\./);
});

test('a row that was cut off, and one with more cells, are left out as without objects', () => {
  const rows = [LANGFUSE, ['x/y', '1000'], ['x/y', '1', '2', '3', JSON.stringify(DETAILS), '9']];
  expect([...read(rows).leftOut.keys()]).toEqual(['cut off', 'too many cells']);
});
