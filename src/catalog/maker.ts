import * as z from 'zod';
import { Accelerators } from './host.ts';
import { HowKnown, SourceId } from './source.ts';

/** What is known of a maker and its models, by people: the records of data/models/<maker>.yaml. */

const billions = z.number().positive().max(100_000);

/** A figure that is only known as a range: vendor-stated bounds or widely reported ones. */
const BillionsOrRange = z.union([billions, z.strictObject({ low: billions, high: billions })]);

/** Weight formats that the index knows how many bits to count for. */
export const WeightPrecisionFormat = z.enum([
  'fp32',
  'bf16',
  'fp16',
  'fp8',
  'int8',
  'mxfp4',
  'nvfp4',
  'fp4',
  'int4',
  'fp8-fp4-experts',
  'ternary',
]);
export type WeightPrecisionFormat = z.infer<typeof WeightPrecisionFormat>;

/** Sizes in billions of parameters. `active` equals `total` in a dense model. */
export const Parameters = z.strictObject({
  totalBillions: BillionsOrRange,
  activeBillions: BillionsOrRange,
  /** Only where the figures do not say it themselves (active below total means a mixture). */
  mixtureOfExperts: z.boolean().optional(),
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  /** Where sources disagree, or what was assumed. */
  note: z.string().optional(),
});
export type Parameters = z.infer<typeof Parameters>;

/** The published architecture, as far as the energy model reads it. */
export const Architecture = z.strictObject({
  layers: z.int().positive(),
  fullAttentionLayers: z.int().nonnegative(),
  slidingWindowLayers: z.int().nonnegative().default(0),
  slidingWindowTokens: z.int().nonnegative().default(0),
  /** Elements of the KV cache per layer and token, keys and values together (2 x heads x head size; 576 with MLA). */
  kvWidth: z.int().positive(),
  routedExperts: z.int().positive().optional(),
  activeExperts: z.int().positive().optional(),
  hybridStateSpace: z.boolean().default(false),
  how: HowKnown,
  sources: z.array(SourceId).min(1),
});
export type Architecture = z.infer<typeof Architecture>;

export const ModelFacts = z.strictObject({
  weights: z.enum(['open', 'closed', 'unknown']),
  huggingFaceId: z.string().optional(),
  parameters: Parameters.optional(),
  precision: z
    .strictObject({
      format: WeightPrecisionFormat,
      how: HowKnown,
      sources: z.array(SourceId).min(1),
    })
    .optional(),
  architecture: Architecture.optional(),
  /** maker/slug of a model whose published architecture this one shares, unchanged (a fine-tune, a later release). */
  architectureOf: z.string().optional(),
  /** Ids of the measured models (data/measurements) that are this very model, in any precision. */
  measuredAs: z.array(z.string()).optional(),
  note: z.string().optional(),
});
export type ModelFacts = z.infer<typeof ModelFacts>;

/** data/models/<maker>.yaml; the file's name is the maker's part of the id, the keys are the slugs. */
export const MakerFile = z.strictObject({
  name: z.string().min(1),
  /** data/hosts/<slug>: who serves the maker's models where the list shows no endpoints yet. */
  host: z.string().optional(),
  /** What the maker's own models are known to run on, where that is not GPUs alone. */
  servesOn: Accelerators.optional(),
  models: z.record(z.string(), ModelFacts),
});
export type MakerFile = z.infer<typeof MakerFile>;
