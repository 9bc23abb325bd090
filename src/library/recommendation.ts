import { type Choice, type ChosenModel, chooseLowest } from '../estimation/choice.ts';
import type { Workload } from '../estimation/workload.ts';
import { type ModelNeeds, meetsNeeds } from './model-needs.ts';
import { oncePerModel } from './once-per-model.ts';
import type { PackagedModel, PackagedRelease } from './packaged-release.ts';
import { whyNotAnswered } from './request-fit.ts';

/** One of the models that were chosen from. */
export interface Recommended extends Omit<ChosenModel, 'candidate'> {
  model: PackagedModel;
}

/** Which of the models that can do what is needed emit least. */
export interface Recommendation {
  /** Among how many of the lowest a model is counted. */
  places: Choice['places'];
  /** All that can do it, a model under several terms of sale once. */
  candidates: readonly PackagedModel[];
  /** Those most often among the lowest, the first being the answer. */
  chosen: [Recommended, ...Recommended[]];
  /** The one that emits most of them. */
  highest: Recommended;
}

/** The release is of a time when what models can do was not in it. */
export class AbilitiesUnknown extends Error {
  constructor({ release }: PackagedRelease) {
    super(`Release ${release} does not say what its models can do; use a newer one`);
    this.name = 'AbilitiesUnknown';
  }
}

/**
 * The models of a release that can do what is needed, and answer the request; a model under several
 * terms of sale once. Throws AbilitiesUnknown.
 */
export function ableModels(
  release: PackagedRelease,
  needs: ModelNeeds,
  request: Workload,
): PackagedModel[] {
  const able = release.models.filter((model) => {
    const { features, contextTokens, outputUsdPerMillionTokens, scores = {} } = model;
    if (features === undefined) throw new AbilitiesUnknown(release);
    const abilities = {
      features,
      contextTokens,
      usdPerMillionTokens: outputUsdPerMillionTokens,
      scores,
    };
    // Tokens that are no request may be of many.
    const isTooLong = request.requests !== undefined && whyNotAnswered(request, model);
    return meetsNeeds(abilities, needs) && !isTooLong;
  });
  const plain = new Map(able.map(({ id, drawnAs = id }) => [id, drawnAs]));
  const once = new Set(oncePerModel([...plain.keys()], (id) => plain.get(id) ?? id));
  return able.filter(({ id }) => once.has(id));
}

/**
 * Chooses among candidates by their gCO2e in columns over the same draws, held against the column of
 * the model in use, if there is one. Undefined where there are no candidates.
 */
export function recommendation(
  candidates: readonly PackagedModel[],
  columns: readonly Float64Array[],
  inUse: Float64Array | undefined,
): Recommendation | undefined {
  const choice = chooseLowest(columns, inUse);
  if (choice === undefined) return undefined;
  const recommended = ({ candidate, ...one }: ChosenModel): Recommended[] => {
    const model = candidates[candidate];
    return model === undefined ? [] : [{ ...one, model }];
  };
  const [answer, ...others] = choice.chosen.flatMap(recommended);
  const [highest] = recommended(choice.highest);
  return answer === undefined || highest === undefined
    ? undefined
    : { places: choice.places, candidates, chosen: [answer, ...others], highest };
}
