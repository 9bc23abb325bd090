import { describe, expect, test } from 'vitest';
import { estimateWorkload } from '../../../src/estimation/estimate.ts';
import { type EstimationInput, prepare } from '../../../src/estimation/preparation.ts';
import { PRESETS } from '../../../src/library/request-kinds.ts';
import {
  askedRequests,
  askedWorkloads,
  modelRequests,
} from '../../../src/release/model-requests.ts';
import { data, method, place, servedAt } from '../estimation/method-under-test.ts';

const preparation = prepare(method);
const input: EstimationInput = {
  drawnAs: 'maker/model',
  model: { tier: 'price', inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 4 },
  endpoints: servedAt(place),
};
const [listed] = data.modelList.models;
const { workloads } = data.factors;
const visible = { requests: 1000, promptTokens: 5_000_000, completionTokens: 400_000 };

function requestsOf(
  limits: { contextTokens?: number; maxOutputTokens?: number },
  used: typeof visible | undefined = undefined,
) {
  const { contextTokens: _, maxOutputTokens: __, ...rest } = listed!;
  const asked = askedRequests(
    { ...rest, ...limits },
    { workloads, tokensPerThousandWords: { low: 1200, high: 1500 }, visible, used },
  );
  return modelRequests(
    asked,
    askedWorkloads(asked).map(
      (workload) => estimateWorkload(input, workload, preparation).gramsCO2e,
    ),
  );
}

describe('the requests of a model', () => {
  test('are all presets where it can read and write enough, each with its range', () => {
    const { estimated } = requestsOf({});
    expect(estimated.map(({ id }) => id)).toEqual([...PRESETS]);
    for (const { gramsCO2e } of estimated) {
      expect(gramsCO2e.low).toBeLessThan(gramsCO2e.central);
      expect(gramsCO2e.central).toBeLessThan(gramsCO2e.high);
    }
  });

  test('are left out, with the reason, where they do not fit', () => {
    const { estimated, leftOut } = requestsOf({ contextTokens: 4000, maxOutputTokens: 1000 });
    expect(estimated.map(({ id }) => id)).toEqual(['chat']);
    expect(leftOut.find(({ name }) => name === 'Long document')?.because).toContain('context');
  });

  test('end with its own mean request, whose tokens are those of its week', () => {
    const used = {
      requests: workloads.meanRequest.minimumRequests,
      promptTokens: 2000 * workloads.meanRequest.minimumRequests,
      completionTokens: 700 * workloads.meanRequest.minimumRequests,
    };
    const own = requestsOf({}, used).estimated.at(-1)!;
    expect(own.id).toBe('as-used');
    expect(own.workload.outputTokens).toBe(700);
    expect(own.workload.inputTokens + own.workload.cachedInputTokens).toBeCloseTo(2000, 9);
    expect(own.workload.cachedInputTokens / 2000).toBeCloseTo(
      workloads.promptCachedShare.wholeService.share,
      12,
    );
  });

  test('say why a model used too little has no mean', () => {
    const { leftOut } = requestsOf({}, { requests: 2, promptTokens: 10, completionTokens: 10 });
    expect(leftOut.at(-1)?.because).toContain('2 requests');
  });

  test('are refused where there are not as many figures as requests', () => {
    const asked = askedRequests(listed!, {
      workloads,
      tokensPerThousandWords: { low: 1200, high: 1500 },
      visible,
      used: undefined,
    });
    expect(() => modelRequests(asked, [])).toThrow(RangeError);
  });
});
