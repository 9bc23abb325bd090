import { visibleText } from '../visible-text.ts';
import {
  type Cell,
  type MarkProof,
  type MarksMean,
  markProofs,
  type NumberFault,
  writtenNumber,
} from '../written-number.ts';
import { bare } from './column-names.ts';
import { OTHER_THAN_TOKENS, unitInWords } from './column-words.ts';
import { dayIn } from './day-in-cell.ts';
import type { ExportRow } from './export-table.ts';
import { INCLUDED, NO_ROW, TOTAL_ROW, YES_OR_NO } from './known-exports.ts';
import { type Columns, partOfName } from './recognised-columns.ts';
import { answerIn } from './same-answer.ts';
import { type SignOfSum, signOfSum } from './sign-of-sum.ts';
import { isNoSum } from './statistic-column.ts';

/** Why a row is not in the sums. */
export type LeftOut =
  | NumberFault
  | 'broken quotes'
  | 'cut off'
  | 'too many cells'
  | 'total'
  | 'header again'
  | 'other header'
  | 'nothing'
  | 'no model'
  | 'only a total'
  | 'written again'
  | 'no tokens'
  | 'no sum'
  | 'other columns';

/** The counts of one row as the export has them, in tokens unless it is said. */
export interface Counts {
  input: number;
  cached: number;
  cacheWrites: number;
  toolInput: number;
  output: number;
  reasoning: number;
  total: number | undefined;
  /** Requests that they belong to. */
  requests: number | undefined;
}

/** A cell that no token depends on: without it the row is read, and what it says is not known. */
export interface UnreadBeside {
  part: 'cached' | 'requests' | 'total' | 'day';
  /** Requests beside tokens are not none. */
  why: Exclude<NumberFault, 'empty'> | 'none' | 'no day';
}

/** What a row says. */
export interface ReadRow {
  model: string;
  counts: Counts;
  unreadBeside: readonly UnreadBeside[];
  /** ISO 8601. */
  day: string | undefined;
  /** The id of the answer that the row is of, which may be written several times. */
  answer: string | undefined;
  /** Of a row that may add others up. */
  signOfSum: SignOfSum | undefined;
}

