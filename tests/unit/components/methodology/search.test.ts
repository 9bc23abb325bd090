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
