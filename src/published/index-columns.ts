import * as z from 'zod';
import { rangeJson, rangeWithMiddleHalfJson } from '../library/rounding.ts';
import type { Release, ReleasedModel } from '../release/release.ts';
import { jsonFile } from './api-file.ts';
import { ABOUT } from './index-json.ts';
import { ABOUT_FIGURES, Billions, Range, RangeWithMiddleHalf } from './parts.ts';

/** Parameters are published only where the estimate rests on them. */
function parametersOf({ evidence, facts }: ReleasedModel) {
  return evidence === 'price' ? undefined : facts?.parameters;
}

/** What the columns of the index hold that are fetched when they are chosen: each value by its schema. */
const VALUES = {
  input: {
    schema: Range.describe('gCO2e per 1000 input tokens'),
    of: (model: ReleasedModel) => rangeJson(model.perThousandInputTokens.gramsCO2e),
  },
  cached: {
    schema: Range.describe('gCO2e per 1000 cached input tokens'),
    of: (model: ReleasedModel) => rangeJson(model.perThousandCachedInputTokens.gramsCO2e),
  },
  timesTypicalModel: {
    schema: RangeWithMiddleHalf.describe('gCO2e per output token over that of the typical model'),
    of: (model: ReleasedModel) => rangeWithMiddleHalfJson(model.timesTypicalModel),
  },
  wattHours: {
    schema: Range.describe('Wh per 1000 output tokens'),
    of: (model: ReleasedModel) => rangeJson(model.perThousandOutputTokens.wattHours),
  },
  millilitresWater: {
    schema: Range.describe('mL of water per 1000 output tokens'),
    of: (model: ReleasedModel) => rangeJson(model.perThousandOutputTokens.millilitresWater),
  },
  contextTokens: {
    schema: z.int().optional(),
    of: ({ listed }: ReleasedModel) => listed.contextTokens,
  },
  totalBillions: {
    schema: Billions.optional(),
    of: (model: ReleasedModel) => parametersOf(model)?.totalBillions,
  },
  activeBillions: {
    schema: Billions.optional(),
    of: (model: ReleasedModel) => parametersOf(model)?.activeBillions,
  },
  weights: {
    schema: z.enum(['open', 'closed', 'unknown']),
    of: ({ weights }: ReleasedModel) => weights,
  },
  quality: {
    schema: z.number().optional().describe('Intelligence index of Artificial Analysis'),
    of: ({ listed }: ReleasedModel) => listed.artificialAnalysis?.intelligence,
  },
  listed: {
    schema: z.iso.date().optional(),
    of: ({ listed }: ReleasedModel) => listed.created,
  },
  hosts: {
    schema: z.int().describe('How many hosts serve it'),
    of: ({ served }: ReleasedModel) =>
      new Set(served.endpoints.map(({ host }) => host.slug || host.name)).size,
  },
};

/** What they hold of one model. */
export type ColumnValues = {
  [Name in keyof typeof VALUES]: ReturnType<(typeof VALUES)[Name]['of']>;
};

/** index-columns.json: a part of index.json that is quick to fetch. */
export function columnValuesJson({ release, methodVersion, models }: Release) {
  return {
    release,
    methodVersion,
    ...ABOUT,
    models: Object.fromEntries(
      models.map((model) => [
        model.id,
        Object.fromEntries(Object.entries(VALUES).map(([name, { of }]) => [name, of(model)])),
      ]),
    ),
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
      z.strictObject(
        Object.fromEntries(Object.entries(VALUES).map(([name, { schema }]) => [name, schema])),
      ),
    ),
  }),
  object: ({ release }) => columnValuesJson(release),
});
