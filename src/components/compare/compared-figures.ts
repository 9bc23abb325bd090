import {
  compareDraws,
  type PairComparison,
  probabilityLess,
  shareOfLeast,
} from '../../estimation/comparison.ts';
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

/** What a model is estimated from, as its file has it. */
type Estimated = Pick<ModelJson, 'estimationInput'>;

/** A model with what is asked of it. */
export interface AskedModel<File = ModelJson> {
  file: File;
  asked: AskedWorkload;
}

/** What is asked emits with one model. */
export interface AnsweredModel<File = ModelJson> {
  file: File;
  estimate: WorkloadEstimate;
  /** gCO2e, lowest first: the draws behind the range. */
  sortedGrams: Float64Array;
  /** The probability that none of the others emits less. */
  probabilityOfLeast: number;
  /** It thinks before it answers, and what is asked leaves that out. */
  withoutReasoning: boolean;
}

/** A model that gets no figure, with the reason. */
export interface UnansweredModel<File = ModelJson> {
  file: File;
  because: string;
}

/** Two of the models. */
export interface ComparedPair<File = ModelJson> {
  first: AnsweredModel<File>;
  second: AnsweredModel<File>;
  comparison: PairComparison;
}

/** Models side by side, in the order asked for. */
export interface ComparedFigures<File = ModelJson> {
  models: (AnsweredModel<File> | UnansweredModel<File>)[];
  pairs: ComparedPair<File>[];
}

/** A model with its draws, for comparing draw by draw. */
interface DrawnModel<File> {
  model: AnsweredModel<File>;
  /** gCO2e per draw. */
  grams: Float64Array;
  /** The same if all models were served alike. */
  gramsServedAlike: Float64Array;
}

/** Whether a model has figures. */
export function isAnswered<File>(
  model: AnsweredModel<File> | UnansweredModel<File>,
): model is AnsweredModel<File> {
  return 'estimate' in model;
}

/**
 * Estimates and compares models as asked, by the core that made the release and from its inputs.
 * The same in a build and in a browser.
 */
export function comparedFigures<File extends Estimated>(
  models: readonly AskedModel<File>[],
  preparation: Preparation,
  scenario: Scenario,
): ComparedFigures<File> {
  const { boundary } = scenario;
  const put = underScenario(scenario);
  const answered: DrawnModel<File>[] = [];
  const compared = models.map(({ file, asked }) => {
    if ('because' in asked) return { file, because: asked.because };
    const { workload, withoutReasoning = false } = asked;
    const drawnAs = prepareModel(put(file.estimationInput), preparation);
    const draws = workloadDraws(drawnAs(), workload, boundary);
    const alike = workloadDraws(drawnAs(OWN_TO_MODEL_ITSELF), workload, boundary);
    const model: AnsweredModel<File> = {
      file,
      estimate: workloadRanges(draws),
      sortedGrams: draws.gramsCO2e.toSorted(),
      probabilityOfLeast: 1,
      withoutReasoning,
    };
    answered.push({ model, grams: draws.gramsCO2e, gramsServedAlike: alike.gramsCO2e });
    return model;
  });
  const shares = shareOfLeast(answered.map(({ grams }) => grams));
  for (const [index, { model }] of answered.entries()) {
    model.probabilityOfLeast = shares[index] ?? 1;
  }
  const pairs = answered.flatMap((first, index) =>
    answered.slice(index + 1).map((second) => ({
      first: first.model,
      second: second.model,
      comparison: {
        ...compareDraws(first.grams, second.grams),
        probabilityLessServedAlike: probabilityLess(
          first.gramsServedAlike,
          second.gramsServedAlike,
        ),
      },
    })),
  );
  return { models: compared, pairs };
}
