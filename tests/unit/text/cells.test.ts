import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { markdownTable } from '../../../src/text/markdown-table.ts';
import { spreadsheetCsv } from '../../../src/text/spreadsheet-csv.ts';

describe('a name in a cell', () => {
  test.each(['=1', '+1', '@x', '=1\nx', '\n=1', ' =1', '\u200b=1', '\uFF1D1'])(
    '%j is run by no spreadsheet',
    (name) => {
      const [row] = Papa.parse<{ name: string }>(spreadsheetCsv([{ name }]), { header: true }).data;
      expect(row?.name).toBe(`'${name}`);
    },
  );

  test('is left as it is where nothing in it is run, and a figure below 0 is one', () => {
    expect(spreadsheetCsv([{ name: 'GPT-5 = best', figure: -5 }])).toBe(
      'name,figure\r\nGPT-5 = best,-5\r\n',
    );
  });

  test('a table without columns is empty', () => {
    expect(spreadsheetCsv([])).toBe('');
  });

  test.each([
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['<img src=x>', '\\<img src=x>'],
    ['\\<b>', '\\\\\\<b>'],
    ['[a](javascript:b)', '\\[a](javascript:b)'],
    ['`a` *b*', '\\`a\\` \\*b\\*'],
    ['a\r\nb', 'a b'],
    ['a\u2028b', 'a b'],
  ])('%j stays in its column of Markdown', (name, cell) => {
    expect(markdownTable([['Model'], [name]])).toBe(`| Model |\n| --- |\n| ${cell} |`);
  });
});
