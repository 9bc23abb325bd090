import type { Workload } from '../../estimation/workload.ts';

const UNITS = { k: 1e3, m: 1e6, b: 1e9 } as const;
/** Far above what any one account sends; beyond it a typing mistake is likelier. */
export const MOST_TOKENS = 1e15;

/**
 * A number of tokens as people write it: 2000000, 2,000,000, 2 000 000, 2e6, 2M, 1.5k. Nothing typed
 * is none. Undefined where it is no number of tokens.
 */
export function tokensFromText(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return 0;
  const [, digits = '', suffix] = /^([\d.,\s_'’]+(?:e\+?\d+)?)\s*([kmb])?$/.exec(typed) ?? [];
  if (isAmbiguousCount(text)) return undefined;
  const number = Number(withoutGroups(digits));
  if (digits === '' || Number.isNaN(number)) return undefined;
  const unit = suffix === 'k' || suffix === 'm' || suffix === 'b' ? UNITS[suffix] : 1;
  const tokens = Math.round(number * unit);
  return tokens <= MOST_TOKENS ? tokens : undefined;
}

/** Whether a number may have thousands or a fraction behind its point: "4.000" is 4 to some, 4000 to others. */
export function isAmbiguousCount(text: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(text.trim());
}

/** Digits without what groups them by thousands; a text that is not grouped by threes stays as it is. */
function withoutGroups(digits: string): string {
  return /^\d{1,3}([,\s_'’]\d{3})+(\.\d+)?(e\+?\d+)?$/.test(digits)
    ? digits.replaceAll(/[,\s_'’]/g, '')
    : digits;
}

/** A number of tokens, exactly and short: 2M, 300k, 1.25M, 1234567. */
export function shortTokenText(tokens: number): string {
  for (const [suffix, unit] of [
    ['B', UNITS.b],
    ['M', UNITS.m],
    ['k', UNITS.k],
  ] as const) {
    if (tokens >= unit && tokens % (unit / 1000) === 0) return `${tokens / unit}${suffix}`;
  }
  return String(tokens);
}

/** Mean counts as a reader can take them in: two significant digits. */
export function roundTokens({ inputTokens, cachedInputTokens, outputTokens }: Workload): Workload {
  const rounded = (tokens: number) => Number(tokens.toPrecision(2));
  return {
    inputTokens: rounded(inputTokens),
    cachedInputTokens: rounded(cachedInputTokens),
    outputTokens: rounded(outputTokens),
  };
}

/** A workload in a few words: "10M in, 30M cached, 2M out"; what is none is left out. */
export function tokenWords({ inputTokens, cachedInputTokens, outputTokens }: Workload): string {
  return [
    [inputTokens, 'in'] as const,
    [cachedInputTokens, 'cached'] as const,
    [outputTokens, 'out'] as const,
  ]
    .filter(([tokens]) => tokens > 0)
    .map(([tokens, kind]) => `${shortTokenText(tokens)} ${kind}`)
    .join(', ');
}
