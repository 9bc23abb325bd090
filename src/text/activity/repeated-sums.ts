import type { Counts, ReadRow, SignOfSum } from './row-reader.ts';
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
 * the numbers have to: all parts are as often as each other what the rows without a sign come to.
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
      areSums(plain, suspects) ? suspects : [],
    );
  }
}

function areSums(plain: Sums, suspects: readonly Suspect[]): boolean {
  if (suspects.length === 0 || suspects.length > MOST_SUSPECTS || plain.rows === 0) return false;
  // One row like another may be a second request of a day that nobody wrote down.
  if (plain.rows === 1 && suspects.some(({ sign }) => sign === 'blank')) return false;
  const all = noTokens();
  for (const { counts } of suspects) addTo(all, counts, 1);
  const times = all.output === 0 ? all.input / plain.input : all.output / plain.output;
  return (
    Number.isInteger(times) && times > 0 && PARTS.every((part) => all[part] === times * plain[part])
  );
}
