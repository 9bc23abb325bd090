import { acceleratorEnergy, PLAIN_SERVING } from './accelerator.ts';
import { type EnergyShape, kvCacheGigabytesPerToken } from './energy-shape.ts';
import type { Method, ServingDistributions } from './method.ts';
import { sequencesInMemory } from './sequences-in-memory.ts';
import { type PerClass, perClass, type ServingClass } from './serving-classes.ts';

/** Energy of a mean machine of one class at one load, J per token. */
export interface TokenEnergy {
  outputJoules: number;
  inputJoules: number;
}

/** What is known of the bits per weight. */
export interface WeightPrecision {
  /** Bits per weight that the endpoint states. */
  servedBits?: number | undefined;
  /** Bits per weight as released: where nothing is stated, hosts compress weights and never add to them. */
  releasedBits?: number | undefined;
}

/** Three machines stand for all of the market: Gauss-Hermite nodes of a normal, and their weights. */
const MACHINES = [
  { deviate: -Math.sqrt(3), weight: 1 / 6 },
  { deviate: 0, weight: 2 / 3 },
  { deviate: Math.sqrt(3), weight: 1 / 6 },
] as const;

/** Accelerators that hold the weights in their part of the memory: a power of two, at least one. */
export function acceleratorsForWeights(
  totalBillions: number,
  weightBits: number,
  memoryGigabytes: number,
  { weightsMemoryShare }: Pick<ServingDistributions, 'weightsMemoryShare'>,
): number {
  const gigabytes = (totalBillions * weightBits) / 8;
  let accelerators = 1;
  while (accelerators * weightsMemoryShare * memoryGigabytes < gigabytes) accelerators *= 2;
  return accelerators;
}

/**
 * The weight formats of an endpoint with their shares: as stated, or as hosts choose. The share of a
 * format of more bits than were released falls to the released one.
 */
function weightFormats(
  { servedBits, releasedBits = Number.POSITIVE_INFINITY }: WeightPrecision,
  { weightBits }: Pick<ServingDistributions, 'weightBits'>,
): { bits: number; share: number }[] {
  if (servedBits !== undefined) return [{ bits: servedBits, share: 1 }];
  const shares = new Map<number, number>();
  for (const { bits, share } of weightBits) {
    const served = Math.min(bits, releasedBits);
    shares.set(served, (shares.get(served) ?? 0) + share);
  }
  return [...shares].map(([bits, share]) => ({ bits, share }));
}

/**
 * Energy of a token on the machines of one class at a load, J: the mean over the market's machines
 * and over the weight formats, at the stated context. No machine decodes more sequences together than
 * the memory left by the weights holds. `lnConcurrentSequences` is that of the mean machine.
 */
export function classEnergy(
  shape: EnergyShape,
  servingClass: ServingClass,
  lnConcurrentSequences: number,
  precision: WeightPrecision,
  { serving, accelerator: coefficients }: Pick<Method, 'serving' | 'accelerator'>,
): TokenEnergy {
  const { accelerator, disaggregated, loadFactor } = serving.classes[servingClass];
  const { acceleratorExponent, marketSdLn } = serving.concurrentSequences;
  const contextTokens = serving.statedContextTokens;
  const memoryGigabytes = serving.memoryGigabytes[accelerator];
  const mean = { outputJoules: 0, inputJoules: 0 };
  for (const { bits, share } of weightFormats(precision, serving)) {
    const acceleratorsPerReplica = acceleratorsForWeights(
      shape.size.totalBillions,
      bits,
      memoryGigabytes,
      serving,
    );
    const most = sequencesInMemory(shape, {
      weightBits: bits,
      replicaGigabytes: acceleratorsPerReplica * memoryGigabytes,
      tokensPerSequence: contextTokens,
    });
    for (const { deviate, weight } of MACHINES) {
      const wanted =
        loadFactor *
        acceleratorsPerReplica ** acceleratorExponent *
        Math.exp(lnConcurrentSequences + marketSdLn * deviate);
      const { outputJoules, inputJoules } = acceleratorEnergy(
        shape,
        {
          ...PLAIN_SERVING,
          accelerator,
          disaggregated,
          acceleratorsPerReplica,
          weightBits: bits,
          concurrentSequences: Math.max(1, Math.min(wanted, most)),
          contextTokens,
        },
        coefficients,
      );
      mean.outputJoules += share * weight * outputJoules;
      mean.inputJoules += share * weight * inputJoules;
    }
  }
  return mean;
}

/**
 * Points of ln B between which energy is interpolated on straight lines: it is smooth, and read
 * thousands of times. Of a curve that bends upwards lines are 0.1 to 0.3 % too high.
 */
export const LOADS = 17;

/** Energies by class at LOADS points of ln B, `step` apart from `least` on. */
export interface LoadTable {
  least: number;
  step: number;
  outputJoules: PerClass<Float64Array>;
  inputJoules: PerClass<Float64Array>;
}

/** Tabulates the energies of all classes between two bounds of ln B, for one model and precision. */
export function loadTable(
  shape: EnergyShape,
  precision: WeightPrecision,
  { least, most }: { least: number; most: number },
  method: Pick<Method, 'serving' | 'accelerator'>,
): LoadTable {
  const step = (most - least) / (LOADS - 1);
  const energies = perClass((servingClass) =>
    Array.from({ length: LOADS }, (_, load) =>
      classEnergy(shape, servingClass, least + load * step, precision, method),
    ),
  );
  return {
    least,
    step,
    outputJoules: perClass((one) =>
      Float64Array.from(energies[one], ({ outputJoules }) => outputJoules),
    ),
    inputJoules: perClass((one) =>
      Float64Array.from(energies[one], ({ inputJoules }) => inputJoules),
    ),
  };
}

/** KV-cache gigabytes that an output token reads beyond those at the stated context; below 0 under it. */
export function gigabytesBeyondStated(
  shape: EnergyShape,
  contextTokens: number,
  { statedContextTokens }: Pick<ServingDistributions, 'statedContextTokens'>,
): number {
  return (
    kvCacheGigabytesPerToken(shape, contextTokens) -
    kvCacheGigabytesPerToken(shape, statedContextTokens)
  );
}
