import * as z from 'zod';
import { Source } from '../catalog/source.ts';
import { ArchivedRelease } from '../release/archive.ts';
import { GridZone } from './estimation-files.ts';
import {
  ABOUT_FIGURES,
  Evidence,
  HEADER,
  ModelId,
  NAMES,
  Range,
  Sources,
  Triangular,
} from './parts.ts';

/** Lists and tables: names, requests, sources, releases, grids, water. */

export const ModelNamesFile = z.strictObject({
  ...HEADER,
  models: z.array(
    z.strictObject({
      ...NAMES,
      evidence: Evidence,
      variants: z
        .array(z.string())
        .describe('Ids that are this model under other terms, and aliases'),
    }),
  ),
  notEstimated: z.array(
    z.strictObject({ id: z.string(), reason: z.string().describe('Why it has no estimate') }),
  ),
});

const Workload = z
  .strictObject({
    inputTokens: z.number(),
    cachedInputTokens: z.number(),
    outputTokens: z.number(),
  })
  .describe('Tokens of one request');

export const RequestsFile = z.strictObject({
  ...HEADER,
  presets: z.array(
    z.strictObject({ id: z.string(), name: z.string(), workload: Workload, sources: Sources }),
  ),
  models: z
    .record(
      z.string(),
      z.strictObject({
        contextTokens: z.int().optional(),
        maxOutputTokens: z.int().optional(),
        asUsed: Workload.optional().describe('Its mean request on OpenRouter'),
        asUsedLeftOut: z.string().optional().describe('Why it has no mean request'),
      }),
    )
    .describe('By id: how long a request each model can answer'),
});

export const ReportSubjectsFile = z.strictObject({
  ...HEADER,
  basis: z.strictObject({
    release: z.string(),
    listDate: z.iso.date(),
    methodVersion: z.string(),
    gridYear: z.int(),
    gridSource: z.string(),
    gridLicence: z.string(),
    draws: z.int(),
    hardwareLifetimeYears: z.number(),
    releaseAddress: z.url(),
  }),
  models: z.record(
    z.string(),
    z.strictObject({
      modelId: ModelId,
      canonicalSlug: z.string(),
      name: z.string(),
      maker: z.string(),
      evidence: z.array(Evidence),
      hosts: z.array(z.string()),
      gridZones: z.array(z.string()),
      gridGramsPerKilowattHour: Range.optional(),
    }),
  ),
});

const Billions = z.union([z.number(), z.strictObject({ low: z.number(), high: z.number() })]);

export const IndexColumnsFile = z.strictObject({
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

export const SourcesFile = z.strictObject({
  ...HEADER,
  sources: z.record(z.string(), Source).describe('By the ids that other files name'),
});

export const ReleasesFile = z.strictObject({
  ...HEADER,
  releases: z
    .array(ArchivedRelease.extend({ address: z.string().describe('Where the release stays') }))
    .describe('The latest first'),
});

export const GridFile = z.strictObject({
  title: z.string(),
  year: z.int(),
  unit: z.string(),
  basis: z.string(),
  attribution: z.string(),
  licence: z.literal('ODbL-1.0'),
  zones: z.array(GridZone),
});

export const WaterFile = z.strictObject({
  title: z.string(),
  unit: z.string(),
  licence: z.string(),
  attribution: z.string(),
  how: z.string().describe('How it is known'),
  sources: Sources,
  note: z.string(),
  world: Triangular.describe('Litres per kWh where a country has no figure'),
  zones: z.record(z.string(), Triangular).describe('Litres per kWh'),
});