/** Reads the rows of one export. */
export class RowReader {
  /** What cells show of the marks in numbers. */
  readonly markProofs = new Set<MarkProof>();
  readonly #header: readonly string[];
  readonly #columns: Columns;
  readonly #marks: MarksMean;
  readonly #countsAt: readonly number[];
  /** What rows are told apart by, beside the model. */
  readonly #labelsAt: readonly number[];
  readonly #lastNeededAt: number;
  /** Whether the last header that was met has other columns than the first. */
  #isBelowOther = false;
  constructor(header: readonly string[], columns: Columns, marks: MarksMean) {
    this.#header = header;
    this.#columns = columns;
    this.#marks = marks;
    const { model, day, answer, unit, ...countsAt } = columns.at;
    this.#countsAt = [...new Set([...Object.values(countsAt), ...columns.cacheWritesAt])];
    const read = new Set([...this.#countsAt, ...columns.modelsAt]);
    this.#labelsAt = header.flatMap((name, place) =>
      read.has(place) || name === '' ? [] : [place],
    );
    const { total, requests, ...neededAt } = countsAt;
    this.#lastNeededAt = Math.max(model ?? 0, ...Object.values(neededAt), ...columns.cacheWritesAt);
  }

  /** What a row says, why it cannot be read, or undefined where it is blank. */
  read({ cells, brokenLines, countsOtherwise }: ExportRow): ReadRow | LeftOut | undefined {
    if (brokenLines !== undefined) return 'broken quotes';
    const [first] = cells.filter((cell) => cell !== '');
    if (first === undefined || !cells.some((cell) => textOf(cell) !== '')) return undefined;
    const { at, modelsAt, daysAt, answersAt, statisticAt } = this.#columns;
    if (cells.every((cell) => NO_ROW.test(textOf(cell)))) return 'nothing';
    const model = modelsAt.map((place) => nameOf(cells[place])).find((text) => text !== '') ?? '';
    if (TOTAL_ROW.test(model) || TOTAL_ROW.test(textOf(first))) return 'total';
    if (this.#isHeader(cells, model)) {
      this.#isBelowOther = this.#header.some((name, at) => bare(name) !== bare(textOf(cells[at])));
      return this.#isBelowOther ? 'other header' : 'header again';
    }
    if (this.#isBelowOther) return 'other header';
    const { length } = this.#header;
    // The last cell of a row that was cut off may be cut itself.
    if (cells.length < length && this.#lastNeededAt > cells.length - 2) return 'cut off';
    if (cells.slice(length).some((cell) => textOf(cell) !== '')) return 'too many cells';
    const unreadBeside: UnreadBeside[] = [];
    const counts = this.#counts(cells, unreadBeside);
    if (model === '') {
      const isBlank = this.#countsAt.every((place) => textOf(cells[place]) === '');
      return isBlank ? 'nothing' : 'no model';
    }
    if (model.includes('\n')) return 'broken quotes';
    if (OTHER_THAN_TOKENS.test(textOf(cells[at.unit ?? -1]))) return 'no tokens';
    if (isNoSum(textOf(cells[statisticAt]))) return 'no sum';
    if (countsOtherwise) return 'other columns';
    if (typeof counts === 'string') return counts;
    const day = daysAt
      .map((place) => dayIn(textOf(cells[place])))
      .find((date) => date !== undefined);
    // A word in its place, such as "total", is none of a day.
    if (day === undefined && daysAt.some((place) => /\d/.test(textOf(cells[place])))) {
      unreadBeside.push({ part: 'day', why: 'no day' });
    }
    return {
      model,
      counts,
      unreadBeside,
      day,
      answer: answersAt
        .map((place) => answerIn(this.#header[place] ?? '', textOf(cells[place])))
        .find((id) => id !== undefined),
      signOfSum: signOfSum(cells, this.#labelsAt, daysAt),
    };
  }

  /** Whether a row names columns, as where files were put one below the other. */
  #isHeader(cells: readonly Cell[], model: string): boolean {
    const named = this.#countsAt.filter((place) => partOfName(textOf(cells[place])) !== undefined);
    return partOfName(model) === 'model' && named.length > 1;
  }

  #counts(cells: readonly Cell[], unreadBeside: UnreadBeside[]): Counts | LeftOut {
    this.#learnMarks(cells);
    const { at, cacheWritesAt } = this.#columns;
    const faults: NumberFault[] = [];
    const required = (place: number) => this.#number(cells, place, faults, true) ?? 0;
    const optional = (place: number | undefined) =>
      place === undefined ? 0 : (this.#number(cells, place, faults, false) ?? 0);
    const isYesOrNo = YES_OR_NO.test(textOf(cells[at.cached ?? -1]));
    if (isYesOrNo) unreadBeside.push({ part: 'cached', why: 'text' });
    const { input: inputAt, freshInput: freshAt, output: outputAt } = at;
    const input = required(inputAt ?? freshAt ?? -1);
    const output = required(outputAt ?? -1);
    const said = (part: 'requests' | 'total') => {
      const read = writtenNumber(cells[at[part] ?? -1] ?? '', this.#marks);
      if (typeof read === 'number') return read;
      if (read !== 'empty') unreadBeside.push({ part, why: read });
      return undefined;
    };
    const total = said('total');
    if (faults.length === 2 && faults.every((fault) => fault === 'empty') && total) {
      return 'only a total';
    }
    // Where the whole and what is fresh are there, the rest was cached.
    const isFreshSaid = freshAt !== undefined && textOf(cells[freshAt]) !== '';
    const cached =
      inputAt !== undefined && isFreshSaid
        ? input - optional(freshAt)
        : isYesOrNo
          ? 0
          : optional(at.cached);
    const counts: Counts = {
      input,
      cached,
      cacheWrites: cacheWritesAt.reduce((sum, place) => sum + optional(place), 0),
      toolInput: optional(at.toolInput),
      output,
      reasoning: INCLUDED.test(textOf(cells[at.reasoning ?? -1])) ? 0 : optional(at.reasoning),
      total,
      requests: said('requests'),
    };
    if (counts.requests === 0 && tokensOf(counts) > 0) {
      counts.requests = undefined;
      unreadBeside.push({ part: 'requests', why: 'none' });
    }
    if (cached < 0) faults.push('negative');
    // What is unclear of a row matters only where the rest of it can be read.
    return faults.find((fault) => fault !== 'ambiguous') ?? faults[0] ?? counts;
  }

  #number(
    cells: readonly Cell[],
    place: number,
    faults: NumberFault[],
    isRequired: boolean,
  ): number | undefined {
    const read = writtenNumber(this.#cell(cells, place), this.#marks);
    if (typeof read === 'number') return read;
    if (isRequired || read !== 'empty') faults.push(read);
    return undefined;
  }

  #learnMarks(cells: readonly Cell[]): void {
    for (const place of this.#countsAt) {
      for (const proof of markProofs(this.#cell(cells, place))) this.markProofs.add(proof);
    }
  }

  /** A cell with the unit that its column's name says. */
  #cell(cells: readonly Cell[], place: number): Cell {
    const cell = cells[place] ?? '';
    const { at, unitsAt } = this.#columns;
    const unit =
      unitsAt.get(place) ??
      (place === at.requests ? undefined : unitInWords(textOf(cells[at.unit ?? -1])));
    return unit === undefined || !/\d\s*$/.test(String(cell)) ? cell : `${cell}${unit}`;
  }
}

/** Tokens of all kinds; those that are within others count twice. */
export function tokensOf(counts: Counts): number {
  const { input, cached, cacheWrites, toolInput, output, reasoning } = counts;
  return input + cached + cacheWrites + toolInput + output + reasoning;
}

function textOf(cell: Cell | undefined): string {
  return String(cell ?? '').trim();
}

function nameOf(cell: Cell | undefined): string {
  return visibleText(textOf(cell)).trim();
}
