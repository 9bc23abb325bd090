import * as z from 'zod';
import { HowKnown, SourceId } from './source.ts';

/** What is assumed of workloads where nobody counts it: the record of data/factors/workloads.yaml. */

/** Its path from the project's root. */
export const WORKLOADS_FILE = 'data/factors/workloads.yaml';

const Basis = { how: HowKnown, sources: z.array(SourceId).min(1), note: z.string() };

const CachedShare = z.strictObject({ share: z.number().min(0).max(1), ...Basis });

/** A kind of request that readers know, in tokens. */
const RequestPreset = z.strictObject({
  name: z.string().min(1),
  /** Tokens of the prompt that are computed. */
  inputTokens: z.int().nonnegative(),
  /** Tokens of the prompt that are read from a cache. */
  cachedInputTokens: z.int().nonnegative(),
  /** Tokens written, those of reasoning among them unless it is said below. */
  outputTokens: z.int().positive(),
  withoutReasoning: z.literal(true).optional(),
  ...Basis,
});

/** data/factors/workloads.yaml */
export const WorkloadsFile = z.strictObject({
  /** Share of prompt tokens read from a cache, for counts that do not tell them apart. */
  promptCachedShare: z.strictObject({
    /** Over all requests of a whole service. */
    wholeService: CachedShare,
    /** Over the requests of coding agents, which send their history again and again. */
    codingAgents: CachedShare,
  }),
  /** When the mean request of a model on OpenRouter is believed. */
  meanRequest: z.strictObject({ minimumRequests: z.int().positive(), ...Basis }),
  requests: z.strictObject({
    chat: RequestPreset,
    longDocument: RequestPreset,
    reasoning: RequestPreset,
    codingAgent: RequestPreset,
  }),
});
export type WorkloadsFile = z.infer<typeof WorkloadsFile>;
