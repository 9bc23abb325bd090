import * as z from 'zod';
import { ACCELERATORS } from '../estimation/accelerator-designs.ts';
import { embodiedSum } from './embodied-sum.ts';
import { FactorBasis } from './factor-basis.ts';
import { FacilityClass, Basis as HostBasisFields, ZoneShares } from './host.ts';
import type { OffSiteWaterFile } from './off-site-water.ts';
import * as plausible from './plausible-factors.ts';
import type { PriceFile } from './price-file.ts';
import type { TokenizersFile } from './tokenizers.ts';
import type { WorkloadsFile } from './workloads.ts';

/** The records of data/factors: every constant of the estimate, with its source. Those of prices are in price-file.ts. */

/** Their paths from the project's root. */
export const ACCELERATOR_ENERGY_FILE = 'data/factors/accelerator-energy.yaml';
export const SERVING_FILE = 'data/factors/serving.yaml';
export const FACILITY_FILE = 'data/factors/facility.yaml';

const positive = z.number().positive();
const share = z.number().min(0).max(1);

const { between, PLAUSIBLE_OVERHEAD, sdLn, sharesAddUp } = plausible;

const LogNormal = z.strictObject({ median: positive, sdLn, ...FactorBasis });
/** Of a quantity whose values a schema knows, the high bound perhaps by one of its own. */
const triangular = (value: z.ZodNumber, high = value) =>
  z
    .strictObject({ low: value, central: value.positive(), high, ...FactorBasis })
    .refine(({ low, central, high }) => low <= central && central <= high, {
      message: 'expected low <= central <= high',
    });

const Fitted = z.strictObject({ value: positive, standardErrorLn: positive.optional() });

const perAccelerator = (value: z.ZodNumber) => z.record(z.enum(ACCELERATORS), value);

/** data/factors/accelerator-energy.yaml */
export const AcceleratorEnergyFile = z.strictObject({
  sources: FactorBasis.sources,
  measuredGroups: z.int().positive(),
  /** Power that each accelerator is rated at, W. */
  ratedWatts: perAccelerator(plausible.boardWatts),
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
    measured: sdLn,
    architecture: sdLn,
    parameters: sdLn,
  }),
  /** Of a run whose operating point is known, on today's engines; the last two come on top. */
  runErrorSdLn: z.strictObject({
    architecture: sdLn,
    parameters: sdLn,
    disaggregated: sdLn,
    denseModel: sdLn,
    foreignAccelerator: sdLn,
  }),
  measuredCorrection: z.strictObject({ sdLnBetweenModels: sdLn, sdLnWithinCell: sdLn }),
  studentT90: between(1.64, 6.32, 'Student’s t, from endless to one degree of freedom'),
});
export type AcceleratorEnergyFile = z.infer<typeof AcceleratorEnergyFile>;

const ClassOfServing = z.strictObject({
  accelerator: z.enum(ACCELERATORS),
  disaggregated: z.boolean(),
  share,
  /** None of the class that the others' shares are drawn against. */
  shareSdLn: z.union([z.literal(0), sdLn]),
  loadFactor: plausible.overMeanMachine,
  relativeEnergy: plausible.overMeanMachine,
  hostSdLn: sdLn,
  hostAndIdle: plausible.hostAndIdle,
  ...FactorBasis,
});

