import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { isRangeText, mainOf, textOf } from './page-text.ts';
import { releases as archived, index } from './published.ts';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

/** What pages say of figures that were published before, held against the published history. */

const { data } = Papa.parse<Record<string, string>>(builtFile('releases/history.csv'), {
  header: true,
  skipEmptyLines: true,
});
const releases = [...new Set(data.map(({ release }) => release))];

function rangeIn(row: Record<string, string> | undefined) {
  const part = (name: string) => Number(row?.[`gco2e_per_1000_output_tokens_${name}`]);
  return { low: part('low'), central: part('central'), high: part('high') };
}

test('a model’s page has each of its past figures, with the day on which that was archived', () => {
  const archivedOn = new Map(archived.map(({ release, published }) => [release, published]));
  for (const { id } of index.models.filter((_, place) => place % 20 === 0)) {
    const past = data.filter((row) => row.id === id);
    const rows = mainOf(`/models/${id}/`)
      .querySelectorAll('.range-chart')
      .filter((table) => textOf(table.querySelector('th.label')) === 'Release')
      .flatMap((table) => table.querySelectorAll('tbody tr'));
    expect([id, rows.length]).toEqual([id, past.length > 1 ? past.length : 0]);
    const wrong = rows.toReversed().filter((row, place) => {
      const { release = '', method_version = '' } = past[place] ?? {};
      const range = rangeIn(past[place]);
      const day = archivedOn.get(release);
      const when = day === undefined ? 'not archived yet' : `archived on ${day}`;
      return !(
        textOf(row.querySelector('a')) === release &&
        textOf(row.querySelector('.gloss')) === `${when}, method ${method_version}` &&
        shows(textOf(row.querySelector('.median')), range.central) &&
        isRangeText(textOf(row.querySelector('.spread')), range)
      );
    });
    expect(wrong.map(textOf)).toEqual([]);
  }
});

test('what moved is said from the figure before to the figure now', () => {
  const figureOf = (release: string | undefined, id: string) =>
    rangeIn(data.find((row) => row.release === release && row.id === id));
  // A model that came or went has no figure on one side.
  const rows = mainOf('/changes/')
    .querySelectorAll('tr[data-moved]')
    .filter((row) => textOf(row.querySelector('.factor')).startsWith('×'));
  const wrong = rows.filter((row) => {
    const id = /^\/models\/(.*)\/$/.exec(row.querySelector('a')?.getAttribute('href') ?? '')?.[1];
    const [before, now, ratio] = row
      .querySelectorAll('td')
      .map((cell) => textOf(cell).replace(/^(before|now) /, ''));
    const [then, today] = [releases.at(-2), releases.at(-1)].map((one) => figureOf(one, id ?? ''));
    const says = (text: string | undefined, range: typeof then) => {
      const [, median = '', spread] = /^(\S+) \((\S+)\)$/.exec(text ?? '') ?? [];
      return range !== undefined && shows(median, range.central) && isRangeText(spread, range);
    };
    // As the published factor is: of four digits, before its hundredths are shown.
    const moved = Number(((today?.central ?? 0) / (then?.central ?? 1)).toPrecision(4));
    const said = Number(/^× (\S+)/.exec(ratio ?? '')?.[1]);
    return !(says(before, then) && says(now, today) && Math.abs(said - moved) <= 0.00501);
  });
  expect(wrong.map(textOf)).toEqual([]);
});
