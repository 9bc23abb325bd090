import * as z from 'zod';
import { Accelerators } from '../catalog/host.ts';
import { ModelFacts, Parameters, WeightPrecisionFormat } from '../catalog/maker.ts';
import { QualityIndices, TokenPrices } from '../catalog/snapshot.ts';
import { NEW_CLASS_AT_PROBABILITY } from '../estimation/emission-class.ts';
import type { GramsByBoundary } from '../estimation/model-boundaries.ts';
import { rangeJson, rounded, tokensJson } from '../library/rounding.ts';
import type { ReleasedModel } from '../release/release.ts';
import { Evidence, ModelId, Range, Sources, ThousandTokens, TierNumber } from './parts.ts';

/** What is published of every model, in the index and in its own file. */

const RankInterval = z
  .strictObject({ low: z.int(), central: z.int(), high: z.int() })
  .describe(
    'Ranks among all models of the release that the model takes in nine of ten draws; 1 is the lowest figure',
  );

const Boundaries = z
  .strictObject({
    accelerators: Range,
    server: Range,
    facility: Range,
    facilityAndEmbodied: Range.describe('The published figure'),
  })
  .describe('gCO2e per 1000 tokens, counted up to each boundary; each holds all before it');

const share = z.number().describe('Share of the variance of ln(gCO2e per output token)');

export const MODEL_FIELDS = {
  id: ModelId,
  name: z.string().describe('As OpenRouter lists it'),
  maker: z.string().describe('The maker’s part of the id'),
  makerName: z.string(),
  tier: TierNumber.describe('Evidence as the methodology numbers it'),
  evidence: Evidence,
  perThousandOutputTokens: ThousandTokens,
  perThousandInputTokens: ThousandTokens.describe('The same for prompt tokens that are computed'),
  perThousandCachedInputTokens: ThousandTokens.describe(
    'The same for prompt tokens read from a cache',
  ),
  acceleratorJoules: z
    .strictObject({ perOutputToken: Range, perInputToken: Range, perCachedInputToken: Range })
    .describe('Accelerators alone, J per single token'),
  referenceJoulesPerOutputToken: Range.optional().describe(
    'Accelerators alone at one fixed operating point, J per output token, for comparing architectures',
  ),
  ranks: z.strictObject({
    outputGramsCO2e: RankInterval,
    outputWattHours: RankInterval,
    inputGramsCO2e: RankInterval,
    inputWattHours: RankInterval,
  }),
  emissionClass: z
    .strictObject({
      place: z.int().positive().describe('1 emits least'),
      of: z.int().positive().describe('How many classes there are'),
      others: z.int().nonnegative().describe('How many other models share the class'),
    })
    .describe(
      `By gCO2e per output token: a class begins where a model emits more than the first of the class before it with a probability of at least ${NEW_CLASS_AT_PROBABILITY}`,
    ),
  timesTypicalModel: Range.describe(
    'gCO2e per output token over that of the typical model, which is the median of all models at each draw',
  ),
  contributions: z
    .strictObject({
      inputs: z.record(z.string(), share),
      interactions: z.number().describe('What the inputs explain only together'),
    })
    .describe('Which unknowns the width of the published output range comes from'),
  gramsCO2eByBoundary: z.strictObject({
    perThousandOutputTokens: Boundaries,
    perThousandInputTokens: Boundaries,
    perThousandCachedInputTokens: Boundaries,
  }),
  sameAs: z
    .string()
    .optional()
    .describe('The entry whose model this one sells under other terms, and whose figures it takes'),
  weights: ModelFacts.shape.weights,
  parameters: Parameters.optional().describe(
    'In billions; absent where the estimate rests on the price',
  ),
  releasedPrecision: WeightPrecisionFormat.optional().describe('Format of the released weights'),
  ownMeasurements: z
    .strictObject({
      models: z.array(z.string()).describe('Measured models, by their Hugging Face ids'),
      configurations: z.int().positive(),
      correctionFactor: z
        .number()
        .describe('What the measurements multiply the fitted output energy by'),
    })
    .optional(),
  servesOn: Accelerators.optional().describe(
    'What the maker’s own models run on, where not GPUs alone',
  ),
  listPrice: TokenPrices.describe('USD per million tokens'),
  electricityShareOfListPrice: z
    .strictObject({ output: z.number().optional(), input: z.number().optional() })
    .describe('Cost of the central estimate’s electricity over the list price; a check'),
  contextTokens: z.int().positive().optional().describe('Longest request that it takes'),
  inputModalities: z.array(z.string()),
  outputModalities: z.array(z.string()),
  supportsTools: z.boolean(),
  supportsReasoning: z.boolean(),
  created: z.iso.date().optional().describe('Day the entry was created on OpenRouter'),
  canonicalSlug: z.string().describe('OpenRouter’s permanent name'),
  huggingFaceId: z.string().optional(),
  artificialAnalysis: QualityIndices.optional().describe('Indices of Artificial Analysis'),
  variants: z.array(z.string()).describe('Ids that are this model under other terms'),
  aliases: z.array(z.string()),
  sources: Sources,
};

