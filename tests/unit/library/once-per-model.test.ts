import { expect, test } from 'vitest';
import { oncePerModel } from '../../../src/library/once-per-model.ts';

const plainOf = (id: string) => (id.startsWith('plain') ? 'plain' : id);

test('a model under several names stands once, under its plain one wherever that stands', () => {
  expect(oncePerModel(['a', 'plain', 'b', 'plain-fast'], plainOf)).toEqual(['a', 'plain', 'b']);
  expect(oncePerModel(['plain-fast', 'a', 'plain'], plainOf)).toEqual(['a', 'plain']);
});

test('without its plain name it stands under the first', () => {
  expect(oncePerModel(['plain-high', 'a', 'plain-fast'], plainOf)).toEqual(['plain-high', 'a']);
});
