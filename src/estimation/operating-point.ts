import type { AcceleratorGeneration, OperatingPoint, PerGeneration } from './accelerator.ts';
import type { LogNormal } from './distributions.ts';
import { at } from './draws.ts';
import type { SharedDraws } from './shared-draws.ts';

/** What is assumed about how hosts run models; every member is drawn once per draw. */
export interface ServingDistributions {
  /** B before the replica's size is counted; multiplied by accelerators ^ acceleratorExponent. */
  concurrentSequences: LogNormal & { acceleratorExponent: number };
  /** Share of serving on B200-class accelerators; the rest is H100-class. */
  b200Share: number;
  memoryGigabytes: PerGeneration;
  /** Share of the memory that weights may fill. */
  usableMemoryShare: number;
  /** Share of replicas that run on twice as many accelerators as their weights need. */
  doubledReplicaShare: number;
  /** Bits per weight where the endpoint states none, in the order in which they are drawn. */
  weightBits: readonly { bits: number; share: number }[];
  contextTokens: LogNormal;
  /** Factor of the serving software on output and input energy. */
  servingStack: LogNormal;
  /** Extra uncertainty of the prefill energy. */
  prefillExtraSdLn: number;
  /** Probability that a model is a mixture of experts where nothing says so. */
  mixtureOfExpertsShare: number;
  /** Energy of an input token read from a cache, as a share of a fresh one; never above 1. */
  cachedInputShare: LogNormal;
}

/** What is known of the bits per weight; where `served` is absent they are drawn. */
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

/** The operating point of one draw for a model of this size. */
export function drawOperatingPoint(
  shared: SharedDraws,
  draw: number,
  totalBillions: number,
  { servedBits, releasedBits = Number.POSITIVE_INFINITY }: WeightPrecision,
  serving: ServingDistributions,
): OperatingPoint {
  const accelerator: AcceleratorGeneration = at(shared.onB200, draw) === 1 ? 'B200' : 'H100';
  const weightBits = servedBits ?? Math.min(at(shared.weightBits, draw), releasedBits);
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
