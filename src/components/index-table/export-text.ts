import { markdownTable } from '../../text/markdown-table.ts';
import { spreadsheetCsv } from '../../text/spreadsheet-csv.ts';

/** What the rows on screen can be taken along as. */
export const EXPORT_FORMATS = [
  { id: 'csv', name: 'CSV', mediaType: 'text/csv' },
  { id: 'json', name: 'JSON', mediaType: 'application/json' },
  { id: 'md', name: 'Markdown', mediaType: 'text/markdown' },
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Where exported rows come from, and on what terms they may be used. */
export interface ExportOrigin {
  release: string;
  date: string;
  licence: string;
  /** The address that shows these rows. */
  link: string;
  /** What the figures stand for: as published, or the reader's scenario in words. */
  figures: string;
}

/** A row by its columns; every header names its unit. */
export type ExportedRow = Readonly<Record<string, string | number | undefined>>;

/**
 * The rows as text of the format, with their origin: in CSV in columns of its own, since comment
 * lines trip most readers; in JSON beside the rows; in Markdown below the table.
 */
export function exportText(
  format: ExportFormat['id'],
  rows: readonly ExportedRow[],
  origin: ExportOrigin,
): string {
  switch (format) {
    case 'csv':
      return spreadsheetCsv(rows.map((row) => ({ ...row, ...origin })));
    case 'json':
      return `${JSON.stringify({ ...origin, models: rows }, undefined, 2)}\n`;
    case 'md':
      return markdown(rows, origin);
  }
}

function markdown(rows: readonly ExportedRow[], origin: ExportOrigin): string {
  const headers = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => headers.map((header) => String(row[header] ?? '')));
  return [
    markdownTable([headers, ...cells]),
    '',
    `LLM Carbon Index, release ${origin.release} (${origin.date}), ${origin.figures}. Estimates with the range of nine in ten computed cases, not measurements. Licence: ${origin.licence}. <${origin.link}>`,
    '',
  ].join('\n');
}
