import * as z from 'zod';
import { Source } from '../../catalog/source.ts';
import { ArchivedRelease } from '../../release/archive.ts';
import { GridZone } from './estimation-files.ts';
import { Evidence, HEADER, ModelId, Sources, Triangular } from './parts.ts';

/** Lists and tables: names, sources, releases, grids, water. */

export const ModelNamesFile = z.strictObject({
  ...HEADER,
  models: z.array(
    z.strictObject({
      id: ModelId,
      name: z.string(),
      canonicalSlug: z.string().describe('OpenRouter’s permanent name'),
      evidence: Evidence,
      variants: z
        .array(z.string())
        .describe('Ids that are this model under other terms, and aliases'),
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
