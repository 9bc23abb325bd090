import { type Against, HELD_AGAINST } from '../../query/against.ts';
import { type Asked, askedOf } from '../../query/asked.ts';
import { functionalUnitOf, servedWords } from '../../query/asked-words.ts';
import { modelInUse } from '../../query/choice.ts';
import { isOfOneKind, WORDS_WRITTEN } from '../../query/per.ts';
import { download } from '../../ui/download.ts';
import { LinkReader } from '../../ui/link/link-reader.ts';
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
  const { search } = location;
  const shown = {
    asked: await askedOf(search),
    against: new LinkReader(search).read(HELD_AGAINST),
    inUse: (await modelInUse(search))?.id,
  };
  const text = exportText(
    format.id,
    rows.map((row) => exportedRow(row, shown)),
    {
      release,
      date,
      licence,
      link: location.href,
      figures: figuresWords(shown),
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

/** What the figures of the table are. */
interface ShownFigures {
  asked: Asked;
  against: Against | '';
  /** The id of the model in use, where one is named. */
  inUse: string | undefined;
}

/** A row as shown: estimates always with their range, the figure named by what it is per. */
function exportedRow(row: TableRow, shown: ShownFigures): ExportedRow {
  const { id, name, evidence, price, element } = row;
  const figure = figureName(shown);
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

function figuresWords({ asked, against, inUse }: ShownFigures): string {
  const multiples = {
    '': '',
    typical: 'as multiples of the typical model, ',
    now: `as multiples of ${inUse}, `,
  };
  return `${multiples[against]}per ${functionalUnitOf(asked)}, ${servedWords(asked)}`;
}

function figureName({ asked: { per, unit }, against }: ShownFigures): string {
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
