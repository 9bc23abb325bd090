import {
  PER_THOUSAND_CACHED_INPUT_TOKENS,
  PER_THOUSAND_INPUT_TOKENS,
  PER_THOUSAND_OUTPUT_TOKENS,
  type Workload,
} from '../estimation/workload.ts';
import { AS_USED, PRESETS } from '../library/request-kinds.ts';
import { tokenWords } from '../text/tokens.ts';
import { workloadFromText, workloadText } from '../text/written-workload.ts';
import { searchWith } from '../ui/link/address.ts';
import { isSame, type Parameter, single } from '../ui/link/link-reader.ts';

/** Tokens of one kind, as links call them: a thousand, as figures are published, or a million, as prices are. */
export const TOKENS_OF_ONE_KIND = {
  output: PER_THOUSAND_OUTPUT_TOKENS,
  input: PER_THOUSAND_INPUT_TOKENS,
  'cached-input': PER_THOUSAND_CACHED_INPUT_TOKENS,
  'million-output': thousandTimes(PER_THOUSAND_OUTPUT_TOKENS),
  'million-input': thousandTimes(PER_THOUSAND_INPUT_TOKENS),
  'million-cached-input': thousandTimes(PER_THOUSAND_CACHED_INPUT_TOKENS),
} as const satisfies Record<string, Workload>;
export type TokensOfOneKind = keyof typeof TOKENS_OF_ONE_KIND;

/** A thousand English words that a model writes, as links call them: of as many tokens as each makes. */
export const WORDS_WRITTEN = 'words';

/** Everything that figures can be per but a request of the reader's own, as links call it. */
export const NAMED_PERS = [
  'output',
  'input',
  'cached-input',
  'million-output',
  'million-input',
  'million-cached-input',
  WORDS_WRITTEN,
  ...PRESETS,
  AS_USED,
] as const;

/** What figures are per: a thousand tokens or words, a request of a known kind, or one of the reader's own. */
export type Per = (typeof NAMED_PERS)[number] | Workload;

/** What figures are published per. */
export const PUBLISHED_PER = 'output' satisfies Per;

/** What follows "per" in a sentence. */
const WORDS: Readonly<Record<(typeof NAMED_PERS)[number], string>> = {
  output: '1000 output tokens',
  input: '1000 input tokens',
  'cached-input': '1000 cached input tokens',
  'million-output': 'million output tokens',
  'million-input': 'million input tokens',
  'million-cached-input': 'million cached input tokens',
  [WORDS_WRITTEN]: '1000 English words',
  chat: 'chat request',
  'long-document': 'request about a long document',
  reasoning: 'reasoning request',
  'coding-agent': 'step of a coding agent',
  'openrouter-mean': 'mean request on OpenRouter',
  [AS_USED]: 'request as each is used on OpenRouter',
};

/** What figures are per, in a link to a page that shows this where the link says nothing of it. */
export function perParameter(initial: Per): Parameter<Per> {
  return single<Per>('per', initial, perFromText);
}

/** What figures are per, in a link to a page that shows what is published. */
export const PER = perParameter(PUBLISHED_PER);

/** What a text in a link or a list means. */
export function perFromText(text: string): Per | undefined {
  return NAMED_PERS.find((name) => isSame(name, text)) ?? workloadFromText(text);
}

/** As links have it: "chat", "as-used", "10k*0*1.5k". */
export function perText(per: Per): string {
  return typeof per === 'string' ? per : workloadText(per);
}

/** A URL's search part with this set and all else kept; what the page shows anyway is left out. */
export function searchWithPer(per: Per, search: string, initial: Per = PUBLISHED_PER): string {
  return searchWith(search, { per: per === initial ? '' : perText(per) });
}

/** Whether tokens of one kind are meant, and not a request. */
export function isOfOneKind(per: Per): per is TokensOfOneKind {
  return typeof per === 'string' && Object.hasOwn(TOKENS_OF_ONE_KIND, per);
}

/** What figures are per, in words that follow "per". */
export function perWords(per: Per): string {
  return typeof per === 'string' ? WORDS[per] : `request of ${tokenWords(per)}`;
}

/** What the fields of a reader's own request hold at first. */
export const OWN_REQUEST: Workload = { inputTokens: 1000, cachedInputTokens: 0, outputTokens: 300 };

function thousandTimes({ inputTokens, cachedInputTokens, outputTokens }: Workload): Workload {
  return {
    inputTokens: 1000 * inputTokens,
    cachedInputTokens: 1000 * cachedInputTokens,
    outputTokens: 1000 * outputTokens,
  };
}
