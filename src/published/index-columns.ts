import * as z from 'zod';
import type { Range as Percentiles } from '../estimation/ranges.ts';
import { rangeJson } from '../library/rounding.ts';
import type { Release, ReleasedModel } from '../release/release.ts';
import { ABOUT } from './index-json.ts';
import { ABOUT_FIGURES, Billions, Range } from './parts.ts';
import { jsonFile, WITH_GRID } from './published-file.ts';

/** What the optional columns of the index hold of one model. */
export interface ColumnValues {
  /** gCO2e per thousand tokens of input, and of cached input. */
  input: Percentiles;
  cached: Percentiles;
  /** Per thousand output tokens. */
  wattHours: Percentiles;
  millilitresWater: Percentiles;
  contextTokens?: number | undefined;
  /** Billions, one number or its bounds; absent where it is not disclosed. */
  totalBillions?: number | { low: number; high: number } | undefined;
  activeBillions?: number | { low: number; high: number } | undefined;
  weights: ReleasedModel['weights'];
  /** Artificial Analysis intelligence index. */
  quality?: number | undefined;
  /** Day of its listing on OpenRouter. */
  listed?: string | undefined;
  hosts: number;
}

/** index-columns.json: a part of index.json that is quick to fetch. */
export function columnValuesJson({ release, methodVersion, models }: Release) {
  return {
    release,
    methodVersion,
    ...ABOUT,
    models: Object.fromEntries(models.map((model) => [model.id, columnValues(model)])),
  };
}

function columnValues(model: ReleasedModel): ColumnValues {
  const { listed, facts, evidence } = model;
  const parameters = evidence === 'price' ? undefined : facts?.parameters;
  return {
    input: rangeJson(model.perThousandInputTokens.gramsCO2e),
    cached: rangeJson(model.perThousandCachedInputTokens.gramsCO2e),
    wattHours: rangeJson(model.perThousandOutputTokens.wattHours),
    millilitresWater: rangeJson(model.perThousandOutputTokens.millilitresWater),
    contextTokens: listed.contextTokens,
    totalBillions: parameters?.totalBillions,
    activeBillions: parameters?.activeBillions,
    weights: model.weights,
    quality: listed.artificialAnalysis?.intelligence,
    listed: listed.created,
    hosts: new Set(model.served.endpoints.map(({ host }) => host.slug || host.name)).size,
  };
}

const IndexColumnsFile = z.strictObject({
  ...ABOUT_FIGURES,
  gridYear: z.int(),
  models: z.record(
    z.string(),
    z.strictObject({
      input: Range.describe('gCO2e per 1000 input tokens'),
      cached: Range.describe('gCO2e per 1000 cached input tokens'),
      wattHours: Range.describe('Wh per 1000 output tokens'),
      millilitresWater: Range.describe('mL of water per 1000 output tokens'),
      contextTokens: z.int().optional(),
      totalBillions: Billions.optional(),
      activeBillions: Billions.optional(),
      weights: z.enum(['open', 'closed', 'unknown']),
      quality: z.number().optional().describe('Intelligence index of Artificial Analysis'),
      listed: z.iso.date().optional(),
      hosts: z.int().describe('How many hosts serve it'),
    }),
  ),
});

/** What the optional columns of the index hold. */
export const INDEX_COLUMNS = jsonFile({
  name: 'index-columns',
  holds: 'A part of index.json that is quick to fetch',
  licence: WITH_GRID,
  schema: IndexColumnsFile,
  object: ({ release }) => columnValuesJson(release),
});
