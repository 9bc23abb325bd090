import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import Papa from 'papaparse';
import * as z from 'zod';
import { readInCopy } from '../../src/catalog/source.ts';
import { readArchivedIndex } from '../../src/published/archive/archived-index.ts';
import { figureText } from '../../src/published/archive/change-words.ts';
import { SourcesFile } from '../../src/published/sources-json.ts';
import { UsageReportFile } from '../../src/published/usage-report-json.ts';
import { ValidationFile } from '../../src/published/validation-json.ts';
import { quantityText } from '../../src/text/numbers.ts';
import {
  descriptionOf,
  isFigure,
  mainOf,
  rowsOf,
  sectionOf,
  textOf,
  wideRowsOf,
  wrongIn,
} from './page-text.ts';
import { countOf, fileOf, gramsOf, index, releases } from './published.ts';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

/** What the pages on traffic, method and releases say, held against the published files. */

const { date, methodVersion, models, notEstimated, release } = index;

/** The file of the method, whose schema leaves open what each part holds. */
const MethodFile = z.object({
  method: z.object({
    serving: z.object({ cachedInputShare: z.object({ median: z.number(), sdLn: z.number() }) }),
    price: z.object({ closed: z.object({ sdLn: z.number(), sdLnWithCapacity: z.number() }) }),
  }),
});

