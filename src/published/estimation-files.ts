import * as z from 'zod';
import { Evidence, HEADER, ModelId, NAMES, Triangular } from './parts.ts';

/** What the estimation computes from: method.json, estimation-inputs.json, calculation.json. */

const Place = z.strictObject({
  id: z.string(),
  powerUsageEffectiveness: Triangular,
  waterOnSiteLitresPerKilowattHour: Triangular,
  sites: z.array(
    z.strictObject({
      share: z.number(),
      gridGramsPerKilowattHour: z.number(),
      waterOffSiteLitresPerKilowattHour: Triangular,
    }),
  ),
});

const Billions = z
  .union([z.number(), z.strictObject({ low: z.number(), high: z.number() })])
  .describe('Billions of parameters, or bounds');

const PricedModel = z.strictObject({
  tier: z.literal('price'),
  inputUsdPerMillionTokens: z.number(),
  outputUsdPerMillionTokens: z.number(),
});

const SizedModel = z.strictObject({
  tier: z.enum(['measured', 'architecture', 'parameters']),
  active: Billions,
  total: Billions,
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
  precision: z
    .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
    .describe('Bits of the released weights, where known'),
});

const Model = z.union([PricedModel, SizedModel]);

const endpointAt = <T extends z.ZodType>(place: T) =>
  z.strictObject({
    share: z.number(),
    place,
    servedBits: z.number().optional().describe('Bits per weight that the endpoint states'),
  });

export const EstimationInput = z.strictObject({
  model: Model,
  endpoints: z.array(endpointAt(Place)),
});

const PLACES = z.record(z.string(), Place).describe('Each place once, by its name');
const ENDPOINTS = z.array(endpointAt(z.string().describe('Name of one of the places')));

export const EstimationInputsFile = z.strictObject({
  ...HEADER,
  places: PLACES,
  models: z.array(z.strictObject({ id: ModelId, model: Model, endpoints: ENDPOINTS })),
});

/** Constants by name, nested; their names carry the units. */
const Constants = z.record(z.string(), z.unknown());

const Method = z
  .strictObject({
    accelerator: Constants.describe('Coefficients of the energy model'),
    formErrorSdLn: z.record(z.string(), z.number()),
    measuredCorrection: z.record(z.string(), z.number()),
    serving: Constants.describe('What is assumed of how hosts run models'),
    facility: Constants.describe('What is assumed around the accelerators'),
    price: Constants.describe('What list prices say of energy'),
  })
  .describe('Every constant of the estimate; data/factors says how each is known');

export const MethodFile = z.strictObject({ ...HEADER, method: Method });

export const GridZone = z.strictObject({
  zone: z.string().describe('Zone of Electricity Maps'),
  name: z.string(),
  gramsPerKilowattHour: z.number().describe('gCO2e per kWh, lifecycle, yearly mean'),
});

export const CalculationFile = z.strictObject({
  ...HEADER,
  method: Method,
  places: PLACES,
  models: z.array(
    z.strictObject({
      ...NAMES,
      evidence: Evidence,
      contextTokens: z.int().optional().describe('Longest request that it takes'),
      otherIds: z.array(z.string()).describe('Variants and aliases that this model answers for'),
      model: Model,
      endpoints: ENDPOINTS,
    }),
  ),
  zones: z.array(GridZone).describe('Electricity Maps, ODbL-1.0'),
  offSiteWater: z.strictObject({
    world: Triangular,
    zones: z.record(z.string(), Triangular),
  }),
});
