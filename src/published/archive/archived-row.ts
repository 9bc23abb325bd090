import Papa from 'papaparse';
import { type CsvCell, spreadsheetCsv } from '../../text/spreadsheet-csv.ts';
import { COLUMNS } from '../index-csv.ts';
import type { GoneModel } from './history.ts';

const TEXTS: ReadonlySet<string> = new Set(
  COLUMNS.flatMap(({ name, datatype }) => (datatype === 'string' ? name : [])),
);

/** A model's last row of index.csv by the columns of that table, numbers as numbers. */
export function archivedRow({ model, last }: GoneModel): Record<string, CsvCell>[] {
  const { data } = Papa.parse<Record<string, CsvCell>>(last.texts['index.csv'], {
    header: true,
    // Columns that only older tables have are what they look like.
    dynamicTyping: (column) => !TEXTS.has(String(column)),
  });
  return data.filter(({ id }) => id === model.id);
}

/** The same with the head of that table, as it was published. */
export function archivedCsvRow({ model, last }: GoneModel): string {
  const { data } = Papa.parse<Record<string, string>>(last.texts['index.csv'], { header: true });
  return spreadsheetCsv(data.filter(({ id }) => id === model.id));
}
