import * as z from 'zod';
import { ModelFacts } from '../catalog/maker.ts';
import { rangeJson, rangeWithMiddleHalfJson } from '../library/rounding.ts';
import type { Release, ReleasedModel } from '../release/release.ts';
import { jsonFile } from './api-file.ts';
import { ABOUT } from './index-json.ts';
import { ABOUT_FIGURES, Billions, Range, RangeWithMiddleHalf } from './parts.ts';

function columnValuesOf(model: ReleasedModel) {
  const { listed, facts, evidence, perThousandOutputTokens: output } = model;
  // Parameters are published only where the estimate rests on them.
  const known = evidence === 'price' ? undefined : facts?.parameters;
  return {
    input: rangeJson(model.perThousandInputTokens.gramsCO2e),
    cached: rangeJson(model.perThousandCachedInputTokens.gramsCO2e),
    timesTypicalModel: rangeWithMiddleHalfJson(model.timesTypicalModel),
    wattHours: rangeJson(output.wattHours),
    millilitresWater: rangeJson(output.millilitresWater),
    contextTokens: listed.contextTokens,
    totalBillions: known?.totalBillions,
    activeBillions: known?.activeBillions,
    weights: model.weights,
    quality: listed.artificialAnalysis?.intelligence,
    listed: listed.created,
    hosts: new Set(model.served.endpoints.map(({ host }) => host.slug || host.name)).size,
  };
}

/** What the columns of the index hold of one model that are fetched when they are chosen. */
export type ColumnValues = ReturnType<typeof columnValuesOf>;

/** index-columns.json: a part of index.json that is quick to fetch. */
export function columnValuesJson({ release, methodVersion, models }: Release) {
  return {
    release,
    methodVersion,
    ...ABOUT,
    models: Object.fromEntries(models.map((model) => [model.id, columnValuesOf(model)])),
  };
}

export const INDEX_COLUMNS = jsonFile({
  name: 'index-columns',
  holds: 'A part of index.json that is quick to fetch',
  licence: ABOUT.licence,
  schema: z.strictObject({
    ...ABOUT_FIGURES,
    gridYear: z.int(),
    models: z.record(
      z.string(),
      z.strictObject({
        input: Range.describe('gCO2e per 1000 input tokens'),
        cached: Range.describe('gCO2e per 1000 cached input tokens'),
        timesTypicalModel: RangeWithMiddleHalf.describe(
          'gCO2e per output token over that of the typical model',
        ),
        wattHours: Range.describe('Wh per 1000 output tokens'),
        millilitresWater: Range.describe('mL of water per 1000 output tokens'),
        contextTokens: z.int().optional(),
        totalBillions: Billions.optional(),
        activeBillions: Billions.optional(),
        weights: ModelFacts.shape.weights,
        quality: z.number().optional().describe('Intelligence index of Artificial Analysis'),
        listed: z.iso
          .date()
          .optional()
          .describe('Day the entry was created on OpenRouter: `created` of index.json'),
        hosts: z.int().describe('How many hosts serve it'),
      }),
    ),
  }),
  object: ({ release }) => columnValuesJson(release),
});
