import { expect, test } from 'vitest';
import { prepareFigures } from '../../../src/estimation/model-figures.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { figuresInThreads } from '../../../src/release/figures-in-threads.ts';
import { method } from '../estimation/method-under-test.ts';
import { release } from './some-models.ts';

/** Enough for threads to begin, whatever the list. */
const MANY = 120;

const different = release.models.slice(0, 6).map(({ input, requests }) => ({
  input,
  endpoints: input.endpoints.map(({ place, servedBits }) => ({ place, servedBits })),
  workloads: [requests.thousandWords, ...requests.estimated].flatMap((one) =>
    'workload' in one ? [one.workload] : [],
  ),
  drawnWorkload: 'because' in requests.own ? undefined : requests.own.workload,
}));
const many = Array.from({ length: MANY }, (_, number) => different[number % different.length]!);

test('figures are the same to the last digit, and in order, on however many threads', () => {
  const alone = different.map(prepareFigures(prepare(method)));
  for (const [number, figures] of figuresInThreads(many, method).entries()) {
    expect(figures).toEqual(alone[number % different.length]);
  }
});

test('a model that cannot be computed is an error on whichever thread it falls', () => {
  const [first] = many;
  const nowhere = { ...first!, input: { ...first!.input, endpoints: [] } };
  expect(() => figuresInThreads([...many, nowhere], method)).toThrow('without an endpoint');
});
