import type { Workload } from '../estimation/workload.ts';

/** What letters after a number of tokens stand for. */
export const TOKEN_UNITS = { k: 1e3, m: 1e6, b: 1e9 } as const;

/** A number of tokens, exactly and short: 2M, 300k, 1.25M, 1234567. */
export function shortTokenText(tokens: number): string {
  for (const [suffix, unit] of [
    ['B', TOKEN_UNITS.b],
    ['M', TOKEN_UNITS.m],
    ['k', TOKEN_UNITS.k],
  ] as const) {
    if (tokens >= unit && tokens % (unit / 1000) === 0) return `${tokens / unit}${suffix}`;
  }
  return String(tokens);
}

/** Mean counts as a reader can take them in: three significant digits. */
export function roundTokens({ inputTokens, cachedInputTokens, outputTokens }: Workload): Workload {
  const rounded = (tokens: number) => Number(tokens.toPrecision(3));
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
