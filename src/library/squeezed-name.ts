import { plain } from './name-words.ts';

/** A name without anything between its words and numbers: claudesonnet4.5. */
export function squeezedName(text: string): string {
  const spelt = plain(text).replaceAll('+', 'plus');
  return (spelt.match(/\d+(?:\.\d+)*|(?:(?!\d)[\p{L}\p{N}\p{M}])+/gu) ?? []).join('');
}

/** Whether two numbers of a name run into one when it is squeezed, as in Qwen3 30B. */
export function hasNeighbouringNumbers(text: string): boolean {
  return /\d(?:[^\d.\p{L}]+|\.(?!\d)[^\d\p{L}]*)\d/u.test(plain(text));
}
