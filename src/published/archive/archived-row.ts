import Papa from 'papaparse';
import type { GoneModel } from './history.ts';

/** A model's last row of index.csv with the head of that table, as it was published. */
export function archivedCsvRow({ model, last }: GoneModel): string {
  const { data } = Papa.parse<Record<string, string>>(last.texts['index.csv'], { header: true });
  const rows = data.filter(({ id }) => id === model.id);
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}
