import { spreadsheetCsv } from '../../text/spreadsheet-csv.ts';
import type { History } from './history.ts';

/**
 * A row for each model and release, the oldest release first: gCO2e per 1000 output tokens as they
 * were published, with the list's day and the method's version, which tell why figures differ.
 */
export function historyCsv({ releases }: History): string {
  const rows = releases.flatMap(({ release, date, methodVersion, index }) =>
    index.models.map(({ id, evidence, perThousandOutputTokens: { gramsCO2e } }) => ({
      release,
      list_date: date,
      method_version: methodVersion,
      id,
      evidence,
      gco2e_per_1000_output_tokens_low: gramsCO2e.low,
      gco2e_per_1000_output_tokens_central: gramsCO2e.central,
      gco2e_per_1000_output_tokens_high: gramsCO2e.high,
    })),
  );
  return spreadsheetCsv(rows);
}
