import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const found = { models: [{ id: 'a/b', grams: { low: 1, high: 3 }, unit: 'Wh per token' }] };
const models = [{ id: 'a/b', grams: { low: 1, high: 3 }, unit: /^Wh\b/ }];

test('what holds what was expected of it differs in nothing', () => {
  expect(differences(found, { models, absent: undefined }, 'file')).toEqual([]);
});

test('every difference says where it is, what was expected and what was found', () => {
  const expected = [
    { id: 'a/b', grams: { low: 3, high: '3' }, unit: /^kWh\b/, more: 1 },
    { id: 'a/c' },
  ];
  expect(differences(found, { models: expected }, 'file')).toEqual([
    'file › models: expected 2 entries, found 1',
    'file › models › a/b › grams › low: expected 3, found 1',
    'file › models › a/b › grams › high: expected "3", found 3',
    'file › models › a/b › unit: expected text like /^kWh\\b/, found "Wh per token"',
    'file › models › a/b › more: expected 1, found nothing',
  ]);
});

test('a field that was not expected differs, unless there may be more', () => {
  const more = { ...found, release: 'x' };
  expect(differences(more, { models }, 'file')).toEqual([
    'file › release: no test knows this field; found "x"',
  ]);
  expect(differences(more, { models }, 'file', 'let be')).toEqual([]);
});
