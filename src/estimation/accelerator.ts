import { type Accelerator, DESIGN_OF } from './accelerator-designs.ts';
import type { AcceleratorCoefficients } from './energy-coefficients.ts';
import {
  type EnergyShape,
  kvCacheGigabytesPerToken,
  weightGigabytesPerStep,
} from './energy-shape.ts';

/**
 * The serving engine: that of the ML.ENERGY rows (2025), or those of the InferenceX rows (2026),
 * which published figures take.
 */
export type EngineYear = 2025 | 2026;

/** How one replica of a model is run. */
export interface OperatingPoint {
  accelerator: Accelerator;
  /** n; those of prefill included where it runs apart. */
  acceleratorsPerReplica: number;
  /** Bits per weight as served. */
  weightBits: number;
  /**
   * Bits that the accelerator computes in; absent where they follow from the weights: 4 where it can,
   * else 8, for weights of 4 bits.
   */
  arithmeticBits?: number | undefined;
  /** B: sequences decoded together by one replica. */
  concurrentSequences: number;
  /** C: mean number of tokens in the KV cache of a sequence. */
  contextTokens: number;
  engine: EngineYear;
  /** mtp: a small part of the model guesses tokens ahead, which the whole of it then checks. */
  speculation: 'none' | 'mtp';
  /** Prefill and decode run on accelerators of their own. */
  disaggregated: boolean;
}

/** Today's engine with neither speculation nor disaggregation: what nothing else is known of. */
export const PLAIN_SERVING = {
  engine: 2026,
  speculation: 'none',
  disaggregated: false,
} as const satisfies Pick<OperatingPoint, 'engine' | 'speculation' | 'disaggregated'>;

/** Energy of the accelerators alone, in joules per token. */
export interface AcceleratorEnergy {
  outputJoules: number;
  inputJoules: number;
}

/**
 * Sequences per accelerator at which `expertsDecodeOverhead` holds. It sets only what that number
 * means, not how good the fit is.
 */
const OVERHEAD_SEQUENCES_PER_ACCELERATOR = 8;

/**
 * Energy that the accelerators of one replica spend per output and per input token, in joules:
 *
 *     F     = 1e-3 ef fc 2A q
 *     rest  = n dg fs g (a0 + aL L (1 + cq[8-bit mixture])) / B + eb (W / B + KV) + F x[mixture]
 *             + 1e-3 eh Lh
 *     E_out = fa (F + rest),  with speculation fa (su F + sm rest)
 *     E_in  = fa 1e-3 pf fp 2A q y (pe if mixture) (dp if disaggregated)
 *
 * fs, fc, fp and fa belong to the accelerator's family; x, y, pe and g to the engine: x = m - 1 and
 * y = g = 1 in that of 2025, x = mo (8 n / B)^gamma and y = 1 + k n / B in today's. cq counts in the
 * engine of 2025, and on Blackwell.
 * Form and coefficients: this index's joint fit on the ML.ENERGY v3 and InferenceX measurements
 * (methodology, "Energy of a token").
 */
