import { logNormalQuantile, normalQuantile } from './distributions.ts';
import { at, perDraw, type UnitDraws } from './draws.ts';
import type { Method } from './method.ts';

/**
 * The draws in the units of their inputs, one column each. All models share them: batch, context,
 * stack, host, PUE and grid are common factors, which is why differences between models are better
 * known than their levels.
 */
export interface SharedDraws {
  count: number;
  /** 1 where the draw runs on B200-class accelerators, 0 on H100-class. */
  onB200: Float64Array;
  weightBits: Float64Array;
  /** 2 where the replica is doubled, else 1. */
  replicaFactor: Float64Array;
  /** B for one accelerator. */
  concurrentSequences: Float64Array;
  contextTokens: Float64Array;
  servingStack: Float64Array;
  /** 1 where a model of unknown form is a mixture of experts. */
  mixtureOfExperts: Float64Array;
  prefillExtra: Float64Array;
  cachedInputShare: Float64Array;
  hostAndIdle: Float64Array;
  /** Grid intensity relative to the zone's value. */
  gridFactor: Float64Array;
  embodiedGramsPerKilowattHour: Float64Array;
  /** What the energy model itself gets wrong, as a factor, by what is known of the model. */
  formError: Readonly<Record<keyof Method['formErrorSdLn'], Float64Array>>;
  /** Standard normal deviates of the price residuals. */
  firstSizeDeviate: Float64Array;
  secondSizeDeviate: Float64Array;
  /** Uniform draws of inputs whose bounds belong to a model or its host. */
  unit: UnitDraws;
}

/** Turns uniform draws into draws of the method's inputs. */
export function shareDraws(
  unit: UnitDraws,
  { serving, facility, formErrorSdLn }: Method,
): SharedDraws {
  const count = unit.formError.length;
  const mapped = (column: Float64Array, value: (u: number) => number) =>
    perDraw(count, (draw) => value(at(column, draw)));
  const formError = (sdLn: number) =>
    mapped(unit.formError, (u) => logNormalQuantile(u, { median: 1, sdLn }));
  return {
    count,
    onB200: mapped(unit.acceleratorGeneration, (u) => (u < serving.b200Share ? 1 : 0)),
    weightBits: mapped(unit.weightBits, (u) => atCumulativeShare(u, serving.weightBits)),
    replicaFactor: mapped(unit.doubledReplica, (u) => (u < serving.doubledReplicaShare ? 2 : 1)),
    concurrentSequences: mapped(unit.concurrentSequences, (u) =>
      logNormalQuantile(u, serving.concurrentSequences),
    ),
    contextTokens: mapped(unit.contextTokens, (u) => logNormalQuantile(u, serving.contextTokens)),
    servingStack: mapped(unit.servingStack, (u) => logNormalQuantile(u, serving.servingStack)),
    mixtureOfExperts: mapped(unit.mixtureOfExperts, (u) =>
      u < serving.mixtureOfExpertsShare ? 1 : 0,
    ),
    prefillExtra: mapped(unit.prefillExtra, (u) =>
      logNormalQuantile(u, { median: 1, sdLn: serving.prefillExtraSdLn }),
    ),
    cachedInputShare: mapped(unit.cachedInputShare, (u) =>
      Math.min(1, logNormalQuantile(u, serving.cachedInputShare)),
    ),
    hostAndIdle: mapped(unit.hostAndIdle, (u) => logNormalQuantile(u, facility.hostAndIdle)),
    gridFactor: mapped(unit.gridIntensity, (u) =>
      logNormalQuantile(u, { median: 1, sdLn: facility.gridSdLn }),
    ),
    embodiedGramsPerKilowattHour: mapped(unit.embodied, (u) =>
      logNormalQuantile(u, facility.embodiedGramsPerKilowattHour),
    ),
    formError: {
      measured: formError(formErrorSdLn.measured),
      architecture: formError(formErrorSdLn.architecture),
      parameters: formError(formErrorSdLn.parameters),
    },
    firstSizeDeviate: mapped(unit.activeParametersOrPriceOutput, normalQuantile),
    secondSizeDeviate: mapped(unit.totalParametersOrPriceInput, normalQuantile),
    unit,
  };
}

/** The weight format at a point of the cumulative shares; the last one where rounding leaves a rest. */
function atCumulativeShare(u: number, formats: readonly { bits: number; share: number }[]): number {
  let cumulative = 0;
  for (const { bits, share } of formats) {
    cumulative += share;
    if (u < cumulative) return bits;
  }
  throw new RangeError(`the shares of weight formats add up to ${cumulative}, not to 1`);
}
