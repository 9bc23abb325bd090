import { expect, test } from 'vitest';
import { joinCatalog } from '../../../src/catalog/catalog.ts';
import { checkData } from '../../../src/catalog/checks/all.ts';
import { keptData as data } from '../kept-list/kept-data.ts';

const [used] = joinCatalog(data).estimable.map(({ listed }) => listed);
const unpriced = { ...used!, id: 'nobody/unpriced', canonicalSlug: 'nobody/unpriced', prices: {} };
const modelList = { ...data.modelList, models: [...data.modelList.models, unpriced] };

const problemsWith = (canonicalSlug: string, promptTokens: number) => {
  const record = { canonicalSlug, requests: 1, promptTokens, completionTokens: 0 };
  const usage = { ...data.usage, models: [record] };
  return checkData({ ...data, modelList, usage }).map(({ file, message }) => `${file}: ${message}`);
};

test.each([
  ['of which none is on the list', 'nobody/nothing', 9, /none of 1 rows is of a model on the list/],
  ['of which no model has an estimate', unpriced.canonicalSlug, 9, /of a model with an estimate/],
  ['in which such a model has no tokens', used!.canonicalSlug, 0, /of a model with an estimate/],
])('a week %s is refused in a sentence', (_week, slug, tokens, told) => {
  expect(problemsWith(slug, tokens)).toEqual([expect.stringMatching(told)]);
});

test('a week with tokens of one model that has an estimate is taken', () => {
  expect(problemsWith(used!.canonicalSlug, 9)).toEqual([]);
});
