import type { PerAccelerator } from './accelerator-designs.ts';
import type { LogNormal } from './distributions.ts';
import type { AcceleratorCoefficients } from './energy-coefficients.ts';
import type { ClassOfServing, PerClass } from './serving-classes.ts';
import type { EvidenceTier } from './tier.ts';

/** Every constant that the estimate rests on. The data files under data/factors hold the values. */
export interface Method {
  accelerator: AcceleratorCoefficients;
  /** Standard deviation of ln(true / modelled) output energy, by what is known of the model. */
  formErrorSdLn: Readonly<Record<Exclude<EvidenceTier, 'price'>, number>>;
  /** Weight of a model's own measurements against the fit. */
  measuredCorrection: { sdLnBetweenModels: number; sdLnWithinCell: number };
  serving: ServingDistributions;
  facility: FacilityDistributions;
  price: PriceEvidence;
}

/** What is assumed about how hosts run models. */
export interface ServingDistributions {
  /** Tokens in the cache at which a figure per token holds, for all models alike. */
  statedContextTokens: number;
  /**
   * B of the mean machine before its class and the replica's size are counted; multiplied by
   * accelerators ^ acceleratorExponent. Machines of the market differ by `marketSdLn`, which is
   * averaged over.
   */
  concurrentSequences: LogNormal & { acceleratorExponent: number; marketSdLn: number };
  classes: PerClass<ClassOfServing>;
  /** Share of the memory that weights may fill when a replica is put together. */
  weightsMemoryShare: number;
  memoryGigabytes: PerAccelerator;
  /** Bits per weight where the endpoint states none. */
  weightBits: readonly { bits: number; share: number }[];
  /** Factor of the serving software on output and input energy. */
  servingStack: LogNormal;
  /** Extra uncertainty of the prefill energy. */
  prefillExtraSdLn: number;
  /** Probability that a model is a mixture of experts where nothing says so. */
  mixtureOfExpertsShare: number;
  /** Energy of an input token read from a cache, as a share of a fresh one; never above 1. */
  cachedInputShare: LogNormal;
  /** How far one host is from the average of the market, by what is known of it. */
  hostSdLn: { nothingKnown: number; precisionStated: number };
  /** Hosts resemble each other: more than so many average out no further. */
  mostEffectiveHosts: number;
}

/** What is assumed about the building around the accelerators, wherever it stands. */
export interface FacilityDistributions {
  /** Spread of H around the median of its class, and how it goes with ln B: below 0. */
  hostAndIdle: { sdLn: number; correlationWithLoad: number };
  grid: {
    /** Spread of the year's means, all places alike. */
    commonSdLn: number;
    /** Spread of one place's grid around the mean over its sites. */
    placeSdLn: number;
    /**
     * How many observations the stated or assumed shares of a place's sites are worth: the concentration
     * of a Dirichlet distribution, and not what one site weighs.
     */
    siteWeight: number;
  };
  /** Making the hardware, gCO2e per kWh that its accelerators use. */
  embodiedGramsPerKilowattHour: LogNormal;
}

/**
 * What list prices say about energy: ln J of a request = intercept + slope ln(USD per million), the
 * request being one output token and the input tokens that come with it.
 */
export interface PriceEvidence {
  intercept: number;
  slope: number;
  inputTokensPerOutputToken: number;
  /** Tokens in the cache of that request. */
  contextTokens: number;
  /** Spread around the line for models of known size: where many hosts ask a price, where few do. */
  knownSize: {
    manyHosts: number;
    manyHostsSdLn: number;
    fewHostsSdLn: number;
    /** Below this size the line was not measured, and few hosts' spread holds. */
    measuredAboveTotalBillions: number;
  };
  /** The line of models whose factual capacity was tested: ln J over ln USD and ln billions. */
  withCapacity: { intercept: number; priceSlope: number; capacitySlope: number };
  closed: {
    /** Energy for a dollar of a closed model over that of an open one: margins are wider. */
    marginFactor: number;
    sdLn: number;
    /** The same where the factual capacity is known too. */
    sdLnWithCapacity: number;
    /** Energy of an input token over that of an output token. */
    inputOverOutput: LogNormal;
  };
  /** The mixture of experts that stands for a model of unknown size where its context matters. */
  genericModel: { activeBillions: number; totalBillions: number };
}
