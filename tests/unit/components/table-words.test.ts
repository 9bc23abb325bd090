import { describe, expect, test } from 'vitest';
import { exportText } from '../../../src/components/index-table/export-text.ts';
import { ADDED_COLUMNS } from '../../../src/components/index-table/further-columns.ts';
import { NO_FIGURES, publishedIn } from '../../../src/components/index-table/row-figures.ts';
import { tableTitle } from '../../../src/components/index-table/table-title.ts';
import { type ColumnValues, columnValuesJson } from '../../../src/published/index-columns.ts';
import { AS_PUBLISHED } from '../../../src/query/asked.ts';
import { AS_SERVED_STATE } from '../../../src/query/asked-scenario.ts';
import { DEFAULT_STATE } from '../../../src/query/table-state.ts';
import { currentRelease } from '../../../src/release/current.ts';

const published = AS_PUBLISHED;
const names = { providerName: '', sortName: 'median' };

describe('the title of a link to the table', () => {
  test('is the page’s own where nothing is asked', () => {
    expect(tableTitle(DEFAULT_STATE, published, names)).toBe('');
  });

  test('says no unit of multiples', () => {
    const asked = { ...published, unit: 'mg' } as const;
    expect(tableTitle(DEFAULT_STATE, asked, names)).toBe('Models, in milligrams');
    expect(tableTitle({ ...DEFAULT_STATE, against: 'typical' }, asked, names)).toBe(
      'Models, times the typical model',
    );
  });

  test('says what its reader will see', () => {
    const state = {
      ...DEFAULT_STATE,
      features: ['tools'] as const,
      leastContextTokens: 128_000,
      mostUsdPerMillionTokens: 1,
    };
    const asked = {
      per: 'chat',
      scenario: { ...AS_SERVED_STATE, grid: 'FR' },
      unit: 'mg',
    } as const;
    expect(tableTitle(state, asked, { ...names, providerName: 'Mistral' })).toBe(
      'Mistral models with tools, 128k context, at most 1 USD per million tokens, in milligrams, per chat request, grid FR',
    );
    expect(
      tableTitle({ ...DEFAULT_STATE, sort: 'price', descending: true }, published, {
        ...names,
        sortName: 'price',
      }),
    ).toBe('Models, by price, highest first');
  });
});

describe('a row in another unit of mass', () => {
  test('has other figures and the same bar', () => {
    const drawn = {
      median: '0.0036',
      spread: '0.00089–0.015',
      class: '1',
      bar: '',
      keys: { low: 0.00089, median: 0.0036, high: 0.015, class: 1 },
    };
    expect(publishedIn('g', drawn)).toBe(drawn);
    expect(publishedIn('mg', drawn)).toMatchObject({
      median: '3.6',
      spread: '0.89–15',
      class: '1',
      bar: '',
    });
    expect(publishedIn('mg', drawn).keys.median).toBeCloseTo(3.6);
    expect(publishedIn('mg', NO_FIGURES)).toEqual(NO_FIGURES);
  });
});

describe('rows taken along', () => {
  const origin = {
    release: 'r1',
    date: '2026-08-22',
    licence: 'CC-BY-4.0',
    link: 'https://index.example/?q=a',
    figures: 'per 1000 output tokens, as served',
  };
  const rows = [{ id: 'a/b', name: '=SUM(1|2)', median: 0.5, price: undefined }];

  test('as CSV name where they come from in every row, and run nothing in a spreadsheet', () => {
    const [head, row] = exportText('csv', rows, origin).split('\r\n');
    expect(head).toBe('id,name,median,price,release,date,licence,link,figures');
    expect(row).toContain(`a/b,"'=SUM(1|2)",0.5,,r1,2026-08-22`);
    const named = exportText('csv', [{ id: 'a/b', name: 'Déjà' }], origin);
    expect(named.startsWith('\uFEFFid,name,'), 'a byte order mark where it takes one').toBe(true);
  });

  test('as JSON name where they come from once', () => {
    expect(JSON.parse(exportText('json', rows, origin))).toEqual({
      ...origin,
      models: [{ id: 'a/b', name: '=SUM(1|2)', median: 0.5 }],
    });
  });

  test('as Markdown stay one table, whatever a name holds, and say that they are estimates', () => {
    const text = exportText('md', rows, origin);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '| id | name | median | price |',
      '| --- | --- | --- | --- |',
      '| a/b | =SUM(1\\|2) | 0.5 |  |',
    ]);
    expect(text).toContain('release r1 (2026-08-22), per 1000 output tokens, as served');
    expect(text).toContain('not measurements');
  });
});

describe('a column of input tokens', () => {
  const input = { low: 1, central: 2, high: 4 };
  const { models } = columnValuesJson(currentRelease().release);
  const values = { ...Object.values(models)[0], input } as ColumnValues;
  const { cell } = ADDED_COLUMNS.input;

  test('holds the published figure, also of a model that cannot answer what is asked as served', () => {
    expect(cell(values, undefined)).toMatchObject({ text: '2.0', range: '1.0–4.0', key: 2 });
    expect(cell(values, { asServed: true, asked: undefined }).key).toBe(2);
  });

  test('holds no published figure in a scenario', () => {
    expect(cell(values, { asServed: false, asked: undefined })).toEqual({ text: '–' });
  });
});

describe('a column that follows what is asked', () => {
  const range = (central: number) => ({
    low: central / 2,
    central,
    high: 2 * central,
    mean: central,
  });
  const [model] = currentRelease().release.models;
  const values = Object.values(
    columnValuesJson(currentRelease().release).models,
  )[0] as ColumnValues;
  const of = (
    kind: 'perThousandInputTokens' | 'perThousandCachedInputTokens',
    central: number,
  ) => ({
    ...model![kind],
    gramsCO2e: { ...model![kind].gramsCO2e, ...range(central) },
  });
  const asked = {
    asked: { ...model!.perThousandOutputTokens, wattHours: range(3), millilitresWater: range(5) },
    everyKind: {
      ...model!,
      perThousandInputTokens: of('perThousandInputTokens', 7),
      perThousandCachedInputTokens: of('perThousandCachedInputTokens', 11),
    },
  };

  test.each([
    ['wh', 3],
    ['water', 5],
    ['input', 7],
    ['cached', 11],
  ] as const)('%s has its own quantity of what was computed', (column, central) => {
    expect(ADDED_COLUMNS[column].cell(values, { asServed: false, asked }).key).toBe(central);
  });
});
