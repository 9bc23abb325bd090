import { type Accelerator, DESIGN_OF } from './accelerators.ts';
import type { AcceleratorCoefficients } from './energy-coefficients.ts';

/** How large a model is, in billions of parameters. A dense model activates all of them. */
export interface ModelSize {
  activeBillions: number;
  totalBillions: number;
  mixtureOfExperts: boolean;
}

/** The published architecture, as far as energy depends on it. */
export interface Architecture {
  layers: number;
  /** d, the width of the model; absent where it is not recorded. */
  hiddenSize?: number | undefined;
  /** Layers that attend to the whole context. */
  fullAttentionLayers: number;
  slidingWindowLayers: number;
  slidingWindowTokens: number;
  /** Elements of the KV cache per layer and token, keys and values together. */
  kvWidth: number;
  /** The same of the layers with a sliding window, where theirs is another. */
  slidingWindowKvWidth?: number | undefined;
  /** Layers that read a selection or a summary of the context. */
  selectiveAttention?: readonly SelectiveAttention[] | undefined;
  /** Routed experts (E) and how many of them a token uses (k), where the model is a mixture. */
  routedExperts?: number | undefined;
  activeExperts?: number | undefined;
  /** True for models that have layers with a recurrent state: state-space layers, linear attention. */
  hybridStateSpace: boolean;
  /** Elements of that state in all layers together; absent where it is not recorded. */
  recurrentStateElements?: number | undefined;
}

/** Layers of one kind that read a selection or a summary of the context. */
export interface SelectiveAttention {
  layers: number;
  /** Elements of one entry of the cache, keys and values together. */
  kvWidth: number;
  /** Tokens that one entry stands for. */
  tokensPerEntry: number;
  /** How many entries a token reads at most; all of them where absent. */
  mostEntries?: number | undefined;
  /** The last tokens are read one by one besides. */
  windowTokens?: number | undefined;
  /** By what the entries are chosen: every one has a key of so many elements, compared by so many heads. */
  indexWidth?: number | undefined;
  indexHeads?: number | undefined;
}

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
 * What a model's size and architecture say about its energy at any operating point: computed once
 * per model, read once per draw.
 */
export interface EnergyShape {
  size: ModelSize;
  layers: number;
  /** Layers that count for the recurrent state; 0 without one. */
  hybridLayers: number;
  /** s: share of the routed experts that one token uses; 1 in a dense model. */
  shareOfExpertsUsed: number;
  /** S0: billions of parameters read at every step, whatever is decoded. */
  sharedBillions: number;
  /** X: billions of parameters in routed experts. */
  routedBillions: number;
  /** What an output token reads of the KV cache. */
  cacheReads: readonly CacheRead[];
}

/** Bytes read per token of context, over so many tokens of it at most. */
interface CacheRead {
  bytesPerContextToken: number;
  mostContextTokens: number;
  /** Tokens of it that are kept at most: more than are read where a layer chooses. */
  mostKeptTokens: number;
}

/** Elements of the KV cache are 16 bits wide. */
const BYTES_PER_KV_ELEMENT = 2;

/**
 * Elements of recurrent state per layer of the measured hybrids, layers without a state included:
 * 27 of 56 layers (Nemotron Nano 9B v2) and 28 of 62 (12B v2) keep 128 x 80 x 128 elements each. The
 * coefficient per layer was fitted on them, so a layer counts as many times as its state is larger.
 */
const STATE_ELEMENTS_PER_MEASURED_LAYER = (128 * 80 * 128 * (27 / 56 + 28 / 62)) / 2;

/**
 * The shape of a model. Where the architecture is absent, layers and KV cache follow from the size
 * by the regressions of the coefficients. Of a mixture, the routed part X and the shared part S0
 * follow from the experts where they are known: X = min((T - A) / (1 - s), T); else X = T, s = A/T.
 */
export function energyShape(
  size: ModelSize,
  architecture: Architecture | undefined,
  { unknownArchitecture }: AcceleratorCoefficients,
): EnergyShape {
  const { activeBillions, totalBillions } = size;
  const { routedExperts, activeExperts } = architecture ?? {};
  const mixture = size.mixtureOfExperts && activeBillions < totalBillions;
  const expertsKnown = routedExperts !== undefined && activeExperts !== undefined;
  let shareOfExpertsUsed = 1;
  let routedBillions = 0;
  if (mixture && expertsKnown) {
    shareOfExpertsUsed = activeExperts / routedExperts;
    routedBillions = Math.min(
      (totalBillions - activeBillions) / (1 - shareOfExpertsUsed),
      totalBillions,
    );
  } else if (mixture) {
    shareOfExpertsUsed = activeBillions / totalBillions;
    routedBillions = totalBillions;
  }
  const experts = {
    size,
    shareOfExpertsUsed,
    routedBillions,
    sharedBillions: totalBillions - routedBillions,
  };
  if (architecture !== undefined) {
    return {
      ...experts,
      layers: architecture.layers,
      hybridLayers: hybridLayersOf(architecture),
      cacheReads: cacheReadsOf(architecture),
    };
  }
  const { lnLayers, lnKvBytesPerContextToken: lnKv } = unknownArchitecture;
  return {
    ...experts,
    layers: Math.exp(lnLayers.intercept + lnLayers.lnTotal * Math.log(totalBillions)),
    hybridLayers: 0,
    cacheReads: [
      {
        bytesPerContextToken: Math.exp(
          lnKv.intercept +
            lnKv.lnActive * Math.log(activeBillions) +
            lnKv.lnTotal * Math.log(totalBillions),
        ),
        mostContextTokens: Number.POSITIVE_INFINITY,
        mostKeptTokens: Number.POSITIVE_INFINITY,
      },
    ],
  };
}

