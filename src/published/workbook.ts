import { writeXlsx } from 'hucre/xlsx';
import type { CsvCell } from '../text/spreadsheet-csv.ts';

/** The media type of .xlsx. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One sheet: columns by their names, which carry the units, and a row for each record. */
export interface Sheet {
  name: string;
  columns: readonly string[];
  rows: readonly Readonly<Record<string, CsvCell>>[];
}

/** Of cells that hold words, in letters. */
const MOST_LETTERS = 60;

/**
 * Sheets as a workbook in which numbers are numbers in a spreadsheet of any language, and texts stay
 * texts, whatever they look like. `day` (ISO 8601) is the one on which it says that it was written, so
 * that the same sheets give the same bytes.
 */
export async function workbook(
  title: string,
  day: string,
  sheets: readonly Sheet[],
): Promise<Uint8Array<ArrayBuffer>> {
  const written = new Date(`${day}T00:00:00Z`);
  const bytes = await writeXlsx({
    properties: { title, created: written, modified: written },
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      freezePane: { rows: 1, columns: 1 },
      columns: columns.map((column) => ({
        header: column,
        key: column,
        width: widthOf(column, rows),
      })),
      data: rows.map((row) =>
        Object.fromEntries(columns.map((column) => [column, cellOf(row[column])])),
      ),
    })),
  });
  return Uint8Array.from(bytes);
}

/** An empty text is an empty cell. */
function cellOf(cell: CsvCell) {
  return cell === undefined || cell === '' ? null : cell;
}

function widthOf(column: string, rows: Sheet['rows']): number {
  const letters = [column, ...rows.map((row) => String(row[column] ?? ''))].map(
    ({ length }) => length,
  );
  return Math.min(MOST_LETTERS, Math.max(...letters)) + 2;
}
