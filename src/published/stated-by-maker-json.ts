import * as z from 'zod';
import { rangeJson, rounded } from '../library/rounding.ts';
import { STATED_UNITS } from '../library/stated-figure.ts';
import type { ReleasedModel } from '../release/release.ts';
import { Range, Verdict } from './parts.ts';

/** What a model's own maker publishes of it beside our range, as a list for files; undefined for none. */
export function statedByMakerJson({ statedByMaker }: ReleasedModel) {
  if (statedByMaker.length === 0) return undefined;
  return statedByMaker.map(
    ({
      publisher,
      unit,
      inputTokens,
      outputTokens,
      stated,
      ours,
      verdict,
      statedOverOurCentral,
    }) => ({
      publisher,
      unit,
      inputTokens,
      outputTokens,
      stated: { value: stated.value },
      ours: rangeJson(ours),
      verdict,
      statedOverOurCentral: rounded(statedOverOurCentral),
    }),
  );
}

export const StatedByMaker = z
  .array(
    z.strictObject({
      publisher: z.string(),
      unit: z.enum(STATED_UNITS),
      inputTokens: z.number(),
      outputTokens: z.number(),
      stated: z.strictObject({ value: z.number() }),
      ours: Range.describe(
        'Ours for the same tokens, in the same unit, within the maker’s boundary',
      ),
      verdict: Verdict.describe('Where theirs lies against our range'),
      statedOverOurCentral: z.number(),
    }),
  )
  .optional()
  .describe('What its own maker publishes of it: where sound, it goes before our figure');