function hybridLayersOf({
  layers,
  hybridStateSpace,
  recurrentStateElements,
}: Architecture): number {
  if (!hybridStateSpace) return 0;
  return recurrentStateElements === undefined
    ? layers
    : recurrentStateElements / STATE_ELEMENTS_PER_MEASURED_LAYER;
}

function cacheReadsOf(architecture: Architecture): CacheRead[] {
  const { kvWidth, slidingWindowKvWidth = kvWidth, selectiveAttention = [] } = architecture;
  const read = (
    elementsPerContextToken: number,
    mostContextTokens: number,
    mostKeptTokens = mostContextTokens,
  ): CacheRead => ({
    bytesPerContextToken: BYTES_PER_KV_ELEMENT * elementsPerContextToken,
    mostContextTokens,
    mostKeptTokens,
  });
  const all = Number.POSITIVE_INFINITY;
  return [
    read(kvWidth * architecture.fullAttentionLayers, all),
    read(slidingWindowKvWidth * architecture.slidingWindowLayers, architecture.slidingWindowTokens),
    ...selectiveAttention.flatMap((group) => [
      read(
        (group.kvWidth * group.layers) / group.tokensPerEntry,
        (group.mostEntries ?? all) * group.tokensPerEntry,
        all,
      ),
      read(((group.indexWidth ?? 0) * group.layers) / group.tokensPerEntry, all),
      read(group.kvWidth * group.layers, group.windowTokens ?? 0),
    ]),
  ];
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
 * y = g = 1 in that of 2025, x = mo (8 n / B)^gamma and y = 1 + k n / B in today's. cq counts in the engine of 2025, and on Blackwell.
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
const FOUR_BITS = 4.25;

/**
 * q: compute energy relative to arithmetic in 16 bits. Between the measured formats of 16, 8 and
 * 4.25 bits linear in the logarithm of the bits; the same as at 4.25 below it.
 */
function computeRatio(
  { accelerator, weightBits, arithmeticBits }: OperatingPoint,
  { eightBitComputeRatio, fourBitComputeRatio }: AcceleratorCoefficients,
): number {
  const fewest = DESIGN_OF[accelerator].fourBitArithmetic ? FOUR_BITS : 8;
  const bits = arithmeticBits ?? Math.max(weightBits, fewest);
  if (bits >= 16) return 1;
  const share = (upper: number, lower: number) =>
    Math.log(Math.max(bits, lower) / lower) / Math.log(upper / lower);
  return bits >= 8
    ? eightBitComputeRatio + (1 - eightBitComputeRatio) * share(16, 8)
    : fourBitComputeRatio + (eightBitComputeRatio - fourBitComputeRatio) * share(8, FOUR_BITS);
}

/** 1 at 8 bits, 0 from half an octave away on: only that format's overhead was measured. */
function nearnessToEightBits(weightBits: number): number {
  return Math.max(0, 1 - 2 * Math.abs(Math.log2(weightBits / 8)));
}

/**
 * W: gigabytes of weights read in one decode step. A dense model reads them all; of a mixture's
 * routed part, the experts that at least one of B sequences uses: (S0 + X (1 - (1 - s)^B)) bits / 8.
 */
export function weightGigabytesPerStep(
  { sharedBillions, routedBillions, shareOfExpertsUsed }: EnergyShape,
  weightBits: number,
  concurrentSequences: number,
): number {
  if (routedBillions === 0) return (sharedBillions * weightBits) / 8;
  const shareTouched = 1 - (1 - shareOfExpertsUsed) ** concurrentSequences;
  return ((sharedBillions + routedBillions * shareTouched) * weightBits) / 8;
}

/**
 * KV: gigabytes of the key-value cache read per output token. Full attention reads all of the
 * context, a sliding window its last tokens, selective attention its most relevant entries.
 */
export function kvCacheGigabytesPerToken(
  { cacheReads }: EnergyShape,
  contextTokens: number,
): number {
  let bytes = 0;
  for (const { bytesPerContextToken, mostContextTokens } of cacheReads) {
    bytes += bytesPerContextToken * Math.min(contextTokens, mostContextTokens);
  }
  return bytes / 1e9;
}

/**
 * Gigabytes of key-value cache that one sequence keeps in memory at so many tokens. Layers that read
 * a selection keep all of it.
 */
export function kvCacheGigabytesKept({ cacheReads }: EnergyShape, contextTokens: number): number {
  let bytes = 0;
  for (const { bytesPerContextToken, mostKeptTokens } of cacheReads) {
    bytes += bytesPerContextToken * Math.min(contextTokens, mostKeptTokens);
  }
  return bytes / 1e9;
}
