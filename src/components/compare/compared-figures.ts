import { type Comparison, compareDraws, shareOfLeast } from '../../estimation/comparison.ts';
import { drawModel } from '../../estimation/estimate.ts';
import type { Preparation } from '../../estimation/preparation.ts';
import { comparedRequestGrams, requestGrams, requestRanges } from '../../estimation/request.ts';
import { type Scenario, underScenario } from '../../estimation/scenario.ts';
import type { WorkloadEstimate } from '../../estimation/total.ts';
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
  /** gCO2e per draw, in the order in which models can be compared. */
  comparedGrams: Float64Array;
  /** The probability that none of the others emits less. */
  probabilityOfLeast: number;
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
  comparison: Comparison;
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
  const compared = models.map(({ file, asked }) => {
    if ('because' in asked) return { file, because: asked.because };
    const { workload } = asked;
    const input = put(file.estimationInput);
    const draws = drawModel(input, preparation);
    return {
      file,
      estimate: requestRanges(draws, input, workload, preparation, boundary),
      sortedGrams: requestGrams(draws, input, workload, preparation, boundary).sort(),
      comparedGrams: comparedRequestGrams({ id: file.id, input, workload }, preparation, boundary),
      probabilityOfLeast: 1,
    };
  });
  const answered = compared.filter(isAnswered);
  const shares = shareOfLeast(answered.map(({ comparedGrams }) => comparedGrams));
  for (const [index, model] of answered.entries()) {
    model.probabilityOfLeast = shares[index] ?? 1;
  }
  const pairs = answered.flatMap((first, index) =>
    answered.slice(index + 1).map((second) => ({
      first,
      second,
      comparison: compareDraws(first.comparedGrams, second.comparedGrams),
    })),
  );
  return { models: compared, pairs };
}
