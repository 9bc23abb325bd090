import type { Workload } from '../../estimation/workload.ts';
import { type MarksMean, writtenNumber } from '../written-number.ts';
import { AnsweredByCache } from './answered-by-cache.ts';
import type { ExportRow } from './export-table.ts';
import type { Place } from './known-exports.ts';
import { placesByTotal } from './place-by-total.ts';
import { type Beforehand, PlaceEvidence } from './place-evidence.ts';
import type { Columns } from './recognised-columns.ts';
import { RepeatedRows } from './repeated-rows.ts';
import { RepeatedSums } from './repeated-sums.ts';
import { RowCount } from './row-count.ts';
import { type LeftOut, type ReadRow, RowReader, type UnreadBeside } from './row-reader.ts';
import { isSameAnswer } from './same-answer.ts';
import { addTo, noTokens, type Sums } from './sums.ts';

/** In how many of its rows with tokens a model's requests are known, and in how many not. */
export interface RowsCounted {
  counted: number;
  uncounted: number;
}

/** Cells of one kind that were not read, in rows that are in the sums. */
export type UnreadCells = UnreadBeside & { rows: RowCount };

/** The sums of a model's rows that have in common what they prove. */
interface ModelSums {
  model: string;
  isCacheApart: boolean;
  isReasoningApart: boolean;
  sums: Sums;
}

/**
 * Adds the rows of an export up. Whether cached tokens are within the input a file may tell only in its
 * last row, so rows that prove it themselves and others are summed apart until then.
 */
export class Tally {
  rows = 0;
  readonly leftOut = new Map<LeftOut, RowCount>();
  /** Rows whose total is the sum of what was read in no way. */
  readonly otherTotals = new RowCount();
  readonly #unreadBeside = new Map<string, UnreadCells>();
  /** Places of unknown columns that hold more than nothing. */
  readonly holdsSomething = new Set<number>();
  readonly cache: PlaceEvidence;
  readonly reasoning: PlaceEvidence;
  readonly #columns: Columns;
  readonly #reader: RowReader;
  readonly #sums = new Map<string, ModelSums>();
  readonly #answers = new Map<string, { sums: Sums; row: ReadRow }>();
  readonly #repeated = new RepeatedSums();
  readonly repeatedRows = new RepeatedRows();
  readonly answeredByCache: AnsweredByCache;
  #days: { first: string; last: string } | undefined;

  constructor(header: readonly string[], columns: Columns, marks: MarksMean) {
    this.#columns = columns;
    this.#reader = new RowReader(header, columns, marks);
    this.answeredByCache = new AnsweredByCache(header);
    this.cache = new PlaceEvidence(cacheBeforehand(columns));
    this.reasoning = new PlaceEvidence(reasoningBeforehand(columns));
  }

  get markProofs() {
    return this.#reader.markProofs;
  }

  get unreadBeside(): UnreadCells[] {
    return [...this.#unreadBeside.values()];
  }

  get days() {
    return this.#days;
  }

  /** Takes one more row in. */
  add(row: ExportRow): void {
    const read = this.#reader.read(row);
    if (read === undefined) return;
    this.rows += row.brokenLines ?? 1;
    if (typeof read === 'string') this.#leaveOut(read, row);
    else this.#take(read, row);
  }

  /** Leaves rows out that only the others show to be sums of them; to be called after the last row. */
  leaveRepeatedSumsOut(): void {
    for (const { number, counts, sums } of this.#repeated.found()) {
      addTo(sums, counts, -1);
      this.#leaveOut('total', { number });
    }
  }

  /**
   * Tokens by model: fresh input, what a cache gave, and output with its reasoning. Requests, where each of
   * its rows counts them.
   */
  byModel(): Map<string, Workload> {
    const workloads = new Map<string, Workload>();
    const uncounted = new Set<string>();
    for (const { model, isCacheApart, isReasoningApart, sums } of this.#sums.values()) {
      const cachePlace: Place = isCacheApart ? 'apart' : this.cache.placeFor(model).place;
      const reasoningPlace: Place = isReasoningApart
        ? 'apart'
        : this.reasoning.placeFor(model).place;
      const { input, cached, cacheWrites, toolInput, output, reasoning } = sums;
      if (sums.rowsWithoutRequests > 0) uncounted.add(model);
      const known = workloads.get(model);
      const fresh = cachePlace === 'apart' ? input + cacheWrites : input - cached;
      workloads.set(model, {
        inputTokens: (known?.inputTokens ?? 0) + fresh + toolInput,
        cachedInputTokens: (known?.cachedInputTokens ?? 0) + cached,
        outputTokens:
          (known?.outputTokens ?? 0) + output + (reasoningPlace === 'apart' ? reasoning : 0),
        requests: (known?.requests ?? 0) + sums.requests,
      });
    }
    for (const [model, { requests, ...tokens }] of workloads) {
      if (uncounted.has(model) || requests === 0) workloads.set(model, tokens);
    }
    return workloads;
  }

  /** How many rows are in the tokens of each model. */
  rowsByModel(): Map<string, number> {
    const rows = new Map<string, number>();
    for (const { model, sums } of this.#sums.values()) {
      rows.set(model, (rows.get(model) ?? 0) + sums.rows);
    }
    return rows;
  }

  /** How far the requests of each model are counted. */
  requestsByModel(): Map<string, RowsCounted> {
    const rows = new Map<string, RowsCounted>();
    for (const { model, sums } of this.#sums.values()) {
      const { counted, uncounted } = rows.get(model) ?? { counted: 0, uncounted: 0 };
      rows.set(model, {
        counted: counted + sums.rowsWithRequests,
        uncounted: uncounted + sums.rowsWithoutRequests,
      });
    }
    return rows;
  }

  #leaveOut(why: LeftOut, { number, brokenLines }: Omit<ExportRow, 'cells'>): void {
    const rows = this.leftOut.get(why) ?? new RowCount();
    rows.add(number, brokenLines);
    this.leftOut.set(why, rows);
  }