test('a week’s traffic is said with the report’s figures', () => {
  const report = UsageReportFile.parse(fileOf('usage-report.json'));
  const { asOf, visible, estimated, totals } = report;
  const all = ({ promptTokens, completionTokens }: typeof visible) =>
    promptTokens + completionTokens;
  const [nothing, service, agents] = totals;
  const tonnes = (total: typeof service) => ({
    low: total!.gramsCO2e.low / 1e6,
    central: total!.gramsCO2e.central / 1e6,
    high: total!.gramsCO2e.high / 1e6,
  });
  const [none, usual, most] = [tonnes(nothing), tonnes(service), tonnes(agents)];
  const cached = 100 * service!.promptCachedShare;
  const agentsCached = 100 * agents!.promptCachedShare;
  const covered = (100 * all(estimated)) / all(visible);
  const open = report.weights.find(({ name }) => name === 'open');
  const main = mainOf('/openrouter/');
  const text = textOf(main);
  expect([
    ...wrongIn(
      text,
      'in the seven days to {} emitted about {} t CO2e; nine in ten of our computed cases lie between {} and {} (how such ranges were tested). That counts {} % of their {} trillion tokens',
      [asOf, usual.central, usual.low, usual.high, covered, all(visible) / 1e12],
    ),
    ...wrongIn(
      text,
      'and {} % of all tokens are prompts. So the total stands here three times: about {} t CO2e ({}–{}) if none of them were, {} ({}–{}) if {} % were, and {} ({}–{}) if {} % were.',
      [
        (100 * visible.promptTokens) / all(visible),
        none.central,
        none.low,
        none.high,
        usual.central,
        usual.low,
        usual.high,
        cached,
        most.central,
        most.low,
        most.high,
        agentsCached,
      ],
    ),
    ...wrongIn(text, 'The mean prompt has {} tokens, the mean answer {}:', [
      `${Math.round(visible.promptTokens / visible.requests)}`,
      `${Math.round(visible.completionTokens / visible.requests)}`,
    ]),
    ...wrongIn(text, 'All below is counted at {} %.', [cached]),
    ...(open === undefined
      ? []
      : wrongIn(
          text,
          'open weights handled {} % of the tokens and caused about {} % of the emissions ({}–{} %).',
          [
            100 * open.shareOfTokens,
            100 * open.shareOfEmissions.central,
            100 * open.shareOfEmissions.low,
            100 * open.shareOfEmissions.high,
          ],
        )),
    ...wrongIn(text, '{} % of the visible tokens have an estimate.', [covered]),
    ...wrongIn(
      text,
      `seven days to ${asOf}: {} t CO2e (5-95 %: {}–{}), {} % of prompt tokens taken as cached, {} % of tokens estimated.`,
      [usual.central, usual.low, usual.high, cached, covered],
    ),
  ]).toEqual([]);

  const parts = [
    ['makers', report.makers],
    ['models', report.models],
    ['weights', report.weights],
  ] as const;
  for (const [id, expected] of parts) {
    const rows = wideRowsOf(sectionOf(main, id)?.querySelector('section.scroll-x'));
    expect(rows).toHaveLength(expected.length);
    const wrong = expected.filter((part, index) => {
      const cells = rows[index] ?? [];
      const [emissions, electricity, water] = cells.slice(-3);
      const million = (range: { low: number; central: number; high: number }, by: number) => ({
        low: range.low * by,
        central: range.central * by,
        high: range.high * by,
      });
      return !(
        shows(cells[1] ?? '', all(part.tokens) / 1e9) &&
        isFigure(emissions, million(part.shareOfEmissions, 100)) &&
        isFigure(electricity, million(part.wattHours, 1e-6)) &&
        isFigure(water, million(part.millilitresWater, 1e-6)) &&
        (part.shareOfTokens < 0.001 ||
          shows((cells.at(-4) ?? '').replace(' %', ''), 100 * part.shareOfTokens))
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  }
  const without = rowsOf(sectionOf(main, 'without'));
  expect(
    report.withoutEstimate.filter(({ tokens, canonicalSlugs }, index) => {
      const [, entries, share = ''] = without[index] ?? [];
      const percent = (100 * all(tokens)) / all(visible);
      return (
        entries !== `${canonicalSlugs.length}` ||
        !(percent > 0 && percent < 0.1
          ? share === '< 0.1 %'
          : shows(share.replace(' %', ''), percent))
      );
    }),
  ).toEqual([]);
});

test('the methodology says the release’s counts', () => {
  const validation = ValidationFile.parse(fileOf('validation.json'));
  const { sources } = SourcesFile.parse(fileOf('sources.json'));
  const read = Object.values(sources).filter((source) => source.read === 'primary');
  const text = (chapter: string) => textOf(mainOf(`/methodology/${chapter}`));
  const dearer = countOf(models, ({ electricityShareOfListPrice: { output = 0, input = 0 } }) =>
    [output, input].some((share) => share > 1),
  );
  const { serving, price } = MethodFile.parse(fileOf('method.json')).method;
  const cached = serving.cachedInputShare;
  const times = (sdLn: number) => Math.exp(1.645 * sdLn).toFixed(1);
  const apart = Papa.parse<{ gpu: string; disaggregated: string }>(
    readFileSync('data/measurements/inferencex.csv', 'utf8'),
    { header: true, comments: '#', skipEmptyLines: true },
  ).data.filter(({ disaggregated }) => disaggregated === '1');
  const trained = new Set(
    [...readFileSync('data/training/model-runs.csv', 'utf8').matchAll(/^([^#,]+),/gm)].map(
      ([, id]) => id?.toLowerCase(),
    ),
  );
  const grids = mainOf('/methodology/place/')
    .querySelectorAll('table')
    .filter((table) => textOf(table).startsWith('Grid gCO2e/kWh Of the serving'))
    .flatMap(rowsOf)
    .toSorted(([, a], [, b]) => Number(a) - Number(b));
  const [cleanest, dirtiest] = [grids[0], grids.at(-1)];
  const nameOf = (cells: string[] | undefined) => cells?.[0]?.replace(/ \S+$/, '') ?? '';
  const served = grids.reduce((sum, [, , share = '']) => sum + (Number.parseFloat(share) || 0), 0);
  expect(Math.abs(served - 100)).toBeLessThan(3);
  const isSized = ({ evidence }: (typeof models)[number]) => evidence !== 'price';
  expect([
    ...wrongIn(text('evidence/'), 'The {} measured models of this release', [
      countOf(models, ({ ownMeasurements }) => ownMeasurements !== undefined),
    ]),
    ...wrongIn(text('evidence/'), 'Of {} sizes, {} are recalled from model cards and {} read off', [
      countOf(models, isSized),
      countOf(models, ({ parameters }) => parameters?.how === 'recalled'),
      countOf(models, ({ parameters }) => parameters?.how === 'name'),
    ]),
    ...wrongIn(text('evidence/'), '(×/÷ {} where its knowledge of facts was tested) ×/÷ {}', [
      times(price.closed.sdLnWithCapacity),
      times(price.closed.sdLn),
    ]),
    ...wrongIn(text('energy/'), 'prefill on accelerators of its own. {} of {} rows (', [
      `${apart.length}`,
      `${validation.servingRows}`,
    ]),
    ...[...Map.groupBy(apart, ({ gpu }) => gpu.toUpperCase())].flatMap(([gpu, { length }]) =>
      wrongIn(text('energy/'), `{} on ${gpu}`, [`${length}`]),
    ),
    ...wrongIn(text('limits/'), '{} of {} sizes are recalled or read off names', [
      countOf(models, ({ parameters }) => /^(recalled|name)$/.test(parameters?.how ?? '')),
      countOf(models, isSized),
    ]),
    ...wrongIn(text('closed-models/'), 'so it is for {} of {} models.', [
      countOf(models, ({ evidence }) => evidence === 'price'),
      `${models.length}`,
    ]),
    ...(dearer === '0'
      ? wrongIn(text('closed-models/'), 'No model of this release comes out above 100 %.', [])
      : wrongIn(text('closed-models/'), 'share of its price. {} models of this release come out', [
          dearer,
        ])),
    ...wrongIn(text('training/'), 'Of {} models in this release, {} have a run that is known of', [
      `${models.length}`,
      countOf(models, ({ id }) => trained.has(id)),
    ]),
    ...wrongIn(text('energy/'), '{} configurations of {} open models on H100 and B200', [
      `${validation.scatter.length}`,
      `${validation.measuredModels}`,
    ]),
    ...wrongIn(
      text('energy/'),
      'to cost {} of a fresh one, between {} and {} in nine of ten draws',
      [
        cached.median,
        cached.median * Math.exp(-1.645 * cached.sdLn),
        cached.median * Math.exp(1.645 * cached.sdLn),
      ],
    ),
    ...wrongIn(text('place/'), 'on grids from {} gCO2e/kWh ({}) to {} ({}), a factor of {}. ', [
      `${cleanest?.[1]}`,
      nameOf(cleanest),
      `${dirtiest?.[1]}`,
      nameOf(dirtiest),
      Number(dirtiest?.[1]) / Number(cleanest?.[1]),
    ]),
    ...wrongIn(text('place/'), 'averaged over all {} models, each', [`${models.length}`]),
    ...wrongIn(
      text('sources/'),
      '{} documents, data sets and statements, by publisher. {} of them were read themselves, {} at the publisher and {} in a full copy',
      [
        `${Object.keys(sources).length}`,
        `${read.length}`,
        countOf(read, (source) => !readInCopy(source)),
        countOf(read, readInCopy),
      ],
    ),
  ]).toEqual([]);

  const [tiers, ways] = mainOf('/methodology/evidence/').querySelectorAll('table');
  const links = tiers?.querySelectorAll('a[href*="evidence="]') ?? [];
  expect(links.map(textOf)).toEqual(
    links.map((link) => {
      const [, tier] = /evidence=(\w+)$/.exec(link.getAttribute('href') ?? '') ?? [];
      return countOf(models, ({ evidence }) => evidence === tier);
    }),
  );
  const sizes = rowsOf(ways).reduce((sum, [, , number]) => sum + (Number(number) || 0), 0);
  expect(`${sizes}`).toBe(countOf(models, isSized));
  expect(rowsOf(tiers).map(([tier, , , number]) => [tier, number])).toEqual([
    ...(['measured', 'architecture', 'parameters', 'price'] as const).map((tier, index) => [
      `${['1', '2a', '2b', '3'][index]} ${tier}`,
      countOf(models, ({ evidence }) => evidence === tier),
    ]),
    ['none', `${notEstimated.length}`],
  ]);
});

test('entries without an estimate are counted, and every page’s foot counts them', () => {
  const address = '/not-estimated/';
  expect([
    ...wrongIn(
      textOf(mainOf(address)),
      `${notEstimated.length} of the {} entries of OpenRouter’s list of {} have`,
      [`${notEstimated.length + models.length}`, date],
    ),
    ...wrongIn(descriptionOf(address), '{} entries of', [`${notEstimated.length}`]),
  ]).toEqual([]);
  const kinds = Map.groupBy(notEstimated, ({ kind }) => kind);
  expect(
    [...kinds].filter(
      ([kind, { length }]) =>
        textOf(mainOf(address).querySelector(`#${kind} h2 span`)) !== `${length}`,
    ),
  ).toEqual([]);
  const foot = builtFile('index.html')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ');
  expect(
    wrongIn(foot, 'not counted. Release {}, method {}. {} entries of the list', [
      release,
      methodVersion,
      `${notEstimated.length}`,
    ]),
  ).toEqual([]);
});

test('releases are said with their counts, and how far each tier moved', () => {
  const wrong = releases.flatMap((one) =>
    wrongIn(
      textOf(mainOf(`/releases/${one.release}/`)),
      'OpenRouter’s list of {}, computed by method {}: {} models with an estimate, {} entries without one.',
      [one.date, one.methodVersion, `${one.estimated}`, `${one.notEstimated}`],
    ),
  );
  expect(wrong).toEqual([]);
  const indexOf = (name: string) =>
    readArchivedIndex(builtFile(`releases/${name}/index.json`), name);
  // The latest comes first.
  for (const [position, earlier] of releases.slice(1).entries()) {
    const address = `/releases/${releases[position]!.release}/`;
    const before = new Map(indexOf(earlier.release).models.map((model) => [model.id, model]));
    const after = indexOf(releases[position]!.release).models;
    const text = textOf(mainOf(address));
    const stayed = after.filter(({ id }) => before.has(id));
    const same = stayed.filter(
      (model) => figureText(gramsOf(model)) === figureText(gramsOf(before.get(model.id)!)),
    );
    const tiers = mainOf(address)
      .querySelectorAll('table')
      .filter((table) => textOf(table).startsWith('Evidence Models'))
      .flatMap(rowsOf);
    const isMoved = stayed.some(
      (model) =>
        quantityText(gramsOf(model).central) !==
        quantityText(gramsOf(before.get(model.id)!).central),
    );
    expect(tiers.length > 0).toBe(isMoved);
    const wrongTiers = tiers.filter(([tier, number, median = '']) => {
      const factors = stayed
        .filter(({ evidence }) => evidence === tier)
        .map((model) => gramsOf(model).central / gramsOf(before.get(model.id)!).central)
        .toSorted((a, b) => a - b);
      const middle = factors[Math.floor(factors.length / 2)] ?? 0;
      return (
        number !== `${factors.length}` ||
        // Of an even number the middle lies between two.
        Math.abs(Number(median.replace('× ', '')) / middle - 1) > 0.06
      );
    });
    expect(wrongTiers).toEqual([]);
    const came = after.length - stayed.length;
    const went = before.size - stayed.length;
    const moved = [`${stayed.length - same.length}`, `${stayed.length}`];
    expect(
      came + went > 0
        ? wrongIn(text, '{} of {} figures moved in the digits that are shown; {} came, {} went.', [
            ...moved,
            `${came} ${came === 1 ? 'model' : 'models'}`,
            `${went}`,
          ])
        : / no published figure\.| No input of the figures changed\./.test(text)
          ? []
          : wrongIn(text, '{} of {} figures moved in the digits that are shown.', moved),
    ).toEqual([]);
  }
});

test('what has lost its figure says the last one that it had', () => {
  const lost = notEstimated.filter(({ kind }) => kind === 'more-than-text');
  const wrong = lost.flatMap(({ id }) => {
    const text = textOf(mainOf(`/models/${id}/`));
    for (const { release: name, methodVersion } of releases) {
      const { models: then } = readArchivedIndex(builtFile(`releases/${name}/index.json`), name);
      const model = then.find((one) => one.id === id);
      if (model === undefined) continue;
      const { low, central, high } = gramsOf(model);
      return wrongIn(
        text,
        `It had one up to release ${name} (method {}): {} gCO2e per 1000 output tokens ({}–{}).`,
        [methodVersion, central, low, high],
      );
    }
    return text.includes('It had one') ? [`${id} had no figure, and says one`] : [];
  });
  expect(wrong).toEqual([]);
});
