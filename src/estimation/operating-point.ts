import type { AcceleratorGeneration, OperatingPoint } from './accelerator.ts';
import { at } from './draws.ts';
import type { ServingDistributions } from './method.ts';
import type { SharedDraws } from './shared-draws.ts';

/** What is known of the bits per weight; where `servedBits` is absent they are drawn. */
export interface WeightPrecision {
  /** Bits per weight that the endpoint states. */
  servedBits?: number | undefined;
  /** Bits per weight as released: an upper bound, since hosts compress weights and never add to them. */
  releasedBits?: number | undefined;
}

/** Accelerators that hold the weights in the usable memory: a power of two, at least one. */
export function acceleratorsForWeights(
  totalBillions: number,
  weightBits: number,
  accelerator: AcceleratorGeneration,
  serving: Pick<ServingDistributions, 'memoryGigabytes' | 'usableMemoryShare'>,
): number {
  const gigabytes = (totalBillions * weightBits) / 8;
  const usable = serving.usableMemoryShare * serving.memoryGigabytes[accelerator];
  let accelerators = 1;
  while (accelerators * usable < gigabytes) accelerators *= 2;
  return accelerators;
}

/** Bits per weight at one draw: as stated or drawn, and never more than released. */
export function weightBitsAt(
  { weightBits }: SharedDraws,
  draw: number,
  { servedBits, releasedBits = Number.POSITIVE_INFINITY }: WeightPrecision,
): number {
  return Math.min(servedBits ?? at(weightBits, draw), releasedBits);
}

/** The operating point of one draw for a model of this size. */
export function drawOperatingPoint(
  shared: SharedDraws,
  draw: number,
  totalBillions: number,
  precision: WeightPrecision,
  serving: ServingDistributions,
): OperatingPoint {
  const accelerator: AcceleratorGeneration = at(shared.onB200, draw) === 1 ? 'B200' : 'H100';
  const weightBits = weightBitsAt(shared, draw, precision);
  const acceleratorsPerReplica =
    acceleratorsForWeights(totalBillions, weightBits, accelerator, serving) *
    at(shared.replicaFactor, draw);
  return {
    accelerator,
    acceleratorsPerReplica,
    weightBits,
    concurrentSequences: Math.max(
      1,
      at(shared.concurrentSequences, draw) *
        acceleratorsPerReplica ** serving.concurrentSequences.acceleratorExponent,
    ),
    contextTokens: at(shared.contextTokens, draw),
  };
}
