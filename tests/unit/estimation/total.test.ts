import { describe, expect, test } from 'vitest';
import { estimateModel } from '../../../src/estimation/estimate.ts';
import { type EstimationInput, prepare } from '../../../src/estimation/preparation.ts';
import { sumOfDraws, totalDraws, totalRanges } from '../../../src/estimation/total.ts';
import {
  PER_THOUSAND_CACHED_INPUT_TOKENS,
  PER_THOUSAND_INPUT_TOKENS,
  PER_THOUSAND_OUTPUT_TOKENS,
} from '../../../src/estimation/workload.ts';
import { method, placeOn, servedAt } from './method-under-test.ts';

const preparation = prepare(method);
const input: EstimationInput = {
  model: { tier: 'parameters', active: 20, total: 200, mixtureOfExperts: true, precision: {} },
  endpoints: servedAt(placeOn(389)),
};
const percentiles = ['low', 'central', 'high'] as const;
const gramsOf = (ids: readonly string[], workload = PER_THOUSAND_OUTPUT_TOKENS) =>
  totalRanges(
    totalDraws(
      ids.map((id) => ({ id, input, workload })),
      preparation,
    ),
  ).gramsCO2e;

describe('what the workloads of models take together', () => {
  test.each([
    ['output', PER_THOUSAND_OUTPUT_TOKENS, 'perThousandOutputTokens'],
    ['input', PER_THOUSAND_INPUT_TOKENS, 'perThousandInputTokens'],
    ['cached input', PER_THOUSAND_CACHED_INPUT_TOKENS, 'perThousandCachedInputTokens'],
  ] as const)('is, for a thousand %s tokens of one model, its own range', (_, workload, kind) => {
    const own = estimateModel(input, preparation)[kind].gramsCO2e;
    const total = gramsOf(['maker/model'], workload);
    for (const percentile of percentiles) {
      expect(Math.abs(total[percentile] / own[percentile] - 1)).toBeLessThan(0.05);
    }
  });

  test('grows in proportion with the tokens', () => {
    const once = gramsOf(['maker/model']);
    const thrice = gramsOf(['maker/model'], {
      ...PER_THOUSAND_OUTPUT_TOKENS,
      outputTokens: 3000,
    });
    for (const percentile of percentiles) {
      expect(thrice[percentile]).toBeCloseTo(3 * once[percentile], 10);
    }
  });

  test('is narrower than ranges added end to end, for errors differ, and hardly so, for load does not', () => {
    const one = gramsOf(['maker/one']);
    const ten = gramsOf(Array.from({ length: 10 }, (_, index) => `maker/model-${index}`));
    const width = ({ low, high }: { low: number; high: number }) => high / low;
    expect(width(ten)).toBeLessThan(0.97 * width(one));
    expect(width(ten)).toBeGreaterThan(0.5 * width(one));
  });

  test('is the same whether added at once or part by part', () => {
    const [a, b] = ['maker/a', 'maker/b'].map((id) => ({
      id,
      input,
      workload: { inputTokens: 500, cachedInputTokens: 2000, outputTokens: 100 },
    }));
    const together = totalDraws([a!, b!], preparation);
    const parts = [totalDraws([a!], preparation), totalDraws([b!], preparation)];
    expect(totalRanges(sumOfDraws(parts, preparation.shared.count))).toEqual(totalRanges(together));
  });
});
