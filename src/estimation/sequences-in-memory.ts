import { type EnergyShape, kvCacheGigabytesKept } from './energy-shape.ts';

/** Share of an accelerator's memory that weights and cache may fill together. */
const FILLED_SHARE = 0.9;

/**
 * The most sequences that a replica can decode together: as many caches of so many tokens as fit
 * beside the weights. At least 1, since the replica runs.
 */
export function sequencesInMemory(
  shape: EnergyShape,
  {
    weightBits,
    replicaGigabytes,
    tokensPerSequence,
  }: { weightBits: number; replicaGigabytes: number; tokensPerSequence: number },
): number {
  const weightGigabytes = (shape.size.totalBillions * weightBits) / 8;
  const left = FILLED_SHARE * replicaGigabytes - weightGigabytes;
  return Math.max(1, left / kvCacheGigabytesKept(shape, tokensPerSequence));
}
