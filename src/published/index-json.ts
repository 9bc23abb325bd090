import * as z from 'zod';
import { GRID_YEAR } from '../catalog/grid.ts';
import { NO_ESTIMATE_KINDS } from '../catalog/no-estimate.ts';
import { rangeJson } from '../library/rounding.ts';
import type { Release } from '../release/release.ts';
import type { ReleasedServing } from '../release/released-serving.ts';
import { ATTRIBUTION, jsonFile, jsonText } from './api-file.ts';
import { MODEL_FIELDS, modelJson } from './model-fields.ts';
import { ABOUT_FIGURES, ModelId, Range } from './parts.ts';

/** What every figure of inference counts, whatever the requests. */
export const COUNTED =
  'facility electricity and embodied emissions of the hardware; wattHours is facility electricity; inference only, training excluded; location-based lifecycle grid intensity; a model’s figure is of the mean over the tokens that its endpoints serve';

/** What every published file says of itself: how to read it, and on what terms. */
export const ABOUT = {
  title: 'LLM Carbon Index',
  unit: 'per 1000 tokens of the model’s own tokenizer: gramsCO2e in g CO2e (GWP100), wattHours in Wh, millilitresWater in mL; acceleratorJoules in J per single token',
  range: 'low, central and high are the 5th, 50th and 95th percentile',
  boundary: `${COUNTED}, per 1000 tokens at a stated context of 4000 tokens`,
  gridYear: GRID_YEAR,
  licence:
    'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; names and prices: OpenRouter; artificialAnalysis: Artificial Analysis',
  attribution: ATTRIBUTION,
  notAssured: 'Estimates, not measurements; not assured by anybody.',
} as const;

/**
 * The index as an object for index.json: every id of OpenRouter's list stands in exactly one of
 * `models` and `notEstimated`.
 */
export function indexJson({ release, date, methodVersion, inputs, models, notEstimated }: Release) {
  return {
    release,
    date,
    methodVersion,
    ...ABOUT,
    inputs,
    estimationInputs: '/api/v1/estimation-inputs.json',
    models: models.map((model) => ({ ...modelJson(model), served: servedInShort(model.served) })),
    notEstimated,
  };
}

/** index.json as published, to the byte: on one line, since it is by far the largest file. */
export function indexJsonText(release: Release): string {
  return jsonText(indexJson(release));
}

/** By whom a model is served, in short. */
function servedInShort({ listed, gridGramsPerKilowattHour, endpoints }: ReleasedServing) {
  return {
    listedByOpenRouter: listed,
    gridGramsPerKilowattHour: rangeJson(gridGramsPerKilowattHour),
    hosts: [...new Set(endpoints.map(({ host }) => host.slug || host.name))],
  };
}

const ServedInShort = z.strictObject({
  listedByOpenRouter: z
    .boolean()
    .describe('False where no endpoint is listed and another host stands in'),
  gridGramsPerKilowattHour: Range.describe('gCO2e per kWh over all draws: hosts, places and hours'),
  hosts: z.array(z.string()).describe('Slugs of hosts.json, or names'),
});

const NotEstimated = z.strictObject({
  id: ModelId,
  name: z.string(),
  kind: z.enum(NO_ESTIMATE_KINDS).describe('The reason as a word'),
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

export const INDEX = jsonFile({
  name: 'index',
  holds: 'Every model with its ranges, ranks, evidence, price and sources',
  licence: ABOUT.licence,
  schema: IndexFile,
  object: ({ release }) => indexJson(release),
});