  #take(read: ReadRow, row: ExportRow): void {
    const { model, counts, unreadBeside, day, answer, signOfSum } = read;
    const written = this.#answers.get(answer ?? '');
    if (written !== undefined && isSameAnswer(answer ?? '', written.row, read)) {
      this.#leaveOut('written again', row);
      // It grows while it is written.
      if (counts.output < written.row.counts.output) return;
      addTo(written.sums, written.row.counts, -1);
      this.#repeated.takeOut(written.row);
    }
    const { number } = row;
    const byTotal = placesByTotal(counts);
    if (byTotal.isOther) this.otherTotals.add(number);
    const isCacheApart = this.cache.provesApart({
      model,
      number,
      whole: counts.input,
      part: counts.cached + counts.cacheWrites,
      byTotal: byTotal.cache,
    });
    const isReasoningApart = this.reasoning.provesApart({
      model,
      number,
      whole: counts.output,
      part: counts.reasoning,
      byTotal: byTotal.reasoning,
    });
    const key = `${isCacheApart}/${isReasoningApart}/${model}`;
    const of = this.#sums.get(key) ?? { model, isCacheApart, isReasoningApart, sums: noTokens() };
    this.#sums.set(key, of);
    addTo(of.sums, counts, 1);
    // The sum of answers has no id of one.
    const sign = answer === undefined ? signOfSum : undefined;
    this.#repeated.add(model, sign, { number, counts, sums: of.sums });
    if (answer !== undefined) this.#answers.set(answer, { sums: of.sums, row: read });
    this.#seeDay(day);
    this.repeatedRows.add(read, row);
    this.answeredByCache.add(row);
    for (const { part, why } of unreadBeside) {
      const cells = this.#unreadBeside.get(`${part}/${why}`) ?? { part, why, rows: new RowCount() };
      cells.rows.add(number);
      this.#unreadBeside.set(`${part}/${why}`, cells);
    }
    for (const place of this.#columns.unknownAt) {
      if (this.holdsSomething.has(place)) continue;
      const there = writtenNumber(row.cells[place] ?? '', { '.': 'fraction', ',': 'thousands' });
      if (typeof there === 'number' && there > 0) this.holdsSomething.add(place);
    }
  }

  #seeDay(day: string | undefined): void {
    if (day === undefined) return;
    const { first, last } = this.#days ?? { first: day, last: day };
    this.#days = { first: day < first ? day : first, last: day > last ? day : last };
  }
}

function cacheBeforehand({ at, convention, isInputWhole, cacheWritesAt }: Columns): Beforehand {
  if (at.freshInput !== undefined) {
    return { place: at.input === undefined ? 'apart' : 'within', because: 'named', isFirm: true };
  }
  if (convention !== undefined) {
    const { cache, variesInPractice = false } = convention;
    return { place: cache, because: 'documented', isFirm: !variesInPractice };
  }
  if (isInputWhole) return { place: 'within', because: 'named', isFirm: false };
  // Who counts what a cache takes mostly counts as Anthropic does.
  const place = cacheWritesAt.length > 0 ? 'apart' : 'within';
  return { place, because: 'assumed', isFirm: false };
}

function reasoningBeforehand({ convention }: Columns): Beforehand {
  if (convention === undefined) return { place: 'within', because: 'assumed', isFirm: false };
  const { reasoning, variesInPractice = false } = convention;
  return { place: reasoning, because: 'documented', isFirm: !variesInPractice };
}
