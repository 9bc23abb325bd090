/** Accelerator generations with fitted coefficients. */
export type AcceleratorGeneration = 'H100' | 'B200';

/** One value per accelerator generation. */
export type PerGeneration = Readonly<Record<AcceleratorGeneration, number>>;

/** How large a model is, in billions of parameters. A dense model activates all of them. */
export interface ModelSize {
  activeBillions: number;
  totalBillions: number;
  mixtureOfExperts: boolean;
}

/** The published architecture, as far as energy depends on it. */
export interface Architecture {
  layers: number;
  /** Layers that attend to the whole context. */
  fullAttentionLayers: number;
  slidingWindowLayers: number;
  slidingWindowTokens: number;
  /** Elements of the KV cache per layer and token, keys and values together. */
  kvWidth: number;
  /** Routed experts (E) and how many of them a token uses (k), where the model is a mixture. */
  routedExperts?: number | undefined;
  activeExperts?: number | undefined;
  /** True for models that mix state-space and attention layers. */
  hybridStateSpace: boolean;
}

/** How one replica of a model is run. */
export interface OperatingPoint {
  accelerator: AcceleratorGeneration;
  acceleratorsPerReplica: number;
  /** Bits per weight as served. */
  weightBits: number;
  /** B: sequences decoded together by one replica. */
  concurrentSequences: number;
  /** C: mean number of tokens in the KV cache of a sequence. */
  contextTokens: number;
}

/** The fitted and fixed constants of the energy model; symbols as on the methodology page. */
export interface AcceleratorCoefficients {
  /** a0, J per accelerator and decode step. */
  staticJoulesPerStep: number;
  /** aL, J per accelerator, decode step and layer. */
  staticJoulesPerStepAndLayer: number;
  /** r, static energy relative to H100. */
  staticRatio: PerGeneration;
  /** cq, extra per-layer overhead of 8-bit mixtures of experts. */
  eightBitExpertsLayerOverhead: number;
  /** eb, J per gigabyte moved from memory. */
  joulesPerGigabyteMoved: number;
  /** ef, pJ per FLOP while decoding a dense model. */
  decodePicojoulesPerFlop: PerGeneration;
  /** m, decode compute of a mixture of experts relative to a dense model of its active size. */
  expertsDecodeMultiplier: number;
  /** eh, mJ per layer of a hybrid state-space model. */
  hybridMillijoulesPerLayer: number;
  /** pf, pJ per FLOP of prefill on H100. */
  prefillPicojoulesPerFlop: number;
  /** pg, prefill energy relative to H100. */
  prefillRatio: PerGeneration;
  /** q8, compute energy with 8-bit weights relative to 16-bit. */
  eightBitComputeRatio: number;
  /** Prefill compute of a mixture of experts relative to a dense model of its active size. */
  expertsPrefillMultiplier: number;
  /** Regressions that stand in for an architecture that is not published. */
  unknownArchitecture: {
    /** ln layers = intercept + slope ln T. */
    lnLayers: { intercept: number; lnTotal: number };
    /** ln bytes of KV cache read per token of context = intercept + slopes in ln A and ln T. */
    lnKvBytesPerContextToken: { intercept: number; lnActive: number; lnTotal: number };
  };
}

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
  /** Layers that attend to the whole context; all of them where nothing says so. */
  fullAttentionLayers: number;
  hybridStateSpace: boolean;
  /** s: share of the routed experts that one token uses; 1 in a dense model. */
  shareOfExpertsUsed: number;
  /** S0: billions of parameters read at every step, whatever is decoded. */
  sharedBillions: number;
  /** X: billions of parameters in routed experts. */
  routedBillions: number;
  /** Bytes of KV cache read per token of context within full attention. */
  kvBytesPerContextToken: number;
  /** The same for layers with a sliding window, and how far they look back. */
  windowedKvBytesPerContextToken: number;
  slidingWindowTokens: number;
}

