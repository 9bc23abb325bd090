import * as z from 'zod';
import { Discount, PriceOverride, TokenPrices } from '../catalog/snapshot.ts';
import { rangeJson, tokensJson } from '../library/rounding.ts';
import type { ReleasedModel } from '../release/release.ts';
import type { ReleasedEndpoint, ReleasedServing } from '../release/released-serving.ts';
import { jsonFile } from './api-file.ts';
import { EstimationInput } from './estimation-inputs-json.ts';
import { exampleModel } from './example-model.ts';
import { OWN_ACCELERATOR_REASON, PLACE_FIELDS, placeJson } from './hosts-json.ts';
import { ABOUT } from './index-json.ts';
import { LeftModelFile } from './left-model-json.ts';
import { MODEL_FIELDS, modelJson } from './model-fields.ts';
import { modelJsonName, modelJsonPath } from './model-json-path.ts';
import { ABOUT_FIGURES, Range, ThousandTokens } from './parts.ts';
import { StatedByMaker, statedByMakerJson } from './stated-by-maker-json.ts';

/** One model with each of its endpoints and what the core computed from, for its own file. */
export function wholeModelJson(model: ReleasedModel) {
  return {
    ...modelJson(model),
    expires: model.listed.expires,
    discount: model.discount || undefined,
    priceOverrides: model.listed.priceOverrides,
    statedByMaker: statedByMakerJson(model),
    served: servedJson(model.served),
    estimationInput: model.input,
  };
}

/** What is published of one model, in its own file. */
export type ModelJson = ReturnType<typeof wholeModelJson>;

/** By whom a model is served, as an object for its own file: each endpoint with its ranges. */
function servedJson({ listed, retrieved, gridGramsPerKilowattHour, endpoints }: ReleasedServing) {
  return {
    listedByOpenRouter: listed,
    retrieved,
    weighting:
      'OpenRouter’s default routing: the inverse square of the price of 8 input tokens to 1 of output, since volumes are not published; none where a region has to be asked for',
    gridGramsPerKilowattHour: rangeJson(gridGramsPerKilowattHour),
    endpoints: endpoints.map(endpointJson),
  };
}

function endpointJson({
  host,
  region,
  place,
  quantization,
  tags,
  prices,
  discount,
  priceOverrides,
  tokensPerSecondMedian,
  share,
  estimate,
  probabilityOfLeast,
  lowest,
}: ReleasedEndpoint) {
  return {
    host: host.slug || null,
    hostName: host.name,
    region,
    tags,
    quantization,
    share: share === undefined ? 0 : Number(share.toFixed(6)),
    listPrice: prices,
    discount: discount || undefined,
    priceOverrides: priceOverrides.length > 0 ? priceOverrides : undefined,
    observedTokensPerSecondMedian: tokensPerSecondMedian,
    place: placeJson(place),
    ...(estimate === undefined
      ? { noEstimate: OWN_ACCELERATOR_REASON }
      : {
          perThousandOutputTokens: tokensJson(estimate.perThousandOutputTokens),
          perThousandInputTokens: tokensJson(estimate.perThousandInputTokens),
          perThousandCachedInputTokens: tokensJson(estimate.perThousandCachedInputTokens),
          probabilityOfLeast:
            probabilityOfLeast === undefined ? undefined : Number(probabilityOfLeast.toFixed(4)),
          lowest,
        }),
  };
}

/** What else there is to say of a list price. */
const PRICE_TERMS = {
  discount: Discount.optional().describe('Fraction by which listPrice is reduced at present'),
  priceOverrides: z
    .array(PriceOverride)
    .optional()
    .describe('What is asked in place of listPrice, and when; of those that apply the last holds'),
};

const ServedEndpoint = z.strictObject({
  host: z.string().nullable().describe('Slug of hosts.json; null for the stated default'),
  hostName: z.string(),
  region: z.string().optional().describe('As its routing tag names it'),
  tags: z.array(z.string()).describe('OpenRouter’s routing tags'),
  quantization: z.string().optional().describe('As the host states it'),
  share: z.number().describe('Share of the requests that it is taken to answer'),
  listPrice: TokenPrices.describe('USD per million tokens'),
  ...PRICE_TERMS,
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
  expires: z.iso
    .date()
    .optional()
    .describe('Day after which OpenRouter may remove the entry, where it says so'),
  ...PRICE_TERMS,
  statedByMaker: StatedByMaker,
  served: z.strictObject({
    listedByOpenRouter: z.boolean(),
    retrieved: z.iso.date().optional().describe('Day on which the endpoints were read'),
    weighting: z.string().describe('How the endpoints are weighted'),
    gridGramsPerKilowattHour: Range,
    endpoints: z.array(ServedEndpoint),
  }),
  estimationInput: EstimationInput.describe('What the model is estimated from'),
});

const fileNames = new WeakMap<readonly ReleasedModel[], ReadonlyMap<string, ReleasedModel>>();

/** The models of a release by the names of their files, made once for all of them. */
function byFileName(models: readonly ReleasedModel[]): ReadonlyMap<string, ReleasedModel> {
  const known =
    fileNames.get(models) ?? new Map(models.map((model) => [modelJsonName(model.id), model]));
  fileNames.set(models, known);
  return known;
}

export const MODEL = jsonFile({
  name: 'model',
  path: '/api/v1/models/{id}.json',
  example: () => modelJsonPath(exampleModel()),
  holds:
    'One model with each of its endpoints and what it is estimated from; of one that has left the list (gone) the last figure',
  licence: ABOUT.licence,
  readable: true,
  schema: z.union([ModelFile, LeftModelFile]),
  names: ({ release }) => release.models.map(({ id }) => modelJsonName(id)),
  object: ({ release: { release, methodVersion, models } }, name) => {
    const model = byFileName(models).get(name);
    if (model === undefined) throw new Error(`The release has no model of the name ${name}.`);
    return { release, methodVersion, ...ABOUT, ...wholeModelJson(model) };
  },
});
