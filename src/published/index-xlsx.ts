import type { ReleasedModel } from '../release/release.ts';
import { addressOn } from '../site.ts';
import type { PublishedFile, Publishing } from './api-file.ts';
import { COLUMNS, type Column, rowsOf } from './index-csv.ts';
import { ABOUT } from './index-json.ts';
import { type Sheet, workbook, XLSX } from './workbook.ts';

/** A column of whole numbers. */
function whole(name: string, means: string, value: (model: ReleasedModel) => number): Column {
  return { name, datatype: 'integer', means, value };
}

/** What index.csv has, and where each model stands. */
const SHEET_COLUMNS: readonly Column[] = [
  ...COLUMNS,
  whole('emission_class', 'class by gCO2e per output token, 1 emits least', (model) => {
    return model.emissionClass.place;
  }),
  whole('emission_classes', 'how many classes there are', ({ emissionClass }) => emissionClass.of),
  ...(['low', 'high'] as const).map((end) =>
    whole(
      `rank_${end}`,
      `${end === 'low' ? 'lowest' : 'highest'} rank by gCO2e per output token in nine of ten draws, 1 emits least`,
      ({ ranks }) => ranks.outputGramsCO2e[end],
    ),
  ),
];

/** What the sheets say of themselves. */
function aboutRows({ release, site }: Publishing): Sheet['rows'] {
  const { title, unit, range, boundary, licence, attribution, notAssured } = ABOUT;
  return Object.entries({
    title,
    release: release.release,
    'day of the model list': release.date,
    'version of the method': release.methodVersion,
    address: addressOn(site, `/releases/${release.release}/`),
    unit,
    range,
    boundary,
    licence,
    attribution,
    assurance: notAssured,
  }).map(([field, says]) => ({ field, says }));
}

export const INDEX_XLSX: PublishedFile = {
  path: '/api/v1/index.xlsx',
  example: '/api/v1/index.xlsx',
  holds: 'index.csv for spreadsheets of any language, with ranks and the meaning of each column',
  mediaType: XLSX,
  licence: ABOUT.licence,
  write: async (publishing) =>
    await workbook(ABOUT.title, publishing.release.date, [
      {
        name: 'Index',
        columns: SHEET_COLUMNS.map(({ name }) => name),
        rows: rowsOf(publishing.release, SHEET_COLUMNS),
      },
      {
        name: 'Columns',
        columns: ['column', 'means'],
        rows: SHEET_COLUMNS.map(({ name, means }) => ({ column: name, means })),
      },
      { name: 'About', columns: ['field', 'says'], rows: aboutRows(publishing) },
    ]),
};