/** Elements of the KV cache are 16 bits wide. */
const BYTES_PER_KV_ELEMENT = 2;

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
    const bytesPerLayer = BYTES_PER_KV_ELEMENT * architecture.kvWidth;
    return {
      ...experts,
      layers: architecture.layers,
      fullAttentionLayers: architecture.fullAttentionLayers,
      hybridStateSpace: architecture.hybridStateSpace,
      kvBytesPerContextToken: bytesPerLayer * architecture.fullAttentionLayers,
      windowedKvBytesPerContextToken: bytesPerLayer * architecture.slidingWindowLayers,
      slidingWindowTokens: architecture.slidingWindowTokens,
    };
  }
  const { lnLayers, lnKvBytesPerContextToken: lnKv } = unknownArchitecture;
  const layers = Math.exp(lnLayers.intercept + lnLayers.lnTotal * Math.log(totalBillions));
  return {
    ...experts,
    layers,
    fullAttentionLayers: layers,
    hybridStateSpace: false,
    kvBytesPerContextToken: Math.exp(
      lnKv.intercept +
        lnKv.lnActive * Math.log(activeBillions) +
        lnKv.lnTotal * Math.log(totalBillions),
    ),
    windowedKvBytesPerContextToken: 0,
    slidingWindowTokens: 0,
  };
}

/**
 * Energy that the accelerators of one replica spend per output and per input token, in joules:
 *
 *     E_out = n r (a0 + aL L (1 + cq[8-bit mixture])) / B + eb (W / B + KV)
 *             + 1e-3 ef 2A q8 (m if mixture) + 1e-3 eh L [hybrid]
 *     E_in  = 1e-3 pf pg 2A q8 (1.5 if mixture)
 *
 * Form and coefficients: this index's fit on the ML.ENERGY v3 measurements (methodology, "Energy of
 * a token").
 */
export function acceleratorEnergy(
  shape: EnergyShape,
  point: OperatingPoint,
  coefficients: AcceleratorCoefficients,
): AcceleratorEnergy {
  const { activeBillions, mixtureOfExperts } = shape.size;
  const { accelerator, weightBits, concurrentSequences } = point;
  const eightBit = weightBits === 8;
  const gigaflopsPerToken = 2 * activeBillions * (eightBit ? coefficients.eightBitComputeRatio : 1);

  const staticJoulesPerStep =
    point.acceleratorsPerReplica *
    coefficients.staticRatio[accelerator] *
    (coefficients.staticJoulesPerStep +
      coefficients.staticJoulesPerStepAndLayer *
        shape.layers *
        (1 + (eightBit && mixtureOfExperts ? coefficients.eightBitExpertsLayerOverhead : 0)));
  const gigabytesMoved =
    weightGigabytesPerStep(shape, weightBits, concurrentSequences) / concurrentSequences +
    kvCacheGigabytesPerToken(shape, point.contextTokens);
  const decodeMillijoules =
    coefficients.decodePicojoulesPerFlop[accelerator] *
    gigaflopsPerToken *
    (mixtureOfExperts ? coefficients.expertsDecodeMultiplier : 1);
  const hybridMillijoules = shape.hybridStateSpace
    ? coefficients.hybridMillijoulesPerLayer * shape.layers
    : 0;
  const prefillMillijoules =
    coefficients.prefillPicojoulesPerFlop *
    coefficients.prefillRatio[accelerator] *
    gigaflopsPerToken *
    (mixtureOfExperts ? coefficients.expertsPrefillMultiplier : 1);

  return {
    outputJoules:
      staticJoulesPerStep / concurrentSequences +
      coefficients.joulesPerGigabyteMoved * gigabytesMoved +
      1e-3 * (decodeMillijoules + hybridMillijoules),
    inputJoules: 1e-3 * prefillMillijoules,
  };
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

/** KV: gigabytes of the key-value cache read per output token; windowed layers see min(C, window). */
export function kvCacheGigabytesPerToken(shape: EnergyShape, contextTokens: number): number {
  const windowed =
    shape.windowedKvBytesPerContextToken * Math.min(contextTokens, shape.slidingWindowTokens);
  return (shape.kvBytesPerContextToken * contextTokens + windowed) / 1e9;
}
