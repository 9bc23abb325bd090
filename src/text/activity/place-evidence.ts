import type { Place } from './known-exports.ts';
import { RowCount } from './row-count.ts';

/**
 * How it is known whether one count is within another: an export of this kind counts so, the column's
 * name says it, the row holds more of the part than of the whole, the row's own total, other rows of the
 * same file, or not at all.
 */
export type Because = 'documented' | 'named' | 'more' | 'total' | 'other rows' | 'assumed';

/** What is known before any row is read. */
export interface Beforehand {
  place: Place;
  because: 'documented' | 'named' | 'assumed';
  /** Rows cannot show otherwise, or only themselves. */
  isFirm: boolean;
}

/** How rows were read in the end: how many, and which come first. */
export interface PlaceReading {
  place: Place;
  because: Because;
  rows: RowCount;
}

/** One row: how much there is of the whole and of the part, and what its total allows. */
export interface Observed {
  model: string;
  number: number;
  whole: number;
  part: number;
  /** Where the row's total fits one place alone. */
  byTotal: Place | undefined;
}

/**
 * Gathers from the rows of a file whether a part (cached tokens, reasoning) is within its whole (input,
 * output) or apart from it.
 */
export class PlaceEvidence {
  readonly #beforehand: Beforehand;
  readonly #models = new Set<string>();
  readonly #rows: Record<'more' | 'total', RowCount> = {
    more: new RowCount(),
    total: new RowCount(),
  };
  #totalsWithin = 0;
  readonly #open = new Map<string, RowCount>();

  constructor(beforehand: Beforehand) {
    this.#beforehand = beforehand;
  }

  /** Whether this row itself proves that the part is apart. */
  provesApart({ model, number, whole, part, byTotal }: Observed): boolean {
    if (part === 0) return false;
    const { place, isFirm } = this.#beforehand;
    const because = part > whole ? 'more' : byTotal === 'apart' ? 'total' : undefined;
    if ((isFirm && place === 'apart') || because === undefined) {
      if (byTotal === 'within') this.#totalsWithin += 1;
      const open = this.#open.get(model) ?? new RowCount();
      open.add(number);
      this.#open.set(model, open);
      return false;
    }
    this.#models.add(model);
    this.#rows[because].add(number);
    return true;
  }

  /** Where the part is in those rows of a model that prove nothing. */
  placeFor(model: string): { place: Place; because: Because } {
    const { place, because, isFirm } = this.#beforehand;
    if (isFirm) return { place, because };
    if (this.#models.has(model)) return { place: 'apart', because: 'other rows' };
    if (this.#totalsWithin > 0) return { place: 'within', because: 'total' };
    if (this.#models.size > 0) return { place: 'apart', because: 'other rows' };
    return { place, because };
  }

  /** How the rows were read, those that prove it themselves first. */
  readings(): PlaceReading[] {
    const readings: PlaceReading[] = (['more', 'total'] as const).map((because) => ({
      place: 'apart',
      because,
      rows: this.#rows[because],
    }));
    for (const [model, rows] of this.#open) {
      const { place, because } = this.placeFor(model);
      const known = readings.find((one) => one.place === place && one.because === because);
      if (known === undefined) readings.push({ place, because, rows: RowCount.of(rows) });
      else known.rows.addAll(rows);
    }
    return readings.filter(({ rows }) => rows.count > 0);
  }
}
