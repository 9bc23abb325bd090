import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mutation, Mutations, mutationText } from '../../../scripts/faults/mutation.ts';
import { prepareTrial } from '../../../scripts/faults/survive.ts';
import { currentData } from '../../../src/release/current.ts';

test('no fault in OpenRouter’s lists breaks the pull, the checks, a figure or a file', async () => {
  const trial = await prepareTrial(process.cwd(), currentData(), 40);
  try {
    const outcomes = new Map<string, number>();
    for (const mutation of fc.sample(Mutations, { numRuns: 16, seed: 17 })) {
      const { outcome } = await trial.survive(mutation).catch((error: unknown) => {
        throw new Error(mutationText(mutation), { cause: error });
      });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // A trial that changes nothing would prove nothing.
    expect(outcomes.get('taken')).toBeGreaterThan(0);
    expect(outcomes.get('told')).toBeGreaterThan(0);
    const gone: Mutation = { list: 'models', record: 0, field: 0, does: 'set', value: '../x' };
    expect(await trial.survive(gone)).toMatchObject({ outcome: 'told' });
  } finally {
    trial.end();
  }
});
