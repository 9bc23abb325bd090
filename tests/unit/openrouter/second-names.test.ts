import { expect, test } from 'vitest';
import type { ListedModel } from '../../../src/catalog/snapshot.ts';
import { possibleSecondNames } from '../../../src/openrouter/second-names.ts';

const first: ListedModel = {
  id: 'maker/model-4',
  canonicalSlug: 'maker/model-4',
  name: 'Model 4',
  contextTokens: 128_000,
  inputModalities: ['text'],
  outputModalities: ['text'],
  prices: { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 4 },
  supportsTools: true,
  supportsReasoning: false,
};

const dearer = { ...first.prices, outputUsdPerMillionTokens: 8 };

test.each<[string, Partial<ListedModel>, boolean]>([
  ['a word more', { id: 'maker/model-4-high' }, true],
  ['a date more', { id: 'maker/model-4-2026-08-01' }, true],
  ['another price', { id: 'maker/model-4-pro', prices: dearer }, false],
  ['no price', { id: 'maker/model-4-pro', prices: {} }, false],
  ['another context', { id: 'maker/model-4-mini', contextTokens: 64_000 }, false],
  ['weights of its own', { id: 'maker/model-4-next', huggingFaceId: 'maker/Next' }, false],
  ['another number', { id: 'maker/model-4.5' }, false],
  ['another maker', { id: 'other/model-4-high' }, false],
  ['a variant', { id: 'maker/model-4-high:free' }, false],
  ['an alias', { id: 'maker/model-4-latest', aliasOf: 'maker/model-4' }, false],
])('a new entry with %s may be a second name: %o is %s', (_, differs, isPossible) => {
  const second = { ...first, ...differs };
  const found = possibleSecondNames([first, second], new Set([second.id]));
  expect(found).toEqual(
    isPossible ? [expect.stringMatching(`^${second.id}: .*sameAs: maker/model-4 `)] : [],
  );
  expect(possibleSecondNames([first, second], new Set())).toEqual([]);
});
