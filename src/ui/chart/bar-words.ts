import type { Range } from '../../estimation/ranges.ts';

/** What a bar is that is thick from end to end, as the head of its axis says it. */
export const WHOLE_BAR = 'bar: nine in ten';

/**
 * Whether bars of these ranges are thick from end to end, since the middle half of none is known:
 * elsewhere the thick part is that half, so the head of their axis has to say what it is here.
 */
export function areWholeBars(ranges: readonly Range[]): boolean {
  return ranges.length > 0 && ranges.every(({ middleHalf }) => middleHalf === undefined);
}
