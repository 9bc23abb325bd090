import * as z from 'zod';
import { addUp, tokensOf, type UsageList, UsageRecord } from '../catalog/usage.ts';
import { refuseWrongLength } from './envelope.ts';
import type { ForeignList } from './openrouter-source.ts';
import { byCodeUnit } from './order.ts';
import type { Pulled } from './part.ts';
import { refuseOlder, refuseShrunken } from './plausible-change.ts';
import type { PullOptions } from './pull-lists.ts';
import { refuseMostlyBad, sift } from './sift.ts';
import type { Translated } from './translate-lists.ts';

/** What the rankings call the model itself, under none of its variants. */
const STANDARD = 'standard';

/** One row of the weekly usage, as far as it is read. */
const ForeignUsage = z.looseObject({
  canonical_slug: z.string(),
  variant: z.string(),
  requests: z.int(),
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
});

/** The week's usage in our words, sorted by model and variant. Throws Refused where too many rows do not fit. */
function translateUsage(foreign: ForeignList, source: string): Translated<UsageList> {
  const sifted = sift(foreign, {
    foreign: ForeignUsage,
    needs: Object.keys(ForeignUsage.shape),
    own: UsageRecord,
    translate: ({ canonical_slug, variant, requests, prompt_tokens, completion_tokens }) => ({
      canonicalSlug: canonical_slug,
      variant: variant === STANDARD ? undefined : variant,
      requests,
      promptTokens: prompt_tokens,
      completionTokens: completion_tokens,
    }),
    nameField: 'canonical_slug',
    identity: place,
  });
  refuseMostlyBad(foreign.address, foreign.records.length, sifted);
  const models = sifted.kept.sort((left, right) => byCodeUnit(place(left), place(right)));
  return {
    list: { retrieved: foreign.retrieved, days: 7, source, models },
    problems: sifted.problems,
    stood: [],
  };
}

/** The usage of the last week that the source knows. Throws Refused. */
export async function pullUsage(
  old: UsageList | undefined,
  { source, onProgress, ...allowed }: PullOptions,
): Promise<Pulled<UsageList>> {
  onProgress({ what: 'usage', done: 0, total: 1 });
  const foreign = await source.usage();
  if ('notOffered' in foreign) {
    return { keptBecause: foreign.notOffered };
  }
  refuseWrongLength(foreign.address, foreign.records.length, undefined);
  refuseOlder(foreign.address, foreign.retrieved, old?.retrieved, allowed);
  const { list, problems, stood } = translateUsage(foreign, source.origins.usage);
  const found = list.models.length;
  const trillions = tokensOf(addUp(list.models)) / 1e12;
  refuseShrunken(foreign.address, 'rows of usage', found, old?.models.length ?? 0, allowed);
  return {
    list,
    message: `${found} rows, ${trillions.toFixed(1)} trillion tokens, week to ${list.retrieved}`,
    report: { problems, stood },
  };
}

function place({ canonicalSlug, variant }: UsageRecord): string {
  return `${canonicalSlug}:${variant ?? ''}`;
}
