import * as z from 'zod';
import { StatedBy } from '../catalog/host.ts';
import { HowKnown, SourceId } from '../catalog/source.ts';
import { VERDICTS } from '../estimation/ranges.ts';
import { EVIDENCE_TIERS, TIER_NUMBER } from '../estimation/tier.ts';

/** Parts that several published files have in common. */

export const Range = z
  .strictObject({ low: z.number(), central: z.number(), high: z.number() })
  .describe('5th, 50th and 95th percentile');

/** A range that can be drawn with its middle half. */
export const RangeWithMiddleHalf = Range.extend({
  middleHalf: z.strictObject({ low: z.number(), high: z.number() }).optional(),
}).describe('5th, 25th, 50th, 75th and 95th percentile');

export const ThousandTokens = z
  .strictObject({
    gramsCO2e: Range.describe('gCO2e (GWP100) per 1000 tokens: 5th, 50th and 95th percentile'),
    wattHours: Range.describe('Facility electricity, Wh per 1000 tokens'),
    millilitresWater: Range.describe('Water consumed on site and off site, mL per 1000 tokens'),
  })
  .describe('What 1000 tokens of the model’s own tokenizer take');

export const Evidence = z
  .enum(EVIDENCE_TIERS)
  .describe('What the estimate rests on, the strongest first');

export const TierNumber = z.enum(TIER_NUMBER);

export const Verdict = z.enum(VERDICTS);

export const Sources = z.array(SourceId).describe('Ids of sources.json');

/** The first fields of every file but the oldest. */
export const HEADER = {
  title: z.string(),
  release: z
    .string()
    .describe('Day of OpenRouter’s list and one hash of all inputs and of the method’s version'),
  methodVersion: z.string(),
  unit: z.string().describe('Every unit in the file, in words'),
  licence: z.string(),
  attribution: z.string().describe('How the index is to be named'),
};

/** What the index and its parts say of themselves beyond that. */
export const ABOUT_FIGURES = {
  ...HEADER,
  range: z.string().describe('What low, central and high are'),
  boundary: z.string().describe('What is counted'),
  notAssured: z.string(),
};

export const KNOWN = {
  statedBy: StatedBy.describe('Who says so'),
  how: HowKnown.describe('How it is known'),
  sources: Sources,
  note: z.string().optional(),
};

export const KnownBounds = z
  .strictObject({ low: z.number(), central: z.number(), high: z.number(), ...KNOWN })
  .describe('Low, mode and high of a triangular distribution, with how they are known');

export const Triangular = z
  .strictObject({ low: z.number(), central: z.number(), high: z.number() })
  .describe('Low, mode and high of a triangular distribution');

export const ModelId = z.string().describe('OpenRouter’s id, maker/slug');

/** By what a model may be found. */
export const NAMES = {
  id: ModelId,
  name: z.string().describe('As OpenRouter lists it'),
  makerName: z.string(),
  canonicalSlug: z.string().describe('OpenRouter’s permanent name'),
  huggingFaceId: z.string().optional().describe('Of its weights, where they are published'),
};

export const Billions = z.union([
  z.number(),
  z.strictObject({ low: z.number(), high: z.number() }),
]);
