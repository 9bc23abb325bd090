import { Refused } from './refused.ts';

/** What a person has looked at and allows. */
export interface Allowed {
  /** A list that lost more than a fifth. */
  allowShrink: boolean;
  /** Prices, contexts or numbers of endpoints that moved together, as after a change of unit. */
  allowJump?: boolean;
  /** A list of an earlier day than the snapshot's. */
  allowOlder?: boolean;
}

/** Throws Refused where `found` is less than four fifths of `known`, unless a person allows it. */
export function refuseShrunken(
  address: string,
  records: string,
  found: number,
  known: number,
  { allowShrink }: Allowed,
): void {
  if (allowShrink || found * 5 >= known * 4) {
    return;
  }
  throw new Refused(
    address,
    `it holds ${found} ${records} where the snapshot on disk holds ${known}; expected at least ${Math.ceil(known * 0.8)}. If the loss is real, pull again with --allow-shrink.`,
  );
}

/** Throws Refused where a list is of an earlier day than the one on disk, unless a person allows it. */
export function refuseOlder(
  address: string,
  day: string,
  known: string | undefined,
  { allowOlder = false }: Allowed,
): void {
  if (allowOlder || known === undefined || day >= known) {
    return;
  }
  throw new Refused(
    address,
    `it is of ${day}, and the snapshot on disk is of ${known}; expected that day or a later one. If the older list is wanted, pull again with --allow-older.`,
  );
}

/** A figure as the snapshot knows it, and as the list of today has it. */
export interface Pair {
  before: number | undefined;
  after: number | undefined;
}

/** Of fewer figures nobody can say whether they moved together. */
const FEWEST_PAIRS = 5;

/** Half of the figures move by no more than this within weeks, and four fifths by no more than that. */
const BOUNDS = [
  { share: 0.5, words: 'half', factor: 3 },
  { share: 0.8, words: 'four fifths', factor: 10 },
] as const;

/**
 * Throws Refused where figures moved together further than markets move them, as after a change of
 * unit, unless a person allows it. Figures that are zero or absent on either side say nothing.
 */
export function refuseJump(
  address: string,
  figures: string,
  pairs: readonly Pair[],
  { allowJump = false }: Allowed,
): void {
  const ratios = pairs
    .flatMap(({ before = 0, after = 0 }) => (before > 0 && after > 0 ? [after / before] : []))
    .toSorted((left, right) => distance(left) - distance(right));
  if (allowJump || ratios.length < FEWEST_PAIRS) {
    return;
  }
  for (const { share, words, factor } of BOUNDS) {
    const ratio = ratios[Math.ceil(share * ratios.length) - 1] ?? 1;
    if (distance(ratio) > Math.log(factor)) {
      throw new Refused(
        address,
        `${figures} moved together: expected ${words} of ${ratios.length} within a factor of ${factor} of the snapshot on disk; found a factor of ${Number(ratio.toPrecision(3))}. The unit may have changed. If the figures are real, pull again with --allow-jump.`,
      );
    }
  }
}

function distance(ratio: number): number {
  return Math.abs(Math.log(ratio));
}
