import * as z from 'zod';
import { TokenPrices } from '../catalog/snapshot.ts';
import { EstimationInput } from './estimation-files.ts';
import { PLACE_FIELDS } from './hosts-file.ts';
import { MODEL_FIELDS } from './model-fields.ts';
import { ABOUT_FIGURES, ModelId, Range, ThousandTokens } from './parts.ts';

/** index.json and the file of each model. */

const ServedInShort = z.strictObject({
  listedByOpenRouter: z
    .boolean()
    .describe('False where no endpoint is listed and another host stands in'),
  gridGramsPerKilowattHour: Range.describe('gCO2e per kWh over all draws: hosts, places and hours'),
  hosts: z.array(z.string()).describe('Slugs of hosts.json, or names'),
});

export const NotEstimated = z.strictObject({
  id: ModelId,
  name: z.string(),
  kind: z
    .enum(['variant', 'alias', 'router', 'no-text-output', 'no-list-price', 'own-accelerators'])
    .describe('The reason as a word'),
  reason: z.string(),
  seeInstead: z.string().optional().describe('The model whose estimate answers for this entry'),
});

export const IndexFile = z.strictObject({
  ...ABOUT_FIGURES,
  date: z.iso.date().describe('Day of OpenRouter’s model list'),
  gridYear: z.int().describe('Year that grid intensities are the mean of'),
  inputs: z.record(z.string(), z.string()).describe('SHA-256 of every input of the release'),
  estimationInputs: z.string().describe('Path of what the models are estimated from'),
  models: z.array(z.strictObject({ ...MODEL_FIELDS, served: ServedInShort })),
  notEstimated: z.array(NotEstimated).describe('Every other id of OpenRouter’s list'),
});

const ServedEndpoint = z.strictObject({
  host: z.string().nullable().describe('Slug of hosts.json; null for the stated default'),
  hostName: z.string(),
  region: z.string().optional().describe('As its routing tag names it'),
  tags: z.array(z.string()).describe('OpenRouter’s routing tags'),
  quantization: z.string().optional().describe('As the host states it'),
  share: z.number().describe('Share of the requests that it is taken to answer'),
  listPrice: TokenPrices.describe('USD per million tokens'),
  observedTokensPerSecondMedian: z.number().optional(),
  place: z.strictObject(PLACE_FIELDS),
  noEstimate: z.string().optional().describe('Why it has no figure'),
  perThousandOutputTokens: ThousandTokens.optional(),
  perThousandInputTokens: ThousandTokens.optional(),
  perThousandCachedInputTokens: ThousandTokens.optional(),
  probabilityOfLeast: z
    .number()
    .optional()
    .describe('Probability that it emits least per output token of the model’s endpoints'),
  lowest: z.boolean().optional().describe('Whether that probability is above 0.9'),
});

export const ModelFile = z.strictObject({
  ...ABOUT_FIGURES,
  gridYear: z.int(),
  ...MODEL_FIELDS,
  served: z.strictObject({
    listedByOpenRouter: z.boolean(),
    retrieved: z.iso.date().optional().describe('Day on which the endpoints were read'),
    weighting: z.string().describe('How the endpoints are weighted'),
    gridGramsPerKilowattHour: Range,
    endpoints: z.array(ServedEndpoint),
  }),
  estimationInput: EstimationInput.describe('What the model is estimated from'),
});
