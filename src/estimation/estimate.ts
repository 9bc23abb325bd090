import { attentionPerAttendedToken } from './attention.ts';
import { BOUNDARY_FACTORS, type Boundary, PUBLISHED_BOUNDARY } from './boundary.ts';
import { product } from './draws.ts';
import { gigabytesBeyondStated } from './market.ts';
import type { Method } from './method.ts';
import { type EnergyBy, prepareEnergy, shapeOf } from './model-energy.ts';
import { drawsInOrderOf, OWN_TO_MODEL, type Ownership } from './own-draws.ts';
import { type EstimationInput, type Preparation, prepare } from './preparation.ts';
import { type Range, rangeOf } from './ranges.ts';
import { type Serving, type ServingEndpoint, serve } from './serving.ts';
import type { SharedDraws } from './shared-draws.ts';
import {
  type ContextOfModel,
  type DrawnTokens,
  PER_THOUSAND_CACHED_INPUT_TOKENS,
  PER_THOUSAND_INPUT_TOKENS,
  PER_THOUSAND_OUTPUT_TOKENS,
  type PerTokenKind,
  type Workload,
  workloadJoules,
} from './workload.ts';

/** The draws of one model, from which all its figures are read. */
export interface ModelDraws extends DrawnTokens {
  serving: Serving;
}

/** What a workload takes, per draw: columns that can be added. */
export interface WorkloadDraws {
  gramsCO2e: Float64Array;
  wattHours: Float64Array;
  millilitresWater: Float64Array;
}

/** What a workload takes, as ranges. */
export interface WorkloadEstimate {
  /** Counted up to the boundary asked for; as published, facility electricity and embodied. */
  gramsCO2e: Range;
  /** Electricity up to the same boundary; as published, the facility's. */
  wattHours: Range;
  /** On site and off site, whatever the boundary. */
  millilitresWater: Range;
}

/** What a thousand tokens of one kind take. */
export interface TokenEstimate extends WorkloadEstimate {
  /** Accelerators alone, J per single token. */
  acceleratorJoulesPerToken: Range;
}

/** The ranges of one model. */
export type ModelEstimate = PerTokenKind<TokenEstimate>;

/** Estimates any number of models from the same draws. */
export type Estimator = (input: EstimationInput) => ModelEstimate;

/** Prepares a method and returns the function that estimates one model. */
export function createEstimator(method: Method): Estimator {
  const preparation = prepare(method);
  return (input) => rangesOf(drawModel(input, preparation));
}

/** The draws of a model; for comparisons, less may be its own. */
export type DrawsOf = (ownership?: Ownership) => ModelDraws;

/** One model before it is known who serves it: what all its hosts have in common is computed once. */
export interface UnservedModel {
  /** All its draws, in its own order. */
  all: SharedDraws;
  energyBy: EnergyBy;
  servedBy: (endpoints: readonly ServingEndpoint[]) => DrawsOf;
}

/**
 * The draws of one model: what is common to all models in common order, what is the model's own in
 * its own, which `drawnAs` seeds. Every figure of a model is read off these, wherever it stands, so
 * that all agree to the last digit. Its endpoints serve it together, each for its share.
 */
export function prepareModel(input: EstimationInput, preparation: Preparation): DrawsOf {
  return prepareUnserved(input, preparation).servedBy(input.endpoints);
}

/** The same for any endpoints that may serve the model. */
export function prepareUnserved(
  { drawnAs, model }: Pick<EstimationInput, 'drawnAs' | 'model'>,
  preparation: Preparation,
): UnservedModel {
  const { shared, method, factorsOf } = preparation;
  const own = (ownership: Ownership) => drawsInOrderOf(drawnAs, ownership, shared);
  const all = own(OWN_TO_MODEL);
  const energyBy = prepareEnergy(model, all, preparation);
  const shape = shapeOf(model, preparation);
  const architecture = model.tier === 'price' ? undefined : model.architecture;
  const context: ContextOfModel = {
    gigabytesBeyondStated: (tokens) => gigabytesBeyondStated(shape, tokens, method.serving),
    attentionPerAttendedToken: attentionPerAttendedToken(shape, architecture),
  };
  const servedBy = (endpoints: readonly ServingEndpoint[]): DrawsOf => {
    const energyOf = energyBy(endpoints);
    return (ownership = OWN_TO_MODEL) => {
      const draws = ownership === OWN_TO_MODEL ? all : own(ownership);
      const { energy, relativeJoules } = energyOf(draws);
      const serving = serve(endpoints, relativeJoules, factorsOf);
      return { energy, serving, context, unitWrittenTokens: draws.unitWrittenTokens };
    };
  };
  return { all, energyBy, servedBy };
}

/** All draws of one model. Pure: the same method and input give the same draws. */
export function drawModel(input: EstimationInput, preparation: Preparation): ModelDraws {
  return prepareModel(input, preparation)();
}

/** The ranges of a model's draws, counted up to a boundary. */
export function rangesOf(
  draws: ModelDraws,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): ModelEstimate {
  const { outputJoules, inputJoules, cachedInputJoules } = draws.energy;
  const thousand = (workload: Workload, joules: Float64Array): TokenEstimate => ({
    ...workloadRanges(workloadDraws(draws, workload, boundary)),
    acceleratorJoulesPerToken: rangeOf(joules),
  });
  return {
    perThousandOutputTokens: thousand(PER_THOUSAND_OUTPUT_TOKENS, outputJoules),
    perThousandInputTokens: thousand(PER_THOUSAND_INPUT_TOKENS, inputJoules),
    perThousandCachedInputTokens: thousand(PER_THOUSAND_CACHED_INPUT_TOKENS, cachedInputJoules),
  };
}

/** What a workload of one model takes, per draw. */
export function workloadDraws(
  draws: ModelDraws,
  workload: Workload,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): WorkloadDraws {
  const { factor } = draws.serving;
  const joules = workloadJoules(draws, workload);
  const { grams, wattHours } = BOUNDARY_FACTORS[boundary];
  return {
    gramsCO2e: product(joules, factor(grams)),
    wattHours: product(joules, factor(wattHours)),
    millilitresWater: product(joules, factor('waterMillilitres')),
  };
}

/** The ranges of such draws. Throws a RangeError where they are nothing. */
export function workloadRanges({ gramsCO2e, wattHours, millilitresWater }: WorkloadDraws) {
  return {
    gramsCO2e: rangeOf(gramsCO2e),
    wattHours: rangeOf(wattHours),
    millilitresWater: rangeOf(millilitresWater),
  } satisfies WorkloadEstimate;
}

/** What a workload of one model takes. */
export function estimateWorkload(
  input: EstimationInput,
  workload: Workload,
  preparation: Preparation,
  boundary: Boundary = PUBLISHED_BOUNDARY,
): WorkloadEstimate {
  return workloadRanges(workloadDraws(drawModel(input, preparation), workload, boundary));
}
