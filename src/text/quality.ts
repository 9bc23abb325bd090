import type { QualityIndex, QualityLevel } from '../library/quality-level.ts';

/** What each index is of, in words that follow "a score in". */
export const INDEX_WORDS: Readonly<Record<QualityIndex, string>> = {
  intelligence: 'general intelligence',
  coding: 'coding',
  agentic: 'agentic tasks',
};

/** A score as columns show it: all with one decimal, as the list has them, 52.0 beside 51.8. */
export function scoreText(score: number): string {
  return score.toFixed(1);
}

/** A level in words that follow "at least": "50 in coding". */
export function levelWords({ index, least }: QualityLevel): string {
  return `${least} in ${INDEX_WORDS[index]}`;
}
