import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import Papa from 'papaparse';
import * as z from 'zod';
import { TRAINING_METHOD } from '../../src/estimation/training/method.ts';
import { isFigure, isRangeText, mainOf, rowsOf, textOf, wrongIn } from './page-text.ts';
import { countOf, fileOf, index } from './published.ts';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

/** What the pages about training say, held against the published file. */

const Range = z.object({ low: z.number(), central: z.number(), high: z.number() });
const { runs, withoutEstimate, vision } = z
  .object({
    runs: z.array(
      z.object({
        id: z.string(),
        parameters: z.number().optional(),
        flop: z.number().optional(),
        tonnesCO2e: Range,
        tonnesCO2eAsMakersCount: Range,
      }),
    ),
    withoutEstimate: z.array(z.object({ id: z.string(), sameAs: z.string().optional() })),
    vision: z.array(z.object({ tonnesCO2e: Range })),
  })
  .parse(fileOf('training.json'));

/** Below a kilogram figures are in grams. */
const asSaid = (range: z.infer<typeof Range>, { central } = range) => {
  const perTonne = central < 0.001 ? 1e6 : 1;
  const { low, high } = range;
  return { low: low * perTonne, central: range.central * perTonne, high: high * perTonne };
};

/** A number as it is written large: "1.4 million". */
function isTonnes(text: string, value: number): boolean {
  const [digits = '', unit] = text.split(' ');
  return shows(digits, unit === 'million' ? value / 1e6 : value);
}

