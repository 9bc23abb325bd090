import type { Workload } from '../estimation/workload.ts';
import { countText } from './numbers.ts';

const WORDS = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A number of tokens, exactly and as people say it: "25 million", "1.25 billion", "25 123 456". */
export function tokenAmount(tokens: number): string {
  for (const [unit, name] of WORDS) {
    if (tokens >= unit && tokens % (unit / 1000) === 0) return `${tokens / unit} ${name}`;
  }
  return countText(tokens);
}

/**
 * Tokens in words, with their requests where these are known: "10 million in, 2 million out,
 * 20 000 requests"; what is none is left out.
 */
export function usageWords({
  inputTokens,
  cachedInputTokens,
  outputTokens,
  requests,
}: Workload): string {
  const counts = [
    [inputTokens, 'in'] as const,
    [cachedInputTokens, 'cached'] as const,
    [outputTokens, 'out'] as const,
    ...(requests === undefined
      ? []
      : [[requests, requests === 1 ? 'request' : 'requests'] as const]),
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${tokenAmount(count)} ${kind}`)
    .join(', ');
}
