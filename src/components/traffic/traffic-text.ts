import type { UnansweredKind } from '../../catalog/usage.ts';
import type { Range } from '../../estimation/ranges.ts';
import { scaleRange } from '../../estimation/ranges.ts';
import { rangeText } from '../../text/numbers.ts';

/** Grams to tonnes, Wh to MWh and millilitres to cubic metres alike. */
const PER_MILLION = 1e-6;

/** A range of grams in tonnes, of Wh in MWh, of millilitres in cubic metres. */
export function inMillions(range: Range): Range {
  return scaleRange(range, PER_MILLION);
}

/** A range of fractions in per cent, without the sign: "7.4–25". */
export function percentRangeText(range: Range): string {
  return rangeText(scaleRange(range, 100));
}

/** Why some usage has no estimate, in the words of the page. */
export const UNANSWERED_WORDS: Readonly<Record<UnansweredKind, string>> = {
  'not-listed':
    'Not on the model list: embeddings, rerankers, makers of images, models withdrawn since',
  'no-list-price': 'Neither a size nor a list price',
  'no-text-output': 'No text',
  'more-than-text': 'Images or sound besides text',
  'own-accelerators': 'Served from accelerators without a usable measurement',
  router: 'Routers, whose requests count under the model that answered',
  alias: 'Aliases of a model that is not known',
  variant: 'Variants of a model without an estimate',
};

/** Kinds of weights, in the words of the page. */
export const WEIGHTS_WORDS: Readonly<Record<string, string>> = {
  open: 'Open weights',
  closed: 'Closed weights',
  unknown: 'Not known',
};
