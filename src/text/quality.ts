import type { QualityIndex, QualityLevel } from '../library/quality-level.ts';

/** What each index is of, in words that follow "a score in". */
export const INDEX_WORDS: Readonly<Record<QualityIndex, string>> = {
  intelligence: 'general intelligence',
  coding: 'coding',
  agentic: 'agentic tasks',
};

/** A level in words that follow "at least": "50 in coding". */
export function levelWords({ index, least }: QualityLevel): string {
  return `${least} in ${INDEX_WORDS[index]}`;
}
