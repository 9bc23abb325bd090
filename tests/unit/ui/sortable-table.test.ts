import { describe, expect, test } from 'vitest';
import { sortStateOf } from '../../../src/ui/link/sort-parameter.ts';
import {
  compareCells,
  searchFromSort,
  sortFromSearch,
  sortSentence,
} from '../../../src/ui/table/sort-state.ts';

const columns = ['host', 'grid'];
const initial = sortStateOf('-grid');

describe('the order of a table', () => {
  test.each([
    ['', 'grid', true],
    ['?sort=grid', 'grid', false],
    ['?sort=-host', 'host', true],
    ['?sort=colour', 'grid', true],
  ])('a link with %j sorts by %s, descending: %s', (search, column, descending) => {
    expect(sortFromSearch(search, columns, initial)).toEqual({ column, descending });
  });

  test('a link says no more than differs from the default', () => {
    expect(searchFromSort({ column: 'grid', descending: true }, initial)).toBe('');
    expect(searchFromSort({ column: 'grid', descending: false }, initial)).toBe('?sort=grid');
    expect(searchFromSort({ column: 'host', descending: true }, initial)).toBe('?sort=-host');
  });

  test('sorts numbers by size, names by letter, and what has no value last either way', () => {
    const sorted = (values: string[], descending: boolean) =>
      values.toSorted((a, b) => compareCells(a, b, descending));
    expect(sorted(['9', '', '10', '1.5'], false)).toEqual(['1.5', '9', '10', '']);
    expect(sorted(['9', '', '10', '1.5'], true)).toEqual(['10', '9', '1.5', '']);
    expect(sorted(['xAI', 'Azure', 'io net 10', 'io net 9'], false)).toEqual([
      'Azure',
      'io net 9',
      'io net 10',
      'xAI',
    ]);
  });

  test('is said in words', () => {
    const words = ['mean grid, lowest first', 'mean grid, highest first'];
    expect(sortSentence('88 hosts', words, true)).toBe('88 hosts, by mean grid, highest first');
  });
});
