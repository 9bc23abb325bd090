import type { EstimationInput } from '../../estimation/preparation.ts';
import type { Scenario } from '../../estimation/scenario.ts';
import { publishedPreparation } from '../../query/published-core.ts';
import { answerRequests } from '../../query/worker-answers.ts';
import type { Failure } from '../../query/worker-client.ts';
import { type AskedModel, type ComparedFigures, comparedFigures } from './compared-figures.ts';

/** What a model is estimated from, and its place among those that are compared. */
export interface PlacedInput {
  place: number;
  estimationInput: EstimationInput;
}

/** Asks for a comparison of models. */
export interface ComparisonRequest {
  step: number;
  scenario: Scenario;
  models: readonly AskedModel<PlacedInput>[];
}

/** What it gives. */
export type ComparisonAnswer =
  | { step: number; kind: 'comparison'; figures: ComparedFigures<PlacedInput> }
  | Failure;

// Every request needs it; one that fails here is tried again with the first request.
void publishedPreparation().catch(() => undefined);

/** The core with the draws of the release, in a thread of its own. */
answerRequests<ComparisonRequest>(answer);

async function answer({ step, scenario, models }: ComparisonRequest): Promise<ComparisonAnswer> {
  const preparation = await publishedPreparation();
  return { step, kind: 'comparison', figures: comparedFigures(models, preparation, scenario) };
}
