import { expect, test } from 'vitest';
import { providerChoices } from '../../../src/query/provider-choices.ts';

test('a filter offers providers by name, with how many models, and tells namesakes apart', () => {
  const of = (maker: string, makerName: string) => ({ maker, makerName });
  const models = [of('b-llm', 'B'), of('c', 'C'), of('b', 'B'), of('c', 'C'), of('a', 'A')];
  expect(providerChoices(models)).toEqual([
    { id: 'a', text: 'A', count: 1 },
    { id: 'b-llm', text: 'B, b-llm', count: 1 },
    { id: 'b', text: 'B, b', count: 1 },
    { id: 'c', text: 'C', count: 2 },
  ]);
});
