import { methodOf } from '../../catalog/method-of-factors.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { prepare } from '../../estimation/preparation.ts';
import type { Workload } from '../../estimation/workload.ts';
import type { ReleasedModel } from '../../release/release.ts';
import type { ReleasedUsage } from '../../release/released-usage.ts';
import { estimateUsage, type UsageEstimate } from './usage-estimate.ts';

/** A month of one application. */
export const EXAMPLE_MONTH: Workload = {
  inputTokens: 10e6,
  cachedInputTokens: 30e6,
  outputTokens: 2e6,
};
const MODELS = 3;

/** The example that the page is built with. */
export interface ExampleMonth {
  models: readonly ReleasedModel[];
  usage: UsageEstimate;
}

/** The month on each of the models that write most through OpenRouter, one of a maker. */
export function exampleMonth(
  { factors }: Pick<CatalogData, 'factors'>,
  { used }: Pick<ReleasedUsage, 'used'>,
): ExampleMonth {
  const models: ReleasedModel[] = [];
  const mostWritten = used.toSorted(
    (a, b) => b.tokens.completionTokens - a.tokens.completionTokens,
  );
  for (const { model } of mostWritten) {
    if (models.length === MODELS) break;
    if (!models.some(({ maker }) => maker === model.maker)) models.push(model);
  }
  const workloads = models.map(({ id, input }) => ({ id, input, workload: EXAMPLE_MONTH }));
  return { models, usage: estimateUsage(workloads, undefined, prepare(methodOf(factors))) };
}
