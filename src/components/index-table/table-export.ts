import { type Asked, askedOf } from '../../query/asked.ts';
import { functionalUnitOf, servedWords } from '../../query/asked-words.ts';
import { isThousand, WORDS_WRITTEN } from '../../query/per.ts';
import { download } from '../../ui/download.ts';
import { EXPORT_FORMATS, type ExportedRow, exportText } from './export-text.ts';
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
  const asked = await askedOf(location.search);
  const text = exportText(
    format.id,
    rows.map((row) => exportedRow(row, asked)),
    {
      release,
      date,
      licence,
      link: location.href,
      figures: `per ${functionalUnitOf(asked)}, ${servedWords(asked)}`,
    },
  );
  const what = `${rows.length} ${rows.length === 1 ? 'model' : 'models'} as ${format.name}`;
  if (way === 'copy') {
    await navigator.clipboard.writeText(text);
    return `Copied ${what}.`;
  }
  download(
    `llm-carbon-index-${release}.${format.id}`,
    new Blob([text], { type: format.mediaType }),
  );
  return `Downloaded ${what}.`;
}

/** A row as shown: estimates always with their range, the figure named by what it is per. */
function exportedRow(row: TableRow, { per }: Asked): ExportedRow {
  const { id, name, evidence, price, element } = row;
  const figure = figureName(per);
  return {
    id,
    name,
    evidence,
    emission_class: element.querySelector('.place')?.textContent?.trim(),
    [`${figure}_low_p5`]: publishedDigits(row.low),
    [`${figure}_central_p50`]: publishedDigits(row.median),
    [`${figure}_high_p95`]: publishedDigits(row.high),
    list_price_output_usd_per_million_tokens: price,
    ...Object.fromEntries(
      [...element.querySelectorAll<HTMLElement>('[data-column]')].flatMap(furtherColumns),
    ),
  };
}

function figureName(per: Asked['per']): string {
  if (isThousand(per)) return `${per.replace('-', '_')}_gCO2e_per_1k_tokens`;
  return per === WORDS_WRITTEN ? 'gCO2e_per_1k_english_words' : 'gCO2e_per_request';
}

function furtherColumns(cell: HTMLElement): [string, string][] {
  const head = cell.dataset.head ?? '';
  const range = cell.querySelector('small')?.textContent;
  const text = cell.firstChild?.textContent ?? '';
  return range === undefined
    ? [[head, text]]
    : [
        [`${head}, median`, text],
        [`${head}, nine in ten`, range],
      ];
}

/** What is computed here has more digits than the index publishes. */
function publishedDigits(grams: number | undefined): number | undefined {
  return grams === undefined ? undefined : Number(grams.toPrecision(4));
}
