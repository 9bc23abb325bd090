import * as z from 'zod';
import { MARKET_NAMES } from '../calibration/validation/drawn-market.ts';
import { SpeedConditioning } from '../calibration/validation/speed-conditioning.ts';
import { Disclosure } from '../catalog/disclosure.ts';
import { currentValidation } from '../release/current-validation.ts';
import { jsonFile } from './api-file.ts';
import { HEADER, ModelId, Range, TierNumber, Verdict } from './parts.ts';

/** validation.json */

const share = z.number().min(0).max(1);

const ErrorFigures = z.strictObject({
  rows: z.int(),
  medianRelativeErrorShare: z.number(),
  p90RelativeErrorShare: z.number(),
  withinFactorTwoShare: z.number(),
  insideRangeShare: z.number().nullable().describe('Null where the prediction has no range'),
  medianRangeHighOverLow: z.number().nullable(),
  medianPredictedOverMeasured: z.number(),
});

const BothWeightings = z.strictObject({
  groupsEqual: ErrorFigures.describe('Every group of architectures counts the same'),
  rowsEqual: ErrorFigures.describe('Every row counts the same'),
});

const LeftOutScores = z.strictObject({
  overall: BothWeightings,
  each: z.array(z.strictObject({ name: z.string(), figures: ErrorFigures })),
});

const joules = z.number().describe('J per output token, accelerators alone');

const ScatterRow = z.strictObject({
  configuration: z.string(),
  huggingFaceId: z.string(),
  architectureGroup: z.string(),
  architectureFamily: z.string(),
  task: z.string(),
  accelerator: z.string(),
  acceleratorCount: z.int(),
  weightBits: z.number(),
  concurrentSequences: z.number(),
  mixtureOfExperts: z.boolean(),
  knownOutlier: z.boolean().describe('Shown, but left out of fits and scores'),
  measuredJoules: joules,
  inSampleJoules: joules,
  groupLeftOutJoules: joules,
  groupLeftOutLowJoules: joules,
  groupLeftOutHighJoules: joules,
  familyLeftOutJoules: joules,
});

const SetScore = z.strictObject({
  set: z.enum(['ml-energy', 'contributed', 'inferencex']),
  leftOut: z.enum(['architectureGroup', 'architectureFamily', 'accelerator']),
  by: z
    .enum(['set', 'left out', 'class', 'tokens per second'])
    .describe('What the rows have in common'),
  name: z.string(),
  figures: z.strictObject({
    rows: z.int(),
    medianMeasuredOverPredicted: z.number(),
    geometricMeanMeasuredOverPredicted: z.number(),
    sdLn: z.number().describe('Of ln(measured / predicted)'),
    withinQuarterShare: z.number().describe('Within x1.25 either way'),
    withinFactorTwoShare: z.number(),
    insideRangeShare: z.number(),
    medianRangeHighOverLow: z.number(),
  }),
});

const Peer = z.strictObject({
  atTrueConfiguration: BothWeightings,
  atItsDefaults: BothWeightings,
  rows: z.array(
    z.strictObject({
      configuration: z.string(),
      measuredJoules: joules,
      atTrueConfigurationJoules: joules,
      atItsDefaultsJoules: joules,
    }),
  ),
});

const Disclosures = z.strictObject({
  comparisons: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      publisher: z.string(),
      kind: Disclosure.shape.kind,
      statedBy: Disclosure.shape.statedBy,
      modelId: ModelId,
      sameModel: z.boolean(),
      independentOfFit: z.boolean(),
      unit: Disclosure.shape.unit,
      inputTokens: z.number(),
      outputTokens: z.number(),
      stated: z.strictObject({
        value: z.number(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
      ours: Range,
      water: z
        .strictObject({ stated: z.number(), ours: Range })
        .nullable()
        .describe('mL that are stated of the same tokens beside ours; null where none are'),
      verdict: Verdict,
      statedOverOurCentral: z.number(),
      atStatedLoad: z
        .strictObject({
          concurrentSequences: z.number(),
          acceleratorCount: z.int(),
          sixteenBitJoules: joules,
          eightBitJoules: joules,
        })
        .nullable()
        .describe('The equation at the load that the publisher states'),
      beyondCoveredContext: z.boolean(),
      remarks: z.array(z.string()),
    }),
  ),
  independent: z.array(
    z.strictObject({
      kind: z.string(),
      figures: z.int(),
      inside: z.int(),
      above: z.int(),
      below: z.int(),
    }),
  ),
  independentSources: z.int().describe('Publishers of the independent figures'),
  notCompared: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      publisher: z.string(),
      reason: z.string(),
    }),
  ),
});

const PriceScores = z.strictObject({
  overall: BothWeightings,
  perMaker: z.array(z.strictObject({ maker: z.string(), figures: ErrorFigures })),
  measuredTier: ErrorFigures.nullable(),
});

const Market = z
  .strictObject({
    market: z.enum(MARKET_NAMES),
    models: z.int(),
    modelCoverage: share.describe('Of market means inside the range of the model’s figure'),
    modelHighOverLow: z.number(),
    centralOverTrue: z.number(),
    hostCoverage: share.describe('Of single hosts inside the range of one host’s figure'),
    hostHighOverLow: z.number(),
    classKnownCoverage: share.describe('The same where the host’s kind of machine is known'),
    classKnownHighOverLow: z.number(),
  })
  .describe('Ranges in markets put together from measured configurations');

export const ValidationFile = z.strictObject({
  ...HEADER,
  measuredRows: z.int().describe('Rows of the engine of 2025, contributed ones among them'),
  contributedRows: z.int().describe('Those of them that contributors measured'),
  measuredModels: z.int(),
  architectureGroups: z.int(),
  architectureFamilies: z.int(),
  rangeFactor: z.number().describe('High over central of a prediction’s 90 % range'),
  inSample: BothWeightings,
  leaveOneGroupOut: LeftOutScores,
  leaveOneFamilyOut: LeftOutScores,
  servingRows: z.int().describe('Rows of the engines of 2026 (InferenceX)'),
  servingRowsNotFitted: z.int(),
  setScores: z.array(SetScore),
  scatter: z.array(ScatterRow),
  masking: z.array(
    z.strictObject({
      tier: TierNumber,
      operatingPoint: z.enum(['known', 'drawn']),
      models: z.int(),
      figures: BothWeightings,
    }),
  ),
  markets: z.array(Market),
  peer: Peer,
  disclosures: Disclosures,
  price: PriceScores.nullable().describe('Null where the list holds too few open models'),
  speedConditioning: SpeedConditioning,
});

export const VALIDATION = jsonFile({
  name: 'validation',
  holds: 'The estimates against measurements and published figures, misses included',
  licence: 'CC-BY-4.0; measurements: ML.ENERGY, Apache-2.0; InferenceX, facts',
  about: {
    title: 'The estimates against measurements and published figures',
    unit: 'joules per output token, accelerators alone, prefill folded in; shares of 1',
  },
  readable: true,
  schema: ValidationFile,
  object: currentValidation,
});
