import Papa from 'papaparse';
import { Refused } from './refused.ts';

/** One row by column name; an empty cell is absent. */
export type Row = ReadonlyMap<string, string>;

/** The rows of a CSV text with a header. Throws Refused where a column is missing or quotes are not closed. */
export function readRows(address: string, text: string, columns: readonly string[]): Row[] {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [problem] = errors.filter(({ type }) => type === 'Quotes');
  if (problem !== undefined) {
    throw new Refused(address, `line ${(problem.row ?? 0) + 1}: ${problem.message}`);
  }
  const [header = [], ...rows] = data;
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new Refused(
      address,
      `no column ${missing.join(', ')}; found ${header.join(', ') || 'nothing'}`,
    );
  }
  return rows.map(
    (cells) =>
      new Map(
        header.flatMap((column, index) => {
          const cell = cells[index]?.trim() ?? '';
          return cell === '' ? [] : [[column, cell] as const];
        }),
      ),
  );
}

/** A cell as a number where it is one; other text stays text, for the record's schema to name. */
export function numberCell(row: Row, column: string): number | string | undefined {
  const cell = row.get(column);
  const number = Number(cell);
  return cell === undefined || Number.isNaN(number) ? cell : number;
}
