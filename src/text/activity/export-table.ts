import type { Cell } from '../written-number.ts';

/** One row of an export. */
export interface ExportRow {
  cells: readonly Cell[];
  /** As a spreadsheet or an editor counts them: the first row or line of the file is 1. */
  number: number;
  /** Set where the row could not be taken apart, with the number of lines that it holds. */
  brokenLines?: number;
  /** Set where its counts stand in other columns than the first, and nothing says how these count. */
  countsOtherwise?: true;
}

/** An export as rows under named columns, whatever its format was. */
export interface ExportTable {
  header: readonly string[];
  /** Shows each row after the header to `visit`, in order. */
  each(visit: (row: ExportRow) => void): void;
  /** Titles and notes that stand above the header. */
  above: readonly string[];
  /** Lines in which a quote was opened and not closed; they are read without their quotes. */
  unclosedQuotes: number;
  /** Records that hold no tokens at all. */
  withoutTokens: number;
  /** Lines among those of JSON that are none, whatever they held. */
  notJson: number;
  /** Columns of one object that holds input and output: they go together, before others of their kinds. */
  countsWithin: readonly string[];
  /** The column by which rows of one kind of tokens each were put together, where they were. */
  kindsFrom?: string | undefined;
  /** Columns that hold counts in objects which are not opened. */
  unreadObjects: readonly string[];
}

/** A text that lacks what a calculation needs; its message says what, and what to do. */
export class UnreadableActivity extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableActivity';
  }
}
