import * as z from 'zod';
import { ACCELERATORS } from '../estimation/accelerator-designs.ts';
import { FacilityClass, Basis as HostBasisFields, ZoneShares } from './host.ts';
import type { OffSiteWaterFile } from './off-site-water.ts';
import { HowKnown, SourceId } from './source.ts';
import type { TokenizersFile } from './tokenizers.ts';
import type { WorkloadsFile } from './workloads.ts';

/** The records of data/factors: every constant of the estimate, with its source. */

/** Their paths from the project's root. */
export const ACCELERATOR_ENERGY_FILE = 'data/factors/accelerator-energy.yaml';
export const SERVING_FILE = 'data/factors/serving.yaml';
export const FACILITY_FILE = 'data/factors/facility.yaml';
export const PRICE_FILE = 'data/factors/price.yaml';

const positive = z.number().positive();
const share = z.number().min(0).max(1);
const Sources = z.array(SourceId).min(1);

/** How an input is known; every drawn input carries this. */
const Basis = { how: HowKnown, sources: Sources, note: z.string() };

const LogNormal = z.strictObject({ median: positive, sdLn: positive, ...Basis });
const Triangular = z
  .strictObject({ low: z.number().nonnegative(), central: positive, high: positive, ...Basis })
  .refine(({ low, central, high }) => low <= central && central <= high, {
    message: 'expected low <= central <= high',
  });

const Fitted = z.strictObject({ value: positive, standardErrorLn: positive.optional() });

const PerAccelerator = z.record(z.enum(ACCELERATORS), positive);

/** data/factors/accelerator-energy.yaml */
export const AcceleratorEnergyFile = z.strictObject({
  sources: Sources,
  measuredGroups: z.int().positive(),
  /** Power that each accelerator is rated at, W. */
  ratedWatts: PerAccelerator,
  fitted: z.strictObject({
    staticJoulesPerStep: Fitted,
    staticJoulesPerStepAndLayer: Fitted,
    todaysEngineStaticRatio: Fitted,
    eightBitExpertsLayerOverhead: Fitted,
    joulesPerGigabyteMoved: Fitted,
    decodePicojoulesPerFlop: Fitted,
    expertsDecodeMultiplier2025: Fitted,
    expertsDecodeOverhead: Fitted,
    expertsDecodeOverheadExponent: Fitted,
    hybridMillijoulesPerLayer: Fitted,
    prefillPicojoulesPerFlop: Fitted,
    expertsPrefillMultiplier2025: Fitted,
    expertsPrefillMultiplier: Fitted,
    prefillLightLoadOverhead: Fitted,
    eightBitComputeRatio: Fitted,
    fourBitComputeRatio: Fitted,
    speculationComputeRatio: Fitted,
    speculationRestRatio: Fitted,
    disaggregatedStaticRatio: Fitted,
    disaggregatedPrefillRatio: Fitted,
    newerGenerationStaticRatio: Fitted,
    newerGenerationComputeRatio: Fitted,
    newerGenerationPrefillRatio: Fitted,
    amdRatio: Fitted,
    cdna3Ratio: Fitted,
    cdna4Ratio: Fitted,
    inputTokensChat: Fitted,
    inputTokensFillInTheMiddle: Fitted,
  }),
  fixed: z.strictObject({ inputTokensGpqa: positive }),
  unknownArchitecture: z.strictObject({
    lnLayers: z.strictObject({ intercept: z.number(), lnTotal: z.number() }),
    lnKvBytesPerContextToken: z.strictObject({
      intercept: z.number(),
      lnActive: z.number(),
      lnTotal: z.number(),
    }),
  }),
  formErrorSdLn: z.strictObject({
    measured: positive,
    architecture: positive,
    parameters: positive,
  }),
  /** Of a run whose operating point is known, on today's engines; the last two come on top. */
  runErrorSdLn: z.strictObject({
    architecture: positive,
    parameters: positive,
    disaggregated: positive,
    denseModel: positive,
    foreignAccelerator: positive,
  }),
  measuredCorrection: z.strictObject({ sdLnBetweenModels: positive, sdLnWithinCell: positive }),
  studentT90: positive,
});
export type AcceleratorEnergyFile = z.infer<typeof AcceleratorEnergyFile>;

const ClassOfServing = z.strictObject({
  accelerator: z.enum(ACCELERATORS),
  disaggregated: z.boolean(),
  share,
  shareSdLn: z.number().nonnegative(),
  loadFactor: positive,
  relativeEnergy: positive,
  hostSdLn: positive,
  hostAndIdle: z.number().min(1),
  ...Basis,
});