test('a run’s page says its published range, in both ways of counting', () => {
  const some = runs.filter((_, index) => index % 20 === 0);
  const wrong = some.flatMap(({ id, tonnesCO2e, tonnesCO2eAsMakersCount }) => {
    const main = mainOf(`/training/runs/${id}/`);
    const { low, central, high } = asSaid(tonnesCO2e);
    const unit = tonnesCO2e.central < 0.001 ? 'g' : 't';
    const rows = main.querySelectorAll('.range-chart tbody tr').map((row) => ({
      median: textOf(row.querySelector('.median')),
      spread: textOf(row.querySelector('.spread')),
    }));
    const both = [tonnesCO2e, tonnesCO2eAsMakersCount].map((range) => asSaid(range, tonnesCO2e));
    const inTable = both.filter((range, index) => {
      const { median = '', spread } = rows[index] ?? {};
      return !(shows(median, range.central) && isRangeText(spread, range));
    });
    return [
      ...wrongIn(
        textOf(main.querySelector('.lead')),
        `emitted about {} ${unit}CO2e; nine in ten of our computed cases lie between {} and {}. What it rests on`,
        [central, low, high],
      ),
      ...inTable.map((range) => `${id} has no row of ${range.central}`),
    ].map((fault) => `${id}: ${fault}`);
  });
  expect(some.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('a model without a size says which size the table of its run has', () => {
  const sized = new Map(runs.map(({ id, parameters }) => [id, parameters]));
  const wrong = index.models.filter(({ id, evidence }) => {
    if (evidence !== 'price') return false;
    const html = builtFile(`models/${id.replace(':', '=')}/index.html`);
    const [, run = ''] = /href="\/training\/runs\/([^"]+)\/"/.exec(html) ?? [];
    return sized.get(run) !== undefined && !html.includes('Size, not used:');
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('the tables of runs have each once, with its published range', () => {
  const rows = ['/training/', '/training/2/', '/training/small/'].flatMap((page) =>
    mainOf(page)
      .querySelectorAll('tbody tr')
      .map((row) => ({
        address: row.querySelector('a')?.getAttribute('href'),
        texts: row.querySelectorAll('td').map(textOf),
      })),
  );
  expect(rows.map(({ address }) => address)).toEqual(runs.map(({ id }) => `/training/runs/${id}/`));
  const wrong = runs.filter(({ tonnesCO2e }, index) => {
    const [median = '', spread] = rows[index]?.texts.slice(-2) ?? [];
    const range = asSaid(tonnesCO2e);
    return !(shows(median, range.central) && isRangeText(spread, range));
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('totals lie between what their runs make together at their lowest and at their highest', () => {
  const main = mainOf('/training/totals/');
  const lead = textOf(main.querySelector('.lead'));
  const [, about = '', low = '', high = ''] =
    /emitted about ([\d.]+ \w+) tCO2e together, between ([\d.]+) and ([\d.]+ \w+)/.exec(lead) ?? [];
  const sum = (part: keyof z.infer<typeof Range>) =>
    runs.reduce((total, { tonnesCO2e }) => total + tonnesCO2e[part], 0);
  const millions = (text: string) => Number(text.split(' ')[0]) * 1e6;
  expect([millions(low) > sum('low'), millions(high) < sum('high')]).toEqual([true, true]);
  // A sum of skewed ranges lies above the sum of their medians.
  expect(millions(about)).toBeGreaterThan(sum('central'));
  expect(isTonnes(about, millions(about))).toBe(true);
  for (const row of main.querySelectorAll('.totals tbody tr')) {
    const [from = '', to = ''] = textOf(row.querySelector('.spread')).split('–');
    const median = Number(textOf(row.querySelector('.median')));
    expect(Number(from) < median && median < Number(to), textOf(row)).toBe(true);
  }
});

test('runs without an estimate are counted alike, apart from further releases of counted ones', () => {
  const lacking = countOf(withoutEstimate, ({ sameAs }) => sameAs === undefined);
  const further = countOf(withoutEstimate, ({ sameAs }) => sameAs !== undefined);
  expect([
    ...wrongIn(
      textOf(mainOf('/training/')),
      '{} more runs have no estimate, {} entries are further releases of a run that is counted',
      [lacking, further],
    ),
    ...wrongIn(textOf(mainOf('/training/totals/')), '{} known runs have no estimate', [lacking]),
  ]).toEqual([]);
});

test('what is stated is counted of all known runs', () => {
  const lacking = Number(countOf(withoutEstimate, ({ sameAs }) => sameAs === undefined));
  const all = runs.length + lacking;
  const main = mainOf('/training/disclosure/');
  expect(textOf(main.querySelector('#shares'))).toBe(`Of the ${all} runs known here`);
  const rows = rowsOf(main.querySelector('.shares'));
  expect(rows.length).toBeGreaterThan(3);
  const wrong = rows.filter(([, number, share = '']) => {
    const percent = (100 * Number(number)) / all;
    const [, most] = /^< (\d+) %$/.exec(share) ?? [];
    return most === undefined
      ? Math.abs(Number.parseFloat(share.replace('> ', '')) - percent) > 1
      : percent > Number(most);
  });
  expect(wrong).toEqual([]);
});

test('tonnes per operation go from the low to the high end of the run’s range', () => {
  const byAddress = new Map(runs.map((run) => [`/training/runs/${run.id}/`, run]));
  const rows = mainOf('/training/totals/').querySelectorAll(
    '[aria-label="Tonnes per operation as printed"] tbody tr',
  );
  expect(rows.length).toBeGreaterThan(0);
  const wrong = rows.filter((row) => {
    const run = byAddress.get(row.querySelector('a')?.getAttribute('href') ?? '');
    const [, , , , , spread = ''] = row.querySelectorAll('th, td').map(textOf);
    const { low = Number.NaN, high = Number.NaN } = run?.tonnesCO2e ?? {};
    // Tonnes and operations have four digits each.
    const perZettaflop = (tonnes: number) => {
      const value = (tonnes * 1e21) / (run?.flop ?? Number.NaN);
      return { from: value * 0.999, to: value * 1.001 };
    };
    return wrongIn(spread, '{} to {}', [perZettaflop(low), perZettaflop(high)]).length > 0;
  });
  expect(wrong.map(textOf)).toEqual([]);
});

test('what development would add to a run is of its median, and called no range', () => {
  const { low, high } = TRAINING_METHOD.developmentOverFinalRun;
  const wrong = runs
    .slice(0, 5)
    .flatMap(({ id, tonnesCO2e: { central } }) =>
      wrongIn(
        textOf(mainOf(`/training/runs/${id}/`)),
        'would then become {} to {} t: two factors on it, and no range',
        [low * central, high * central],
      ),
    );
  expect(wrong).toEqual([]);
});

test('each division of the totals counts every run once, and no run without an estimate twice', () => {
  const lacking = Number(countOf(withoutEstimate, ({ sameAs }) => sameAs === undefined));
  const tables = mainOf('/training/totals/')
    .querySelectorAll('.totals')
    .map((table) => ({
      of: textOf(table.querySelector('th')),
      rows: table.querySelectorAll('tbody tr').map((row) => {
        const [counted, missing] = row
          .querySelectorAll('td')
          .slice(-2)
          .map((cell) => Number(/\d+$/.exec(textOf(cell))?.[0] ?? 0));
        return { counted: counted ?? 0, missing: missing ?? 0 };
      }),
    }));
  const sums = tables.map(({ of, rows }) => ({
    of,
    counted: rows.reduce((sum, { counted }) => sum + counted, 0),
    missing: rows.reduce((sum, { missing }) => sum + missing, 0),
  }));
  expect(sums.map(({ of }) => of)).toEqual(['Year', 'Kind', 'Weights', 'Country', 'Maker']);
  for (const { of, counted, missing } of sums) {
    if (of !== 'Maker') expect([of, counted]).toEqual([of, runs.length]);
    expect(counted, of).toBeLessThanOrEqual(runs.length);
    expect(missing, of).toBeLessThanOrEqual(lacking);
  }
  expect(Math.max(...sums.map(({ missing }) => missing))).toBeGreaterThan(0.9 * lacking);
});

test('what post-training took is said as its share of a run’s operations', () => {
  const { data } = Papa.parse<Record<string, string>>(
    readFileSync('data/training/runs.csv', 'utf8'),
    { header: true, comments: '#', skipEmptyLines: true },
  );
  const rows = new Map(data.map((row) => [row.id, row]));
  const stated = runs.flatMap(({ id }) => {
    const { post_training_flop: post = '', flop = '' } = rows.get(id) ?? {};
    return post === '' || flop === '' ? [] : [{ id, share: Number(post) / Number(flop) }];
  });
  expect(stated.length).toBeGreaterThan(0);
  const wrong = stated.flatMap(({ id, share }) =>
    wrongIn(textOf(mainOf(`/training/runs/${id}/`)), ' FLOP, {} % of all its operations.', [
      100 * share,
    ]),
  );
  expect(wrong).toEqual([]);
});

test('a model’s page says the published tonnes of its training and of what that starts from', () => {
  const tonnesOf = new Map(runs.map(({ id, tonnesCO2e }) => [id, tonnesCO2e]));
  const said = index.models.flatMap(({ id }) => {
    const [about] = mainOf(`/models/${id}/`)
      .querySelectorAll('p')
      .filter((paragraph) => textOf(paragraph).startsWith('Its training, apart.'))
      .filter((paragraph) => !textOf(paragraph).includes('Nothing is stated'));
    if (about === undefined) return [];
    const [own, ...bases] = about
      .querySelectorAll('a')
      .flatMap(
        (link) => /^\/training\/runs\/(.+)\/$/.exec(link.getAttribute('href') ?? '')?.[1] ?? [],
      );
    const text = textOf(about);
    return [
      ...[[own, / about (\S+ ?\S*) \(([^)]+)\) tCO2e, once/.exec(text)] as const],
      ...[...text.matchAll(/whose own training, ([\d. ]+) \(([^)]+)\) t, is not in it/g)].map(
        (found, at) => [bases[at], found] as const,
      ),
    ].map(([run, found]) => ({ id, run, median: found?.[1] ?? '', spread: found?.[2] }));
  });
  expect(said.length).toBeGreaterThan(20);
  expect(said.some(({ id, run }) => run !== said.find((one) => one.id === id)?.run)).toBe(true);
  const wrong = said.filter(({ run, median, spread }) => {
    const range = tonnesOf.get(run ?? '');
    return !(range && shows(median, range.central) && isRangeText(spread, range));
  });
  expect(wrong).toEqual([]);
});

test('the method counts the runs whose operations are turned back into hours as their pages do', () => {
  const turned = runs.filter(({ id }) =>
    builtFile(`training/runs/${id}/index.html`).includes('they are turned back into hours'),
  );
  expect(
    wrongIn(textOf(mainOf('/methodology/training/')), 'For {} runs Epoch AI has computed', [
      turned.length,
    ]),
  ).toEqual([]);
});

test('each vision model stands with its published range', () => {
  const rows = mainOf('/training/vision/').querySelectorAll('table.vision tbody tr');
  expect(rows.length).toBe(vision.length);
  const wrong = rows.filter((row, at) => {
    const [median, spread] = row.querySelectorAll('td:not(.chart)').map(textOf);
    const { low = 0, central = 0, high = 0 } = vision[at]?.tonnesCO2e ?? {};
    return !isFigure(`${median} ${spread}`, { low, central, high });
  });
  expect(wrong.map(textOf)).toEqual([]);
});

test('vision models go from their least to their greatest median', () => {
  const medians = vision.map(({ tonnesCO2e }) => tonnesCO2e.central);
  expect(
    wrongIn(textOf(mainOf('/training/vision/')), 'their medians go from {} grams to {} tonnes', [
      Math.min(...medians) * 1e6,
      Math.max(...medians),
    ]),
  ).toEqual([]);
});
