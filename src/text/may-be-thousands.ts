import { twoNumbers } from './number-from-text.ts';

/** Whether a text with a point may as well be a thousand times as much, and that no more than `most`. */
export function mayBeThousands(text: string, most: number): boolean {
  const two = twoNumbers(text);
  return two !== undefined && Number(two.before + two.after) <= most;
}