/** The same fields of one model, as an object. */
export function modelJson(model: ReleasedModel) {
  const { listed, facts, evidence } = model;
  return {
    id: model.id,
    name: model.name,
    maker: model.maker,
    makerName: model.makerName,
    tier: model.tier,
    evidence,
    perThousandOutputTokens: tokensJson(model.perThousandOutputTokens),
    perThousandInputTokens: tokensJson(model.perThousandInputTokens),
    perThousandCachedInputTokens: tokensJson(model.perThousandCachedInputTokens),
    acceleratorJoules: {
      perOutputToken: rangeJson(model.perThousandOutputTokens.acceleratorJoulesPerToken),
      perInputToken: rangeJson(model.perThousandInputTokens.acceleratorJoulesPerToken),
      perCachedInputToken: rangeJson(model.perThousandCachedInputTokens.acceleratorJoulesPerToken),
    },
    referenceJoulesPerOutputToken:
      model.referenceJoulesPerOutputToken && rangeJson(model.referenceJoulesPerOutputToken),
    ranks: model.ranks,
    emissionClass: model.emissionClass,
    timesTypicalModel: rangeJson(model.timesTypicalModel),
    contributions: {
      inputs: shares(model.contributions.inputs),
      interactions: Number(model.contributions.interactions.toFixed(4)),
    },
    gramsCO2eByBoundary: {
      perThousandOutputTokens: boundariesJson(model.gramsCO2eByBoundary.perThousandOutputTokens),
      perThousandInputTokens: boundariesJson(model.gramsCO2eByBoundary.perThousandInputTokens),
      perThousandCachedInputTokens: boundariesJson(
        model.gramsCO2eByBoundary.perThousandCachedInputTokens,
      ),
    },
    sameAs: model.soldAs,
    weights: model.weights,
    ...(evidence !== 'price' && { parameters: facts?.parameters }),
    releasedPrecision: facts?.precision?.format,
    ownMeasurements: model.ownMeasurements && {
      ...model.ownMeasurements,
      correctionFactor: rounded(model.ownMeasurements.correctionFactor),
    },
    servesOn: model.servesOn,
    listPrice: listed.prices,
    electricityShareOfListPrice: {
      output: optionalRounded(model.electricityShareOfListPrice.output),
      input: optionalRounded(model.electricityShareOfListPrice.input),
    },
    contextTokens: listed.contextTokens,
    inputModalities: listed.inputModalities,
    outputModalities: listed.outputModalities,
    supportsTools: listed.supportsTools,
    supportsReasoning: listed.supportsReasoning,
    created: listed.created,
    canonicalSlug: listed.canonicalSlug,
    huggingFaceId: listed.huggingFaceId,
    artificialAnalysis: listed.artificialAnalysis,
    variants: model.variants,
    aliases: model.aliases,
    sources: model.sources,
  };
}

function boundariesJson(boundary: GramsByBoundary) {
  return {
    accelerators: rangeJson(boundary.accelerators),
    server: rangeJson(boundary.server),
    facility: rangeJson(boundary.facility),
    facilityAndEmbodied: rangeJson(boundary.facilityAndEmbodied),
  };
}

function shares(parts: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(parts).map(([input, share]) => [input, Number(share.toFixed(4))]),
  );
}

function optionalRounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : rounded(value);
}
