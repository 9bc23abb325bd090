import * as z from 'zod';
import type { AcceleratorCoefficients } from '../estimation/accelerator.ts';
import type { Method } from '../estimation/method.ts';
import { FacilityClass, Basis as HostBasisFields, ZoneShares } from './host.ts';
import type { OffSiteWaterFile } from './off-site-water.ts';
import { HowKnown, SourceId } from './source.ts';
import type { WorkloadsFile } from './workloads.ts';

/** The records of data/factors: every constant of the estimate, with its source. */

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

/** data/factors/accelerator-energy.yaml */
export const AcceleratorEnergyFile = z.strictObject({
  sources: Sources,
  measuredGroups: z.int().positive(),
  fitted: z.strictObject({
    staticJoulesPerStep: Fitted,
    staticJoulesPerStepAndLayer: Fitted,
    staticRatioB200: Fitted,
    eightBitExpertsLayerOverhead: Fitted,
    joulesPerGigabyteMoved: Fitted,
    decodePicojoulesPerFlopH100: Fitted,
    decodePicojoulesPerFlopB200: Fitted,
    expertsDecodeMultiplier: Fitted,
    hybridMillijoulesPerLayer: Fitted,
    prefillPicojoulesPerFlop: Fitted,
    inputTokensChat: Fitted,
    inputTokensFillInTheMiddle: Fitted,
  }),
  fixed: z.strictObject({
    staticRatioH100: positive,
    prefillRatioH100: positive,
    prefillRatioB200: positive,
    eightBitComputeRatio: positive,
    expertsPrefillMultiplier: positive,
    inputTokensGpqa: positive,
  }),
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
  measuredCorrection: z.strictObject({ sdLnBetweenModels: positive, sdLnWithinCell: positive }),
  studentT90: positive,
});
export type AcceleratorEnergyFile = z.infer<typeof AcceleratorEnergyFile>;

/** data/factors/serving.yaml */
export const ServingFile = z.strictObject({
  concurrentSequences: LogNormal.extend({ acceleratorExponent: z.number() }),
  acceleratorGeneration: z.strictObject({
    b200Share: share,
    memoryGigabytes: z.strictObject({ H100: positive, B200: positive }),
    ...Basis,
  }),
  replica: z.strictObject({ usableMemoryShare: share, doubledReplicaShare: share, ...Basis }),
  weightBits: z.strictObject({
    formats: z
      .array(z.strictObject({ bits: positive, share }))
      .min(1)
      .refine((formats) => Math.abs(formats.reduce((sum, f) => sum + f.share, 0) - 1) < 1e-9, {
        message: 'expected shares that add up to 1',
      }),
    ...Basis,
  }),
  contextTokens: LogNormal,
  servingStack: LogNormal,
  prefillExtra: z.strictObject({ sdLn: positive, ...Basis }),
  mixtureOfExperts: z.strictObject({ share, ...Basis }),
  cachedInputShare: LogNormal,
});
export type ServingFile = z.infer<typeof ServingFile>;

/** data/factors/facility.yaml */
export const FacilityFile = z.strictObject({
  hostAndIdle: LogNormal,
  grid: z.strictObject({ sdLn: positive, ...Basis }),
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

const PriceLine = z.strictObject({
  intercept: z.number(),
  slope: positive,
  residualSdLn: positive,
});

/** data/factors/price.yaml */
export const PriceFile = z.strictObject({
  sources: Sources,
  fittedOnModels: z.int().positive(),
  fittedOnMakers: z.int().positive(),
  output: PriceLine,
  input: PriceLine,
  residualCorrelation: z.number().min(-1).max(1),
  /** Models far from the line fitted without their maker, as multiples of it. They stay in the fit. */
  outliers: z.array(
    z.strictObject({ model: z.string(), outputOverLine: positive, inputOverLine: positive }),
  ),
  genericModel: z.strictObject({ activeBillions: positive, totalBillions: positive }),
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
}

/** The fitted coefficients in the shape that the core computes with. */
export function acceleratorCoefficients({
  fitted,
  fixed,
  unknownArchitecture,
}: AcceleratorEnergyFile): AcceleratorCoefficients {
  return {
    staticJoulesPerStep: fitted.staticJoulesPerStep.value,
    staticJoulesPerStepAndLayer: fitted.staticJoulesPerStepAndLayer.value,
    staticRatio: { H100: fixed.staticRatioH100, B200: fitted.staticRatioB200.value },
    eightBitExpertsLayerOverhead: fitted.eightBitExpertsLayerOverhead.value,
    joulesPerGigabyteMoved: fitted.joulesPerGigabyteMoved.value,
    decodePicojoulesPerFlop: {
      H100: fitted.decodePicojoulesPerFlopH100.value,
      B200: fitted.decodePicojoulesPerFlopB200.value,
    },
    expertsDecodeMultiplier: fitted.expertsDecodeMultiplier.value,
    hybridMillijoulesPerLayer: fitted.hybridMillijoulesPerLayer.value,
    prefillPicojoulesPerFlop: fitted.prefillPicojoulesPerFlop.value,
    prefillRatio: { H100: fixed.prefillRatioH100, B200: fixed.prefillRatioB200 },
    eightBitComputeRatio: fixed.eightBitComputeRatio,
    expertsPrefillMultiplier: fixed.expertsPrefillMultiplier,
    unknownArchitecture,
  };
}

/** All factors in the shape that the core computes with. */
export function methodOf({
  accelerator,
  serving,
  facility,
  price,
}: Pick<Factors, 'accelerator' | 'serving' | 'facility' | 'price'>): Method {
  return {
    accelerator: acceleratorCoefficients(accelerator),
    formErrorSdLn: accelerator.formErrorSdLn,
    measuredCorrection: accelerator.measuredCorrection,
    serving: {
      concurrentSequences: serving.concurrentSequences,
      b200Share: serving.acceleratorGeneration.b200Share,
      memoryGigabytes: serving.acceleratorGeneration.memoryGigabytes,
      usableMemoryShare: serving.replica.usableMemoryShare,
      doubledReplicaShare: serving.replica.doubledReplicaShare,
      weightBits: serving.weightBits.formats,
      contextTokens: serving.contextTokens,
      servingStack: serving.servingStack,
      prefillExtraSdLn: serving.prefillExtra.sdLn,
      mixtureOfExpertsShare: serving.mixtureOfExperts.share,
      cachedInputShare: serving.cachedInputShare,
    },
    facility: {
      hostAndIdle: facility.hostAndIdle,
      gridSdLn: facility.grid.sdLn,
      embodiedGramsPerKilowattHour: facility.embodiedGramsPerKilowattHour,
    },
    price,
  };
}
