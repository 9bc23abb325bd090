import { describe, expect, test } from 'vitest';
import { drawModel, rangesOf, workloadRanges } from '../../../src/estimation/estimate.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { sumOfDraws, totalDraws } from '../../../src/estimation/total.ts';
import {
  PER_THOUSAND_CACHED_INPUT_TOKENS,
  PER_THOUSAND_INPUT_TOKENS,
  PER_THOUSAND_OUTPUT_TOKENS,
} from '../../../src/estimation/workload.ts';
import { inputOf, method, placeOn, sizedModel } from './method-under-test.ts';

const preparation = prepare(method);
const input = inputOf(sizedModel(20, 200), placeOn(389));
const percentiles = ['low', 'central', 'high'] as const;
const gramsOf = (ids: readonly string[], workload = PER_THOUSAND_OUTPUT_TOKENS) =>
  workloadRanges(
    totalDraws(
      ids.map((drawnAs) => ({ input: { ...input, drawnAs }, workload })),
      preparation,
    ),
  ).gramsCO2e;

describe('what the workloads of models take together', () => {
  test.each([
    ['output', PER_THOUSAND_OUTPUT_TOKENS, 'perThousandOutputTokens'],
    ['input', PER_THOUSAND_INPUT_TOKENS, 'perThousandInputTokens'],
    ['cached input', PER_THOUSAND_CACHED_INPUT_TOKENS, 'perThousandCachedInputTokens'],
  ] as const)('is, for a thousand %s tokens of one model, its own range', (_, workload, kind) => {
    const own = rangesOf(drawModel(input, preparation))[kind].gramsCO2e;
    expect(gramsOf([input.drawnAs], workload)).toEqual(own);
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

  test('is narrower than ranges added end to end, for hosts and errors differ, and not by much, for load and machines do not', () => {
    const one = gramsOf(['maker/one']);
    const ten = gramsOf(Array.from({ length: 10 }, (_, index) => `maker/model-${index}`));
    const width = ({ low, high }: { low: number; high: number }) => high / low;
    expect(width(ten)).toBeLessThan(0.7 * width(one));
    expect(Math.log(width(ten))).toBeGreaterThan(Math.log(width(one)) / Math.sqrt(10));
  });

  test('is the same whether added at once or part by part', () => {
    const [a, b] = ['maker/a', 'maker/b'].map((drawnAs) => ({
      input: { ...input, drawnAs },
      workload: { inputTokens: 500, cachedInputTokens: 2000, outputTokens: 100, requests: 1 },
    }));
    const together = totalDraws([a!, b!], preparation);
    const parts = [totalDraws([a!], preparation), totalDraws([b!], preparation)];
    expect(workloadRanges(sumOfDraws(parts, preparation.shared.count))).toEqual(
      workloadRanges(together),
    );
  });
});
