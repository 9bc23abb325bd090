import * as z from 'zod';
import type { Place as PlaceOfServing } from '../estimation/facility.ts';
import { SERVING_CLASSES } from '../estimation/serving-classes.ts';
import type { EstimationInputs } from '../library/estimation-inputs.ts';
import type { Release } from '../release/release.ts';
import { jsonFile } from './api-file.ts';
import { Billions, Evidence, HEADER, ModelId, Triangular } from './parts.ts';

/** The inputs of every model of a release. */
export function estimationInputsOf({ release, methodVersion, models }: Release): EstimationInputs {
  const places = new Map<string, PlaceOfServing>();
  const named = models.map(({ id, input }) => ({
    id,
    ...(input.drawnAs !== id && { drawnAs: input.drawnAs }),
    model: input.model,
    endpoints: input.endpoints.map(({ place, ...endpoint }) => {
      places.set(place.id, place);
      return { ...endpoint, place: place.id };
    }),
  }));
  // Names from outside may be any word: fromEntries makes a field of its own of each.
  return { release, methodVersion, places: Object.fromEntries(places), models: named };
}

const Place = z.strictObject({
  id: z.string(),
  powerUsageEffectiveness: Triangular,
  waterOnSiteLitresPerKilowattHour: Triangular,
  classes: z
    .array(z.enum(SERVING_CLASSES))
    .optional()
    .describe('Kinds of machines that serve there'),
  sites: z.array(
    z.strictObject({
      share: z.number(),
      gridGramsPerKilowattHour: z.number(),
      waterOffSiteLitresPerKilowattHour: Triangular,
    }),
  ),
});

const BillionsOfParameters = Billions.describe('Billions of parameters, or bounds');

const PricedModel = z.strictObject({
  tier: z.literal('price'),
  effectiveBillions: z
    .number()
    .optional()
    .describe('Parameters of an open model that knows as many facts, in billions, where tested'),
  inputUsdPerMillionTokens: z.number(),
  outputUsdPerMillionTokens: z.number(),
});

const SizedModel = z.strictObject({
  tier: Evidence.exclude(['price']),
  active: BillionsOfParameters,
  total: BillionsOfParameters,
  mixtureOfExperts: z.boolean().optional(),
  architecture: z
    .strictObject({
      layers: z.int(),
      hiddenSize: z.int().optional().describe('Width of the model'),
      fullAttentionLayers: z.int(),
      slidingWindowLayers: z.int(),
      slidingWindowTokens: z.int(),
      kvWidth: z.int().describe('Elements of the KV cache per layer and token, keys and values'),
      slidingWindowKvWidth: z
        .int()
        .optional()
        .describe('The same in layers with a window, if other'),
      selectiveAttention: z
        .array(
          z.strictObject({
            layers: z.int(),
            kvWidth: z.int().describe('Elements of one entry of the cache, keys and values'),
            tokensPerEntry: z.int().describe('Tokens that one entry stands for'),
            mostEntries: z.int().optional().describe('Entries that are read; all if absent'),
            windowTokens: z.int().optional().describe('Last tokens read one by one besides'),
            indexWidth: z.int().optional().describe('Elements of the key by which it is chosen'),
            indexHeads: z.int().optional(),
          }),
        )
        .optional()
        .describe('Layers that read a selection or a summary of the context'),
      routedExperts: z.int().optional(),
      activeExperts: z.int().optional(),
      hybridStateSpace: z.boolean().describe('Some layers keep a recurrent state'),
      recurrentStateElements: z.int().optional().describe('Elements of it, in all layers together'),
    })
    .optional(),
  measuredCorrectionLn: z.number().optional(),
  offers: z
    .array(
      z.strictObject({
        inputUsdPerMillionTokens: z.number(),
        outputUsdPerMillionTokens: z.number(),
      }),
    )
    .optional()
    .describe('What its hosts ask, before any sale'),
  precision: z
    .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
    .describe('Bits of the released weights, where known'),
});

export const Model = z.union([PricedModel, SizedModel]);

const endpointAt = <T extends z.ZodType>(place: T) =>
  z.strictObject({
    share: z.number(),
    place,
    servedBits: z.number().optional().describe('Bits per weight that the endpoint states'),
  });

export const DrawnAs = z.string().describe('Id that seeds the draws of the model’s own');

export const EstimationInput = z.strictObject({
  drawnAs: DrawnAs,
  model: Model,
  endpoints: z.array(endpointAt(Place)),
});

export const PLACES = z.record(z.string(), Place).describe('Each place once, by its name');
export const ENDPOINTS = z.array(endpointAt(z.string().describe('Name of one of the places')));

const EstimationInputsFile = z.strictObject({
  ...HEADER,
  places: PLACES,
  models: z.array(
    z.strictObject({
      id: ModelId,
      drawnAs: DrawnAs.optional().describe('Absent where it is the id'),
      model: Model,
      endpoints: ENDPOINTS,
    }),
  ),
});

/** With method.json, enough to repeat each figure. */
export const ESTIMATION_INPUTS = jsonFile({
  name: 'estimation-inputs',
  holds: 'What every model is estimated from',
  licence: 'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; prices: OpenRouter',
  about: {
    title: 'What every model is estimated from',
    unit: 'parameters in billions; share as a fraction; gridGramsPerKilowattHour in gCO2e per kWh; water in litres per kWh; prices in USD per million tokens',
  },
  schema: EstimationInputsFile,
  object: ({ release }) => estimationInputsOf(release),
});
