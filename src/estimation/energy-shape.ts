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
