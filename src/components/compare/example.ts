import { tokensOf } from '../../catalog/usage.ts';
import { AS_SERVED } from '../../estimation/scenario.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../estimation/workload.ts';
import { wholeModelJson } from '../../published/model-json.ts';
import { AS_PUBLISHED } from '../../query/asked.ts';
import { currentPreparation, currentUsage } from '../../release/current.ts';
import { comparedFigures } from './compared-figures.ts';
import { type ComparisonView, comparisonView } from './comparison-view.ts';

/** Of each of these the example takes the model that is used most. */
const KINDS: readonly (readonly EvidenceTier[])[] = [
  ['measured'],
  ['architecture', 'parameters'],
  ['price'],
];

/** What the page shows where a link names no models. */
export interface Example {
  ids: string[];
  view: ComparisonView;
}

/**
 * The most used models of the week on OpenRouter: one whose energy has been measured, one whose size
 * is known, one known by its price. Computed by what the browser computes with.
 */
export function exampleComparison(): Example {
  const { used } = currentUsage();
  const byUse = used.toSorted((a, b) => tokensOf(b.tokens) - tokensOf(a.tokens));
  const models = KINDS.flatMap((tiers) => {
    const most = byUse.find(({ model }) => tiers.includes(model.evidence));
    return most === undefined ? [] : [most.model];
  });
  const figures = comparedFigures(
    models.map((model) => ({
      file: wholeModelJson(model),
      asked: { workload: PER_THOUSAND_OUTPUT_TOKENS },
    })),
    currentPreparation(),
    AS_SERVED,
  );
  return {
    ids: models.map(({ id }) => id),
    view: comparisonView(figures, AS_PUBLISHED),
  };
}