/** data/factors/serving.yaml */
export const ServingFile = z.strictObject({
  statedContext: z.strictObject({ tokens: plausible.contextTokens, ...FactorBasis }),
  concurrentSequences: LogNormal.extend({
    median: plausible.concurrentSequences,
    acceleratorExponent: between(0, 1, 'from a load that knows no accelerators to one for each'),
    marketSdLn: sdLn,
  }),
  classes: z
    .strictObject({
      hopper: ClassOfServing,
      'blackwell-node': ClassOfServing,
      rack: ClassOfServing,
      amd: ClassOfServing,
    })
    .superRefine((classes, context) =>
      sharesAddUp(
        Object.values(classes).map((one) => one.share),
        context,
      ),
    ),
  accelerators: z.strictObject({
    memoryGigabytes: perAccelerator(plausible.memoryGigabytes),
    usdPerHour: perAccelerator(plausible.usdPerAcceleratorHour),
    ...FactorBasis,
  }),
  replica: z.strictObject({
    weightsMemoryShare: between(0.3, 0.9, 'weights and cache fill nine tenths of the memory'),
    ...FactorBasis,
  }),
  hosts: z.strictObject({
    sdLn: z.strictObject({ nothingKnown: sdLn, precisionStated: sdLn }),
    mostEffective: between(1, 20, 'hosts after which the mean of more is no better known'),
    ...FactorBasis,
  }),
  weightBits: z.strictObject({
    formats: z
      .array(z.strictObject({ bits: plausible.weightBits, share }))
      .min(1)
      .superRefine((formats, context) =>
        sharesAddUp(
          formats.map((one) => one.share),
          context,
        ),
      ),
    ...FactorBasis,
  }),
  servingStack: LogNormal.extend({
    median: between(0.3, 3, 'energy in production over that of the measured engines'),
  }),
  prefillExtra: z.strictObject({ sdLn, ...FactorBasis }),
  mixtureOfExperts: z.strictObject({ share, ...FactorBasis }),
  cachedInputShare: LogNormal.extend({ median: plausible.cachedInputShare }),
});
export type ServingFile = z.infer<typeof ServingFile>;

/** As far as what is counted from the parts of a server and what makers state are apart. */
const EMBODIED_WITHIN = 3.5;

const { lowest, highest, highestBound } = PLAUSIBLE_OVERHEAD;
const overhead = (most: number) => between(lowest, most, 'facility energy over server energy');

/** data/factors/facility.yaml */
export const FacilityFile = z.strictObject({
  hostAndIdle: z.strictObject({
    sdLn,
    correlationWithLoad: z.number().min(-1).max(0),
    ...FactorBasis,
  }),
  grid: z.strictObject({
    commonSdLn: sdLn,
    placeSdLn: sdLn,
    siteWeight: between(1, 50, 'observations that the shares of sites are as certain as'),
    ...FactorBasis,
  }),
  embodiedGramsPerKilowattHour: LogNormal.extend({
    /** Over how long the making of the hardware is spread. */
    hardwareLifetimeYears: plausible.hardwareLifetimeYears,
  }).superRefine((embodied, context) => {
    const { kilograms, gramsPerKilowattHour: sum } = embodiedSum(embodied);
    const times = Math.max(embodied.median / sum, sum / embodied.median);
    if (times <= EMBODIED_WITHIN) return;
    context.addIssue({
      code: 'custom',
      path: ['median'],
      message: `expected within ${EMBODIED_WITHIN} times of the ${Math.round(sum)} g per kWh that ${kilograms} kg per accelerator make over ${embodied.hardwareLifetimeYears} years, as far as counts of the parts and makers’ own are apart. Check the decimal point and the unit`,
    });
  }),
  /** What a host's buildings are taken for where it publishes no figures of its own. */
  classes: z.record(
    FacilityClass,
    z.strictObject({
      powerUsageEffectiveness: triangular(overhead(highest), overhead(highestBound)),
      waterOnSiteLitresPerKilowattHour: triangular(plausible.onSiteLitresPerKilowattHour),
    }),
  ),
  /** How far a region's published yearly mean may be from what a request meets there. */
  regionSpread: z.strictObject({
    overheadFactor: plausible.spreadFactor,
    waterFactor: plausible.spreadFactor,
    ...FactorBasis,
  }),
  /** The zones within a country that inference is taken to be sited in, where that is known. */
  siting: z.record(z.string(), z.strictObject({ zones: ZoneShares, ...FactorBasis })),
  /** A host of which nothing is known. */
  defaultHost: z.strictObject({
    name: z.string().min(1),
    zones: ZoneShares,
    facilityClass: FacilityClass,
    ...HostBasisFields,
  }),
});
export type FacilityFile = z.infer<typeof FacilityFile>;

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