export function acceleratorEnergy(
  shape: EnergyShape,
  point: OperatingPoint,
  coefficients: AcceleratorCoefficients,
): AcceleratorEnergy {
  const { activeBillions, mixtureOfExperts } = shape.size;
  const { weightBits, concurrentSequences, engine, disaggregated } = point;
  const { family } = DESIGN_OF[point.accelerator];
  const ratios = coefficients.family[family];
  const gigaflopsPerToken = 2 * activeBillions * computeRatio(point, coefficients);

  const layerOverhead =
    mixtureOfExperts && (engine === 2025 || family === 'Blackwell')
      ? coefficients.eightBitExpertsLayerOverhead * nearnessToEightBits(weightBits)
      : 0;
  const staticJoulesPerStep =
    point.acceleratorsPerReplica *
    ratios.staticRatio *
    (engine === 2025 ? 1 : coefficients.todaysEngineStaticRatio) *
    (disaggregated ? coefficients.disaggregation.staticRatio : 1) *
    (coefficients.staticJoulesPerStep +
      coefficients.staticJoulesPerStepAndLayer * shape.layers * (1 + layerOverhead));
  const gigabytesMoved =
    weightGigabytesPerStep(shape, weightBits, concurrentSequences) / concurrentSequences +
    kvCacheGigabytesPerToken(shape, point.contextTokens);
  const computeJoules =
    1e-3 * coefficients.decodePicojoulesPerFlop * ratios.computeRatio * gigaflopsPerToken;
  const restJoules =
    staticJoulesPerStep / concurrentSequences +
    coefficients.joulesPerGigabyteMoved * gigabytesMoved +
    (mixtureOfExperts ? computeJoules * expertsOverhead(point, coefficients) : 0) +
    1e-3 * coefficients.hybridMillijoulesPerLayer * shape.hybridLayers;
  const prefillJoules =
    1e-3 *
    coefficients.prefillPicojoulesPerFlop *
    ratios.prefillRatio *
    gigaflopsPerToken *
    (mixtureOfExperts ? coefficients.expertsPrefillMultiplier[engine] : 1) *
    (engine === 2025
      ? 1
      : 1 + coefficients.prefillLightLoadOverhead / sequencesPerAccelerator(point)) *
    (disaggregated ? coefficients.disaggregation.prefillRatio : 1);

  const { speculation } = coefficients;
  return {
    outputJoules:
      ratios.wholeRatio *
      (point.speculation === 'mtp'
        ? speculation.computeRatio * computeJoules + speculation.restRatio * restJoules
        : computeJoules + restJoules),
    inputJoules: ratios.wholeRatio * prefillJoules,
  };
}

/** What routing tokens to experts adds to decode compute, as a multiple of it. */
function expertsOverhead(point: OperatingPoint, coefficients: AcceleratorCoefficients): number {
  if (point.engine === 2025) return coefficients.expertsDecodeMultiplier2025 - 1;
  const relativeLoad = sequencesPerAccelerator(point) / OVERHEAD_SEQUENCES_PER_ACCELERATOR;
  return (
    coefficients.expertsDecodeOverhead * relativeLoad ** -coefficients.expertsDecodeOverheadExponent
  );
}

function sequencesPerAccelerator(point: OperatingPoint): number {
  return point.concurrentSequences / point.acceleratorsPerReplica;
}

/** Bits of 4-bit weights with their scales: the format that the fit has measured. */
export const FOUR_BITS_WITH_SCALES = 4.25;

/**
 * q: compute energy relative to arithmetic in 16 bits. Between the measured formats of 16, 8 and
 * 4.25 bits linear in the logarithm of the bits; the same as at 4.25 below it.
 */
function computeRatio(
  { accelerator, weightBits, arithmeticBits }: OperatingPoint,
  { eightBitComputeRatio, fourBitComputeRatio }: AcceleratorCoefficients,
): number {
  const fewest = DESIGN_OF[accelerator].fourBitArithmetic ? FOUR_BITS_WITH_SCALES : 8;
  const bits = arithmeticBits ?? Math.max(weightBits, fewest);
  if (bits >= 16) return 1;
  const share = (upper: number, lower: number) =>
    Math.log(Math.max(bits, lower) / lower) / Math.log(upper / lower);
  return bits >= 8
    ? eightBitComputeRatio + (1 - eightBitComputeRatio) * share(16, 8)
    : fourBitComputeRatio +
        (eightBitComputeRatio - fourBitComputeRatio) * share(8, FOUR_BITS_WITH_SCALES);
}

/** 1 at 8 bits, 0 from half an octave away on: only that format's overhead was measured. */
function nearnessToEightBits(weightBits: number): number {
  return Math.max(0, 1 - 2 * Math.abs(Math.log2(weightBits / 8)));
}
