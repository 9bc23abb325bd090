import type { AcceleratorCoefficients, PerGeneration } from './accelerator.ts';
import type { LogNormal } from './distributions.ts';
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
  price: PriceRegression;
}

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

/** What is assumed about the building around the accelerators, wherever it stands. */
export interface FacilityDistributions {
  /** H: energy of the whole server, idle capacity included, over energy of its accelerators. */
  hostAndIdle: LogNormal;
  /** Spread of the hourly and local grid around the zone's yearly mean. */
  gridSdLn: number;
  /** Making the hardware, gCO2e per kWh that its accelerators use. */
  embodiedGramsPerKilowattHour: LogNormal;
}

/** ln(J per token) = intercept + slope ln(USD per million tokens), with its residual. */
export interface PriceLine {
  intercept: number;
  slope: number;
  residualSdLn: number;
}

/** What list prices say about energy, fitted on open models of known size. */
export interface PriceRegression {
  output: PriceLine;
  input: PriceLine;
  /** Correlation of the two residuals. */
  residualCorrelation: number;
  /** The mixture of experts whose operating points spread the estimate around the line. */
  genericModel: { activeBillions: number; totalBillions: number };
}
