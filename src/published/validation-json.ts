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
  medianRelativeErrorShare: z.number().describe('Median of |predicted / measured - 1|'),
  p90RelativeErrorShare: z.number().describe('Its 90th percentile'),
  withinFactorTwoShare: z.number().describe('Of predictions between half and twice the measured'),
  insideRangeShare: z
    .number()
    .nullable()
    .describe('Of measurements inside the range; null where the prediction has none'),
  medianRangeHighOverLow: z.number().nullable().describe('Upper over lower end of the range'),
  medianPredictedOverMeasured: z.number().describe('Below 1 where predictions run low'),
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
    medianMeasuredOverPredicted: z.number().describe('Above 1 where predictions run low'),
    geometricMeanMeasuredOverPredicted: z.number().describe('Above 1 where predictions run low'),
    sdLn: z.number().describe('Of ln(measured / predicted)'),
    withinQuarterShare: z.number().describe('Within x1.25 either way'),
    withinFactorTwoShare: z.number().describe('Within x2 either way'),
    insideRangeShare: z.number().describe('Of measurements inside the 90 % range'),
    medianRangeHighOverLow: z.number().describe('Upper over lower end of the range'),
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
      sameModel: z.boolean().describe('False where modelId stands in for the model it is of'),
      independentOfFit: z.boolean().describe('Whether it rests on no measurement of our fit'),
      unit: Disclosure.shape.unit.describe('Of stated and ours, for these tokens together'),
      inputTokens: z.number().describe('Tokens of the prompt that it is for'),
      outputTokens: z.number().describe('Tokens of the answer that it is for'),
      stated: z.strictObject({
        value: z.number(),
        low: z.number().nullable().describe('Null where no range is stated'),
        high: z.number().nullable().describe('Null where no range is stated'),
      }),
      ours: Range.describe('5th, 50th and 95th percentile, in the unit of the publisher'),
      water: z
        .strictObject({ stated: z.number(), ours: Range })
        .nullable()
        .describe('mL that are stated of the same tokens beside ours; null where none are'),
      verdict: Verdict.describe('Where the stated value lies against our range'),
      statedOverOurCentral: z.number().describe('Stated value over our median'),
      atStatedLoad: z
        .strictObject({
          concurrentSequences: z.number(),
          acceleratorCount: z.int(),
          sixteenBitJoules: joules,
          eightBitJoules: joules,
        })
        .nullable()
        .describe('The equation at the load that the publisher states'),
      beyondCoveredContext: z.boolean().describe('Whether its prompt is too long to be counted'),
      remarks: z.array(z.string()),
    }),
  ),
  independent: z.array(
    z.strictObject({
      kind: z.string(),
      figures: z.int().describe('Published figures of this kind'),
      inside: z.int().describe('Of them, inside our range'),
      above: z.int().describe('Of them, above our range'),
      below: z.int().describe('Of them, below our range'),
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
    modelHighOverLow: z.number().describe('Upper over lower end of that range'),
    centralOverTrue: z.number().describe('Our median over the mean of the market'),
    hostCoverage: share.describe('Of single hosts inside the range of one host’s figure'),
    hostHighOverLow: z.number().describe('Upper over lower end of that range'),
    classKnownCoverage: share.describe('The same where the host’s kind of machine is known'),
    classKnownHighOverLow: z.number().describe('Upper over lower end of that range'),
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
    unit: 'joules per output token, accelerators alone, prefill folded in; disclosures in the unit that each names, their water in mL, for the tokens of each; all else ratios, shares of 1 and counts',
  },
  readable: true,
  schema: ValidationFile,
  object: currentValidation,
});
