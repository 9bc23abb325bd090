import { scenarioFromSearch } from '../scenario/scenario-state.ts';
import { scenarioWords } from '../scenario/scenario-words.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { type ExportedRow, exportText } from './export-text.ts';
import type { TableRow } from './read-rows.ts';

/** What the reader does with the rows: onto the clipboard or into a file. */
export type ExportWay = 'copy' | 'download';

/**
 * Copies or downloads the rows on screen, in their order, in the format chosen in the menu. Returns
 * what to say. Throws where the browser refuses the clipboard.
 */
export async function exportRows(
  root: HTMLElement,
  rows: readonly TableRow[],
  way: ExportWay,
): Promise<string> {
  const chosen = root.querySelector<HTMLSelectElement>('[data-export-format]')?.value;
  const format = EXPORT_FORMATS.find(({ id }) => id === chosen) ?? EXPORT_FORMATS[0];
  const { release = '', date = '', licence = '' } = root.dataset;
  const scenario = scenarioWords(scenarioFromSearch(location.search), { zones: [] });
  const text = exportText(format.id, rows.map(exportedRow), {
    release,
    date,
    licence,
    link: location.href,
    figures: scenario === '' ? 'as served' : `scenario: ${scenario}`,
  });
  const what = `${rows.length} ${rows.length === 1 ? 'model' : 'models'} as ${format.name}`;
  if (way === 'copy') {
    await navigator.clipboard.writeText(text);
    return `Copied ${what}.`;
  }
  const address = URL.createObjectURL(new Blob([text], { type: format.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `llm-carbon-index-${release}.${format.id}`;
  link.click();
  URL.revokeObjectURL(address);
  return `Downloaded ${what}.`;
}

function exportedRow(row: TableRow): ExportedRow {
  const { id, name, evidence, price, element } = row;
  const rank = element.querySelector('.rank')?.textContent?.trim();
  return {
    id,
    name,
    evidence,
    rank_p5_to_p95: rank,
    output_gCO2e_per_1k_tokens_low_p5: publishedDigits(row.low),
    output_gCO2e_per_1k_tokens_central_p50: publishedDigits(row.median),
    output_gCO2e_per_1k_tokens_high_p95: publishedDigits(row.high),
    list_price_output_usd_per_million_tokens: price,
  };
}

/** A scenario is computed to more digits than the index publishes. */
function publishedDigits(grams: number): number {
  return Number(grams.toPrecision(4));
}