/** data/factors/serving.yaml */
export const ServingFile = z.strictObject({
  statedContext: z.strictObject({ tokens: positive, ...Basis }),
  concurrentSequences: LogNormal.extend({ acceleratorExponent: z.number(), marketSdLn: positive }),
  classes: z.strictObject({
    hopper: ClassOfServing,
    'blackwell-node': ClassOfServing,
    rack: ClassOfServing,
    amd: ClassOfServing,
  }),
  accelerators: z.strictObject({
    memoryGigabytes: PerAccelerator,
    usdPerHour: PerAccelerator,
    ...Basis,
  }),
  replica: z.strictObject({ weightsMemoryShare: share, ...Basis }),
  hosts: z.strictObject({
    sdLn: z.strictObject({ nothingKnown: positive, precisionStated: positive }),
    mostEffective: z.number().min(1),
    ...Basis,
  }),
  weightBits: z.strictObject({
    formats: z
      .array(z.strictObject({ bits: positive, share }))
      .min(1)
      .refine((formats) => Math.abs(formats.reduce((sum, f) => sum + f.share, 0) - 1) < 1e-9, {
        message: 'expected shares that add up to 1',
      }),
    ...Basis,
  }),
  servingStack: LogNormal,
  prefillExtra: z.strictObject({ sdLn: positive, ...Basis }),
  mixtureOfExperts: z.strictObject({ share, ...Basis }),
  cachedInputShare: LogNormal,
});
export type ServingFile = z.infer<typeof ServingFile>;

/** data/factors/facility.yaml */
export const FacilityFile = z.strictObject({
  hostAndIdle: z.strictObject({
    sdLn: positive,
    correlationWithLoad: z.number().min(-1).max(0),
    ...Basis,
  }),
  grid: z.strictObject({
    commonSdLn: positive,
    placeSdLn: positive,
    siteWeight: positive,
    ...Basis,
  }),
  embodiedGramsPerKilowattHour: LogNormal.extend({
    /** Over how long the making of the hardware is spread. */
    hardwareLifetimeYears: positive,
  }),
  /** What a host's buildings are taken for where it publishes no figures of its own. */
  classes: z.record(
    FacilityClass,
    z.strictObject({
      powerUsageEffectiveness: Triangular,
      waterOnSiteLitresPerKilowattHour: Triangular,
    }),
  ),
  /** How far a region's published yearly mean may be from what a request meets there. */
  regionSpread: z.strictObject({
    overheadFactor: z.number().min(1),
    waterFactor: z.number().min(1),
    ...Basis,
  }),
  /** The zones within a country that inference is taken to be sited in, where that is known. */
  siting: z.record(z.string(), z.strictObject({ zones: ZoneShares, ...Basis })),
  /** A host of which nothing is known. */
  defaultHost: z.strictObject({
    name: z.string().min(1),
    zones: ZoneShares,
    facilityClass: FacilityClass,
    ...HostBasisFields,
  }),
});
export type FacilityFile = z.infer<typeof FacilityFile>;

/** data/factors/price.yaml */
export const PriceFile = z.strictObject({
  line: z.strictObject({
    intercept: z.number(),
    slope: positive,
    /** Root mean square of the residuals, the model's maker left out of the fit. */
    residualSdLn: positive,
    fittedOnModels: z.int().positive(),
    fittedOnMakers: z.int().positive(),
    ...Basis,
  }),
  /** Models far from the line fitted without their maker, as multiples of it. They stay in the fit. */
  outliers: z.array(z.strictObject({ model: z.string(), overLine: positive })),
  withCapacity: z.strictObject({
    intercept: z.number(),
    priceSlope: positive,
    capacitySlope: positive,
    /** Root mean square of the residuals, the model's maker left out; that of the price alone beside it. */
    residualSdLn: positive,
    priceAloneResidualSdLn: positive,
    fittedOnModels: z.int().positive(),
    fittedOnMakers: z.int().positive(),
    ...Basis,
  }),
  request: z.strictObject({
    inputTokensPerOutputToken: positive,
    contextTokens: positive,
    ...Basis,
  }),
  knownSize: z.strictObject({
    manyHosts: z.int().positive(),
    manyHostsSdLn: positive,
    fewHostsSdLn: positive,
    measuredAboveTotalBillions: positive,
    ...Basis,
  }),
  closed: z.strictObject({
    marginFactor: positive,
    sdLn: positive,
    sdLnWithCapacity: positive,
    inputOverOutput: z.strictObject({ median: positive, sdLn: positive }),
    ...Basis,
  }),
  genericModel: z.strictObject({ activeBillions: positive, totalBillions: positive, ...Basis }),
  electricityUsdPerKilowattHour: positive,
});
export type PriceFile = z.infer<typeof PriceFile>;

/** All factor files, as read. */
export interface Factors {
  accelerator: AcceleratorEnergyFile;
  serving: ServingFile;
  facility: FacilityFile;
  price: PriceFile;
  offSiteWater: OffSiteWaterFile;
  workloads: WorkloadsFile;
  tokenizers: TokenizersFile;
}
