import { methodOf } from '../../catalog/method-of-factors.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { prepare } from '../../estimation/preparation.ts';
import type { Workload } from '../../estimation/workload.ts';
import type { ReleasedModel } from '../../release/release.ts';
import type { ReleasedUsage } from '../../release/released-usage.ts';
import { estimateUsage, type UsageEstimate } from './usage-estimate.ts';

/** What one application may take. */
export const EXAMPLE_TOKENS: Workload = {
  inputTokens: 10e6,
  cachedInputTokens: 30e6,
  outputTokens: 2e6,
};
const MODELS = 3;

/** The example that the page is built with. */
export interface ExampleUsage {
  models: readonly ReleasedModel[];
  usage: UsageEstimate;
}

/** These tokens on each of the models that write most through OpenRouter, one of a maker. */
export function exampleUsage(
  { factors }: Pick<CatalogData, 'factors'>,
  { used }: Pick<ReleasedUsage, 'used'>,
): ExampleUsage {
  const models: ReleasedModel[] = [];
  const mostWritten = used.toSorted(
    (a, b) => b.tokens.completionTokens - a.tokens.completionTokens,
  );
  for (const { model } of mostWritten) {
    if (models.length === MODELS) break;
    if (!models.some(({ maker }) => maker === model.maker)) models.push(model);
  }
  const workloads = models.map(({ id, input }) => ({ id, input, workload: EXAMPLE_TOKENS }));
  return { models, usage: estimateUsage(workloads, undefined, prepare(methodOf(factors))) };
}
