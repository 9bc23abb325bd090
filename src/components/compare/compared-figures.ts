import { compareDraws, type PairComparison, shareOfLeast } from '../../estimation/comparison.ts';
import {
  prepareModel,
  type WorkloadEstimate,
  workloadDraws,
  workloadRanges,
} from '../../estimation/estimate.ts';
import { OWN_TO_MODEL_ITSELF } from '../../estimation/own-draws.ts';
import type { Preparation } from '../../estimation/preparation.ts';
import { type Scenario, underScenario } from '../../estimation/scenario.ts';
import type { ModelJson } from '../../published/model-json.ts';
import type { AskedWorkload } from '../../query/asked-workload.ts';

/** A model with what is asked of it. */
export interface AskedModel {
  file: ModelJson;
  asked: AskedWorkload;
}

/** What is asked emits with one model. */
export interface AnsweredModel {
  file: ModelJson;
  estimate: WorkloadEstimate;
  /** gCO2e, lowest first: the draws behind the range. */
  sortedGrams: Float64Array;
  /** gCO2e per draw, for comparing draw by draw. */
  grams: Float64Array;
  /** The same if all models were served alike. */
  gramsServedAlike: Float64Array;
  /** The probability that none of the others emits less. */
  probabilityOfLeast: number;
  /** It thinks before it answers, and what is asked leaves that out. */
  withoutReasoning: boolean;
}

/** A model that gets no figure, with the reason. */
export interface UnansweredModel {
  file: ModelJson;
  because: string;
}

/** Two of the models. */
export interface ComparedPair {
  first: AnsweredModel;
  second: AnsweredModel;
  comparison: PairComparison;
}

/** Models side by side, in the order asked for. */
export interface ComparedFigures {
  models: (AnsweredModel | UnansweredModel)[];
  pairs: ComparedPair[];
}

/** Whether a model has figures. */
export function isAnswered(model: AnsweredModel | UnansweredModel): model is AnsweredModel {
  return 'estimate' in model;
}

/**
 * Estimates and compares models as asked, by the core that made the release and from its inputs.
 * The same in a build and in a browser.
 */
export function comparedFigures(
  models: readonly AskedModel[],
  preparation: Preparation,
  scenario: Scenario,
): ComparedFigures {
  const { boundary } = scenario;
  const put = underScenario(scenario);
  const compared = models.map(({ file, asked }): AnsweredModel | UnansweredModel => {
    if ('because' in asked) return { file, because: asked.because };
    const { workload, withoutReasoning = false } = asked;
    const input = put(file.estimationInput);
    const drawn = prepareModel(input, preparation);
    const draws = workloadDraws(drawn(), workload, boundary);
    const alike = workloadDraws(drawn(undefined, OWN_TO_MODEL_ITSELF), workload, boundary);
    return {
      file,
      estimate: workloadRanges(draws),
      sortedGrams: draws.gramsCO2e.toSorted(),
      grams: draws.gramsCO2e,
      gramsServedAlike: alike.gramsCO2e,
      probabilityOfLeast: 1,
      withoutReasoning,
    };
  });
  const answered = compared.filter(isAnswered);
  const shares = shareOfLeast(answered.map(({ grams }) => grams));
  for (const [index, model] of answered.entries()) {
    model.probabilityOfLeast = shares[index] ?? 1;
  }
  const pairs = answered.flatMap((first, index) =>
    answered.slice(index + 1).map((second) => ({
      first,
      second,
      comparison: {
        ...compareDraws(first.grams, second.grams),
        probabilityLessServedAlike: compareDraws(first.gramsServedAlike, second.gramsServedAlike)
          .probabilityLess,
      },
    })),
  );
  return { models: compared, pairs };
}
