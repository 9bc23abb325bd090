import Papa from 'papaparse';

/** A cell of a table; empty where there is nothing to say. */
export type CsvCell = string | number | boolean | undefined;

/** What spreadsheets run, behind what they or people do not see too, in the wide letters of East Asia too. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows, each by its columns, as CSV that may be opened by a double click: text that a spreadsheet would
 * run as a formula is given a leading apostrophe, lines end as RFC 4180 asks, and a table that is not
 * plain ASCII begins with a byte order mark, without which spreadsheets take it for another encoding.
 */
export function spreadsheetCsv(
  rows: readonly Readonly<Record<string, CsvCell>>[],
  columns = Object.keys(rows[0] ?? {}),
): string {
  if (columns.length === 0) return '';
  const csv = `${Papa.unparse([...rows], { columns: [...columns], escapeFormulae: FORMULA })}\r\n`;
  return isAscii(csv) ? csv : `${BYTE_ORDER_MARK}${csv}`;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0x7f) return false;
  }
  return true;
}
