import { groupedBy } from '../../library/model-spellings.ts';
import type { Counts, ReadRow } from './row-reader.ts';
import type { SignOfSum } from './sign-of-sum.ts';
import { addTo, noTokens, type Sums } from './sums.ts';

/** A row that may add others up. */
interface Suspect {
  number: number;
  sign: SignOfSum;
  counts: Counts;
  /** What it was added to. */
  sums: Sums;
}

/** Of a model, more are no rows of sums. */
const MOST_SUSPECTS = 1000;
const PARTS = ['input', 'cached', 'cacheWrites', 'toolInput', 'output', 'reasoning'] as const;

/**
 * Finds rows that name a model and repeat what its other rows add up to. A sign alone proves nothing, so
 * the numbers have to: those with the same sign come to what the rows without one do, part by part, and
 * are fewer of them, since as many may be requests alike.
 */
export class RepeatedSums {
  readonly #models = new Map<string, { plain: Sums; suspects: Suspect[] }>();

  add(model: string, sign: SignOfSum | undefined, suspect: Omit<Suspect, 'sign'>): void {
    const of = this.#models.get(model) ?? { plain: noTokens(), suspects: [] };
    this.#models.set(model, of);
    if (sign === undefined) addTo(of.plain, suspect.counts, 1);
    else if (of.suspects.length <= MOST_SUSPECTS) of.suspects.push({ ...suspect, sign });
  }

  /** Takes a row out again that was added without a sign. */
  takeOut({ model, counts }: Pick<ReadRow, 'model' | 'counts'>): void {
    const of = this.#models.get(model);
    if (of !== undefined) addTo(of.plain, counts, -1);
  }

  /** The rows that are sums of others. */
  found(): Suspect[] {
    return [...this.#models.values()].flatMap(({ plain, suspects }) =>
      suspects.length > MOST_SUSPECTS ? [] : sumsAmong(plain, suspects),
    );
  }
}

function sumsAmong(plain: Sums, suspects: readonly Suspect[]): Suspect[] {
  const levels = [...groupedBy(suspects, ({ sign }) => [sign.places]).values()].filter(
    (level) => level.length <= plain.rows && isSum(plain, level),
  );
  // Where one level is certain, another may have as many rows as it adds up.
  const isCertain = levels.some(
    (level) => level.length < plain.rows || level.some(({ sign }) => sign.isWord),
  );
  return isCertain ? levels.flat() : [];
}

function isSum(plain: Sums, level: readonly Suspect[]): boolean {
  const all = noTokens();
  for (const { counts } of level) addTo(all, counts, 1);
  return PARTS.some((part) => all[part] > 0) && PARTS.every((part) => all[part] === plain[part]);
}
