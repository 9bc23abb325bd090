import { expect, test } from 'vitest';
import { sectionsFound } from '../../../../src/components/methodology/search/sections-found.ts';

const section = (title: string, score: number) => ({
  title,
  url: `/page/#${title}`,
  excerpt: title,
  weighted_locations: [{ balanced_score: score }],
});

test('the best sections of a page are shown, not its first', () => {
  const page = {
    meta: { title: 'Page' },
    sub_results: [section('a', 1), section('b', 5), section('c', 3), section('d', 4)],
  };
  expect(sectionsFound([page]).map(({ title }) => title)).toEqual(['b', 'd', 'c']);
});

test('an excerpt is words, of which those found are known', () => {
  const page = {
    meta: { title: 'Page' },
    sub_results: [
      { ...section('a', 1), excerpt: 'less &lt; <mark>more</mark> &gt; a <mark>b</mark>' },
    ],
  };
  expect(sectionsFound([page])[0]?.excerpt).toEqual([
    { words: 'less < ', isFound: false },
    { words: 'more', isFound: true },
    { words: ' > a ', isFound: false },
    { words: 'b', isFound: true },
  ]);
});
