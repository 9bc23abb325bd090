import * as z from 'zod';
import { Accelerators } from './host.ts';
import { HowKnown, SourceId } from './source.ts';

/** What is known of a maker and its models, by people: the records of data/models/<maker>.yaml. */

const billions = z.number().positive().max(100_000);

/** A figure that is only known as a range: vendor-stated bounds or widely reported ones. */
const BillionsOrRange = z.union([billions, z.strictObject({ low: billions, high: billions })], {
  error: 'expected billions, such as 20.9, or a range, such as { low: 280, high: 288 }',
});

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

const count = z.int().positive();

/** Elements of the KV cache per layer and entry, keys and values together (2 x heads x head size; 576 with MLA). */
const kvWidth = count;

/** Elements of the recurrent state that one layer keeps (heads x head size x state size). */
const stateElements = count.optional();

/** Layers of one kind: what a token reads there of what came before it. */
export const LayerGroup = z.discriminatedUnion('kind', [
  /** All of the context. */
  z.strictObject({ kind: z.literal('full-attention'), layers: count, kvWidth }),
  /** The last tokens. */
  z.strictObject({
    kind: z.literal('sliding-window'),
    layers: count,
    kvWidth,
    windowTokens: count,
  }),
  /** The entries that an index finds most relevant. */
  z.strictObject({
    kind: z.literal('sparse-attention'),
    layers: count,
    kvWidth,
    /** Entries that are read. */
    topK: count,
    /** Where an entry is a summary of several tokens. */
    tokensPerEntry: count.optional(),
    /** Where the last tokens are read one by one besides. */
    windowTokens: count.optional(),
    /** Keys by which entries are chosen; absent where the layers take the choice of others. */
    index: z.strictObject({ heads: count, width: count }).optional(),
  }),
  /** Summaries of the whole context. */
  z.strictObject({
    kind: z.literal('compressed-attention'),
    layers: count,
    kvWidth,
    tokensPerEntry: count,
    windowTokens: count.optional(),
  }),
  /** A recurrent state. */
  z.strictObject({ kind: z.literal('linear-attention'), layers: count, stateElements }),
  z.strictObject({ kind: z.literal('state-space'), layers: count, stateElements }),
  /** Nothing: blocks that hold a feed-forward network alone. */
  z.strictObject({ kind: z.literal('feed-forward'), layers: count }),
]);
export type LayerGroup = z.infer<typeof LayerGroup>;

/** The published architecture, as far as the energy model reads it or will. */
export const Architecture = z.strictObject({
  layers: count,
  /** Width of the model. */
  hiddenSize: count.optional(),
  /** The layers by kind; they add up to `layers`. */
  layersByKind: z.array(LayerGroup).min(1),
  /** Absent in a dense model. Shared experts answer every token. */
  experts: z
    .strictObject({ routed: count, active: count, shared: z.int().nonnegative().optional() })
    .optional(),
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  /** Where sources disagree, or what was assumed. */
  note: z.string().optional(),
});
export type Architecture = z.infer<typeof Architecture>;

/** A repository on Hugging Face. */
export const HuggingFaceId = z
  .string()
  .regex(/^[^/\s]+\/[^/\s]+$/, 'expected maker/model as on Hugging Face');

export const ModelFacts = z.strictObject({
  weights: z.enum(['open', 'closed', 'unknown']),
  huggingFaceId: HuggingFaceId.optional(),
  parameters: Parameters.optional(),
  precision: z
    .strictObject({
      format: WeightPrecisionFormat,
      /** Further formats in which the maker released the same weights. */
      alsoReleased: z.array(WeightPrecisionFormat).min(1).optional(),
      how: HowKnown,
      sources: z.array(SourceId).min(1),
    })
    .optional(),
  architecture: Architecture.optional(),
  /** maker/slug of a model whose published architecture this one shares, unchanged (a fine-tune, a later release). */
  architectureOf: z.string().optional(),
  /**
   * maker/slug of the model that this entry sells under other terms or another name: a speed tier, a
   * contributor's price, a setting of how long it thinks.
   */
  sameAs: z.string().optional(),
  /** Ids of the measured models (data/measurements) that are this very model, in any precision. */
  measuredAs: z.array(z.string()).optional(),
  note: z.string().optional(),
});
export type ModelFacts = z.infer<typeof ModelFacts>;

/** Path of a maker's file from the project's root. */
export function makerPath(maker: string): string {
  return `data/models/${maker}.yaml`;
}

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
