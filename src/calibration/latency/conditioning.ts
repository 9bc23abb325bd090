import { energyShape } from '../../estimation/accelerator.ts';
import { at, perDraw } from '../../estimation/draws.ts';
import type { Method } from '../../estimation/method.ts';
import { drawOperatingPoint } from '../../estimation/operating-point.ts';
import type { SharedDraws } from '../../estimation/shared-draws.ts';
import type { SizedModel } from '../../estimation/sized-model.ts';
import { interTokenLatencyMilliseconds, type LatencyCoefficients } from './decode-step.ts';
import { effectiveDrawCount } from './weighted-ranges.ts';

/** How an observed speed speaks about the operating point behind it. */
export interface SpeedEvidence {
  latency: LatencyCoefficients;
  /**
   * What takes e^x times the energy of the model's prediction takes e^(timePerEnergy x) times its
   * time: a slow engine draws power for longer, but idles more while it does.
   */
  timePerEnergy: number;
  /** Standard deviation of ln(observed / predicted latency) that is left after that. */
  sdLn: number;
  /** With fewer effective draws than this, the speed is not believed and nothing is conditioned. */
  leastEffectiveDraws: number;
}

/** A model whose size is known, so that its decode step can be computed. */
export type LatencyModel = SizedModel & {
  active: number;
  total: number;
  mixtureOfExperts: boolean;
};

/** The draws, weighted by how well each explains an observed speed. */
export interface SpeedWeights {
  /** They add up to 1; all equal where the speed is not believed. */
  weights: Float64Array;
  /** Of the weights by the speed, whether or not they are used. */
  effectiveDraws: number;
  /** False where too few draws could have produced the speed. */
  conditioned: boolean;
}

/** Whether a model's size is known well enough to compute its decode step. */
export function isLatencyModel(model: SizedModel): model is LatencyModel {
  const { active, total, mixtureOfExperts } = model;
  return typeof active === 'number' && typeof total === 'number' && mixtureOfExperts !== undefined;
}

/**
 * ln of the inter-token latency in ms that each draw would show: the decode step at its operating
 * point, slowed or sped up with its serving stack, form error and measured correction.
 */
export function lnLatencyDraws(
  model: LatencyModel,
  shared: SharedDraws,
  method: Method,
  { latency, timePerEnergy }: Pick<SpeedEvidence, 'latency' | 'timePerEnergy'>,
): Float64Array {
  const { active, total, mixtureOfExperts, architecture, tier, precision } = model;
  const size = { activeBillions: active, totalBillions: total, mixtureOfExperts };
  const shape = energyShape(size, architecture, method.accelerator);
  const formError = shared.formError[tier];
  const correctionLn = model.measuredCorrectionLn ?? 0;
  return perDraw(shared.count, (draw) => {
    const point = drawOperatingPoint(shared, draw, total, precision, method.serving);
    const energyLn =
      Math.log(at(shared.servingStack, draw)) + Math.log(at(formError, draw)) + correctionLn;
    return (
      Math.log(interTokenLatencyMilliseconds(shape, point, latency)) + timePerEnergy * energyLn
    );
  });
}

/**
 * Importance weights of the draws given an observed latency: each counts by the normal likelihood of
 * ln(observed) around its own ln(predicted). Percentiles of any quantity under these weights are
 * its range given the speed (Bayes' rule on the joint draws).
 */
export function speedWeights(
  lnLatencies: Float64Array,
  observedMilliseconds: number,
  { sdLn, leastEffectiveDraws }: Pick<SpeedEvidence, 'sdLn' | 'leastEffectiveDraws'>,
): SpeedWeights {
  const observedLn = Math.log(observedMilliseconds);
  const likelihood = lnLatencies.map((predictedLn) =>
    Math.exp(-0.5 * ((observedLn - predictedLn) / sdLn) ** 2),
  );
  const effectiveDraws = effectiveDrawCount(likelihood);
  const conditioned = effectiveDraws >= leastEffectiveDraws;
  return {
    weights: conditioned ? sumToOne(likelihood) : equalWeights(lnLatencies.length),
    effectiveDraws,
    conditioned,
  };
}

/** Weights of the draws of a model given the median decode speed of one request at an endpoint. */
export function conditionOnSpeed(
  model: LatencyModel,
  tokensPerSecond: number,
  shared: SharedDraws,
  method: Method,
  evidence: SpeedEvidence,
): SpeedWeights {
  const observedMilliseconds = 1000 / tokensPerSecond;
  return speedWeights(
    lnLatencyDraws(model, shared, method, evidence),
    observedMilliseconds,
    evidence,
  );
}

/** Weights of draws of which nothing more is known. They add up to 1. */
export function equalWeights(count: number): Float64Array {
  return new Float64Array(count).fill(1 / count);
}

function sumToOne(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
