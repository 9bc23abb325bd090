import { searchWithAsked } from '../../query/asked.ts';
import { functionalUnitOf, servedWords } from '../../query/asked-words.ts';
import { isOfOneKind, WORDS_WRITTEN } from '../../query/per.ts';
import { download } from '../../ui/download.ts';
import { searchWith } from '../../ui/link/address.ts';
import { EXPORT_FORMATS, type ExportedRow, exportText } from './export-text.ts';
import type { TableRow } from './read-rows.ts';
import { DRAWN_FIGURES, type StandingFigures } from './standing-figures.ts';

/** What the reader does with the rows: onto the clipboard or into a file. */
export type ExportWay = 'copy' | 'download';

/**
 * Copies or downloads the rows on screen, in their order, in the format chosen in the menu, with their
 * figures called what they are. Returns what to say. Throws while figures are computed, and where the
 * browser refuses the clipboard.
 */
export async function exportRows(
  root: HTMLElement,
  rows: readonly TableRow[],
  way: ExportWay,
  standing: StandingFigures = DRAWN_FIGURES,
): Promise<string> {
  if (root.querySelector('[role=table][aria-busy]') !== null) {
    throw new Error('The figures are being computed');
  }
  const chosen = root.querySelector<HTMLSelectElement>('[data-export-format]')?.value;
  const format = EXPORT_FORMATS.find(({ id }) => id === chosen) ?? EXPORT_FORMATS[0];
  const { release = '', date = '', licence = '' } = root.dataset;
  const text = exportText(
    format.id,
    rows.map((row) => exportedRow(row, standing)),
    {
      release,
      date,
      licence,
      link: linkTo(standing),
      figures: figuresWords(standing),
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

/** The address that shows these figures: the page's own may ask for others that could not be computed. */
function linkTo({ asked, against }: StandingFigures): string {
  const { origin, pathname, search } = location;
  return `${origin}${pathname}${searchWith(searchWithAsked(asked, search), { against })}`;
}

/** A row as shown: estimates always with their range, the figure named by what it is per. */
function exportedRow(row: TableRow, standing: StandingFigures): ExportedRow {
  const { id, name, evidence, price, element } = row;
  const figure = figureName(standing);
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

function figuresWords({ asked, against, inUse }: StandingFigures): string {
  const multiples = {
    '': '',
    typical: 'as multiples of the typical model, ',
    now: `as multiples of ${inUse}, `,
  };
  return `${multiples[against]}per ${functionalUnitOf(asked)}, ${servedWords(asked)}`;
}

function figureName({ asked: { per, unit }, against }: StandingFigures): string {
  const carbon = `${unit}CO2e`;
  if (against !== '') return against === 'typical' ? 'times_typical_model' : 'times_model_in_use';
  if (isOfOneKind(per)) {
    const kind = per.replace('million-', '').replace('-', '_');
    return `${kind}_${carbon}_per_${per.startsWith('million-') ? '1M' : '1k'}_tokens`;
  }
  return per === WORDS_WRITTEN ? `${carbon}_per_1k_english_words` : `${carbon}_per_request`;
}

function furtherColumns(cell: HTMLElement): [string, string][] {
  const head = cell.dataset.head ?? '';
  const range = cell.querySelector('small')?.textContent;
  const text = cell.firstChild?.textContent ?? '';
  if (range === undefined) return [[head, text]];
  const [low = '', high = ''] = range.replaceAll('\u202f', '').split('–');
  return [
    [`${head}, low_p5`, low],
    [`${head}, central_p50`, text.replaceAll('\u202f', '')],
    [`${head}, high_p95`, high],
  ];
}

/** What is computed here has more digits than the index publishes. */
function publishedDigits(figure: number | undefined): number | undefined {
  return figure === undefined ? undefined : Number(figure.toPrecision(4));
}
