import {
  type EnergyShape,
  kvCacheGigabytesPerToken,
  type OperatingPoint,
  type PerGeneration,
  weightGigabytesPerStep,
} from '../../estimation/accelerator.ts';

/** The fitted constants of the latency model. Rates are what is reached, not what is on the box. */
export interface LatencyCoefficients {
  /** ms per decode step. */
  staticMillisecondsPerStep: number;
  /** ms per decode step and layer: launching kernels, synchronising accelerators. */
  staticMillisecondsPerStepAndLayer: number;
  /** Extra per-layer time of 8-bit mixtures of experts, relative to other models. */
  eightBitExpertsLayerOverhead: number;
  /** ms per sequence and step that more accelerators do not shorten: scheduling, sampling. */
  hostMillisecondsPerSequence: number;
  /** GB per ms (TB/s) and accelerator. */
  memoryGigabytesPerMillisecond: PerGeneration;
  /** TFLOP/s per accelerator (GFLOP per ms) while decoding a dense model. */
  decodeTeraflopsPerSecond: PerGeneration;
  /** Decode compute time of a mixture of experts relative to a dense model of its active size. */
  expertsDecodeMultiplier: number;
  /** ms per layer and sequence of a hybrid state-space model on one accelerator. */
  hybridMillisecondsPerLayerAndSequence: number;
}

/**
 * Time between two tokens of one answer, in milliseconds: one decode step of a replica, which gives
 * each of its B sequences a token.
 *
 *     t = t0 + tL L (1 + tq[8-bit mixture]) + th B
 *         + (W + KV B) / (n memory rate) + 2A B (m if mixture) / (n compute rate)
 *         + ts Lh B / n
 *
 * The counterpart of the energy model, term by term, and fitted on the same measurements. Prefill
 * of other requests, which shares the accelerators with decoding, has no term of its own: one was
 * tried, and predicts rows of unseen architectures no better.
 */
export function interTokenLatencyMilliseconds(
  shape: EnergyShape,
  point: OperatingPoint,
  coefficients: LatencyCoefficients,
): number {
  const { activeBillions, mixtureOfExperts } = shape.size;
  const { accelerator, acceleratorsPerReplica, weightBits, concurrentSequences } = point;
  const eightBitMixture = weightBits === 8 && mixtureOfExperts;
  const staticMilliseconds =
    coefficients.staticMillisecondsPerStep +
    coefficients.staticMillisecondsPerStepAndLayer *
      shape.layers *
      (1 + (eightBitMixture ? coefficients.eightBitExpertsLayerOverhead : 0)) +
    coefficients.hostMillisecondsPerSequence * concurrentSequences;
  const gigabytesRead =
    weightGigabytesPerStep(shape, weightBits, concurrentSequences) +
    kvCacheGigabytesPerToken(shape, point.contextTokens) * concurrentSequences;
  const gigaflops =
    2 *
    activeBillions *
    concurrentSequences *
    (mixtureOfExperts ? coefficients.expertsDecodeMultiplier : 1);
  const hybridMilliseconds =
    coefficients.hybridMillisecondsPerLayerAndSequence * shape.hybridLayers * concurrentSequences;
  const sharedMilliseconds =
    gigabytesRead / coefficients.memoryGigabytesPerMillisecond[accelerator] +
    gigaflops / coefficients.decodeTeraflopsPerSecond[accelerator] +
    hybridMilliseconds;
  return staticMilliseconds + sharedMilliseconds / acceleratorsPerReplica;
}
