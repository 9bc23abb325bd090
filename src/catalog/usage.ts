import * as z from 'zod';
import type { NoEstimateKind } from './no-estimate.ts';
import type { ListedModel } from './snapshot.ts';

/** What went through OpenRouter in a week: data/openrouter/usage.json, joined with its model list. */

const count = z.int().nonnegative();

/** Requests of one week and their tokens. */
export const TokensUsed = z.strictObject({
  requests: z.int().positive(),
  promptTokens: count,
  /** Tokens written, those of reasoning among them. */
  completionTokens: count,
});
export type TokensUsed = z.infer<typeof TokensUsed>;

/** One model under one variant. */
export const UsageRecord = z.strictObject({
  /** OpenRouter's permanent name; variants of one model share it. */
  canonicalSlug: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'expected maker/slug'),
  /** Such as free or batch; absent for the model itself. */
  variant: z.string().min(1).optional(),
  ...TokensUsed.shape,
});
export type UsageRecord = z.infer<typeof UsageRecord>;

/** Path of the week's usage from the project's root. */
export const USAGE_LIST_FILE = 'data/openrouter/usage.json';

/** data/openrouter/usage.json */
export const UsageList = z.strictObject({
  /** The last day that it covers. */
  retrieved: z.iso.date(),
  /** How many days it covers. */
  days: z.literal(7),
  source: z.string(),
  models: z.array(UsageRecord).min(1),
});
export type UsageList = z.infer<typeof UsageList>;

/** Why nothing is estimated for some usage: the entry's own reason, or that it is on no list. */
export type UnansweredKind = NoEstimateKind | 'not-listed';

/** Usage by the model whose estimate answers for it. */
export interface JoinedUsage {
  /** By the id of the estimated model; its variants are added up. */
  byModel: ReadonlyMap<string, TokensUsed>;
  unanswered: { record: UsageRecord; kind: UnansweredKind }[];
}

/** The entries of the list by what they come to: ids with an estimate, and the others. */
interface Answers {
  estimated: ReadonlySet<string>;
  unestimated: ReadonlyMap<string, { kind: NoEstimateKind; seeInstead?: string | undefined }>;
}

/**
 * Joins usage with the model list by canonical slug. Of the entries under one slug the one with the
 * usage's own variant answers, else the model itself, else any, each through the model that it is a
 * variant of.
 */
export function joinUsage(
  { models }: Pick<UsageList, 'models'>,
  listed: readonly ListedModel[],
  { estimated, unestimated }: Answers,
): JoinedUsage {
  const bySlug = Map.groupBy(listed, ({ canonicalSlug }) => canonicalSlug);
  const byModel = new Map<string, TokensUsed>();
  const unanswered: JoinedUsage['unanswered'] = [];
  for (const record of models) {
    const ids = (bySlug.get(record.canonicalSlug) ?? [])
      .map(({ id }) => id)
      .toSorted((a, b) => distance(a, record.variant) - distance(b, record.variant));
    const answer = ids
      .flatMap((id) => [id, unestimated.get(id)?.seeInstead ?? id])
      .find((id) => estimated.has(id));
    if (answer === undefined) {
      const [first = ''] = ids;
      unanswered.push({ record, kind: unestimated.get(first)?.kind ?? 'not-listed' });
    } else {
      byModel.set(answer, addUp([byModel.get(answer), record]));
    }
  }
  return { byModel, unanswered };
}

/** What was used of a model; undefined where it was not a single token: such requests had no answer. */
export function usedOf(
  { byModel }: Pick<JoinedUsage, 'byModel'>,
  id: string,
): TokensUsed | undefined {
  const tokens = byModel.get(id);
  return tokens === undefined || tokensOf(tokens) === 0 ? undefined : tokens;
}

/** Usage added up. */
export function addUp(parts: readonly (TokensUsed | undefined)[]): TokensUsed {
  const total = { requests: 0, promptTokens: 0, completionTokens: 0 };
  for (const part of parts) {
    total.requests += part?.requests ?? 0;
    total.promptTokens += part?.promptTokens ?? 0;
    total.completionTokens += part?.completionTokens ?? 0;
  }
  return total;
}

/** Prompt and completion tokens together. */
export function tokensOf({
  promptTokens,
  completionTokens,
}: Pick<TokensUsed, 'promptTokens' | 'completionTokens'>): number {
  return promptTokens + completionTokens;
}

/** How far an entry of the list is from the variant that was used. */
function distance(id: string, variant: string | undefined): number {
  const [, own] = id.split(':', 2);
  if (own === variant) return 0;
  return own === undefined ? 1 : 2;
}
