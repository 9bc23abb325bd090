import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import * as z from 'zod';
import type { HowKnown } from '../../src/catalog/source.ts';
import { ValidationFile } from '../../src/published/validation-json.ts';
import { HOW_KNOWN_WORDS } from '../../src/text/how-known.ts';
import { mainOf, rowsOf, sectionOf, textOf, wrongIn } from './page-text.ts';
import { fileOf } from './published.ts';
import { test } from './secured-test.ts';
import { shows } from './site.ts';

/** What the methodology says of how well figures hold, held against the published validation. */

const { disclosures, leaveOneGroupOut, markets, speedConditioning, ...validation } =
  ValidationFile.parse(fileOf('validation.json'));

const main = mainOf('/methodology/validation/');
const text = textOf(main);
const whole = (share: number | null) => `${Math.round(100 * (share ?? 0))} %`;

test('the validation says first how far off the fit is, and where figures of others lie', () => {
  const sum = (part: 'figures' | 'inside' | 'above' | 'below') =>
    `${disclosures.independent.reduce((total, count) => total + count[part], 0)}`;
  const lead = textOf(main.querySelector('.lead'));
  expect([
    ...wrongIn(
      lead,
      'within a quarter of what was measured in {} of cases and within a factor of two in {}; in {} the measurement lies inside its 90 % range. On the engine of 2025 it is {}, {} and {}.',
      ['inferencex', 'ml-energy'].flatMap((set) => {
        const score = validation.setScores.find(
          (one) => one.set === set && one.leftOut === 'architectureGroup' && one.by === 'set',
        );
        const { withinQuarterShare, withinFactorTwoShare, insideRangeShare } = score!.figures;
        return [withinQuarterShare, withinFactorTwoShare, insideRangeShare].map(whole);
      }),
    ),
    ...wrongIn(lead, 'Of all {}, {} lie inside our range, {} above it and {} below it', [
      sum('figures'),
      sum('inside'),
      sum('above'),
      sum('below'),
    ]),
    ...wrongIn(
      text,
      '{} configurations of {} open models in {} architectures and {} families, measured by',
      [
        `${validation.measuredRows}`,
        `${validation.measuredModels}`,
        `${validation.architectureGroups}`,
        `${validation.architectureFamilies}`,
      ],
    ),
    ...disclosures.independent.flatMap(({ kind, figures, inside }) =>
      wrongIn(
        text,
        `${inside} of {} that were ${{ measured: 'metered', modelled: 'modelled', stated: 'stated' }[kind]}`,
        [`${figures}`],
      ),
    ),
  ]).toEqual([]);
});

test('where the fit fails is said of both engines', () => {
  const [worst] = validation.setScores
    .filter(({ set, by }) => set === 'inferencex' && by === 'class')
    .toSorted((a, b) => a.figures.withinFactorTwoShare - b.figures.withinFactorTwoShare);
  const [weakest] = leaveOneGroupOut.each.toSorted(
    (a, b) => b.figures.medianRelativeErrorShare - a.figures.medianRelativeErrorShare,
  );
  expect([
    ...wrongIn(text, 'median errors on the engine of 2025: {} ({})', [
      weakest!.name,
      whole(weakest!.figures.medianRelativeErrorShare),
    ]),
    ...wrongIn(
      text,
      'the class “{}”: {} rows, of which {} lie within a factor of two, and measured they are {} of what is predicted',
      [
        worst!.name,
        `${worst!.figures.rows}`,
        whole(worst!.figures.withinFactorTwoShare),
        worst!.figures.medianMeasuredOverPredicted.toFixed(2),
      ],
    ),
  ]).toEqual([]);
});

test('the markets say the least share of means inside, where costs are covered and of all', () => {
  test.skip(markets.length === 0, 'No model that is measured is on this list.');
  const least = (among: typeof markets) =>
    whole(Math.min(...among.map(({ modelCoverage }) => modelCoverage)));
  expect(
    wrongIn(
      text,
      'of the means, {} lie inside in the worst market where hosts cover their cost, and {} in the worst of all',
      [least(markets.filter(({ market }) => market !== 'any price')), least(markets)],
    ),
  ).toEqual([]);
});

test('the trial of speeds names its method, and says what it came to', () => {
  const { methodVersion, observedSpeeds, widths } = speedConditioning;
  const section = sectionOf(main, 'speeds');
  expect([
    ...wrongIn(textOf(section), 'under method {}, whose ranges', [methodVersion]),
    ...wrongIn(
      textOf(section),
      'observed speeds of {} endpoints agreed with the assumed loads: {} lay in',
      [`${observedSpeeds.endpoints}`, whole(observedSpeeds.insideRangeShare)],
    ),
  ]).toEqual([]);
  const [table] = section?.querySelectorAll('table') ?? [];
  expect(textOf(table?.querySelector('thead'))).toContain(
    `as published by method ${methodVersion}`,
  );
  expect(rowsOf(table).map(([, asPublished]) => asPublished)).toEqual(
    widths.flatMap(({ acceleratorJoules, gramsCO2e }) => [
      gramsCO2e.asPublished.toFixed(1),
      acceleratorJoules.asPublished.toFixed(1),
    ]),
  );
});

test('figures of others stand with their own range, and ours for the same tokens', () => {
  const rows = rowsOf(sectionOf(main, 'disclosures')?.querySelector('table'));
  expect(rows).toHaveLength(disclosures.comparisons.length);
  const wrong = rows.filter(([what = '', verdict = '', , stated = '', ours = '']) => {
    const [own = '', low, high] = stated.match(/[\d.]+/g) ?? [];
    const [median = '', from = '', to = ''] = ours.match(/[\d.]+/g) ?? [];
    return !disclosures.comparisons.some(
      (one) =>
        what.startsWith(`${one.publisher}: ${one.what}`) &&
        verdict.startsWith(one.verdict) &&
        Number(own) === one.stated.value &&
        (one.stated.low === null
          ? low === undefined
          : Number(low) === one.stated.low && Number(high) === one.stated.high) &&
        shows(median, one.ours.central) &&
        shows(from, one.ours.low) &&
        shows(to, one.ours.high),
    );
  });
  expect(wrong).toEqual([]);
});

test('what others publish of a model stands on its page, water with ours for the same tokens', () => {
  const own = disclosures.comparisons.filter(({ sameModel }) => sameModel);
  expect(own.length).toBeGreaterThan(0);
  const wrong = own.flatMap(({ modelId, publisher, stated, water }) => {
    const said = textOf(mainOf(`/models/${modelId}/`));
    return [
      ...wrongIn(said, `${publisher}: {} `, [String(stated.value)]),
      ...(water === null
        ? []
        : wrongIn(said, 'Of water it states {} mL; ours is {} ({}–{}) mL', [
            String(water.stated),
            water.ours.central,
            water.ours.low,
            water.ours.high,
          ])),
    ];
  });
  expect(wrong).toEqual([]);
});

test('publications of others are counted by how they are known', () => {
  const file: Record<string, { how: HowKnown }> = parse(
    readFileSync('data/measurements/disclosures.yaml', 'utf8'),
  );
  const ways = Object.values(file).map(({ how }) => how);
  expect(
    [...new Set(ways)].flatMap((how) =>
      wrongIn(text, `{} were ${HOW_KNOWN_WORDS[how]}`, [
        `${ways.filter((way) => way === how).length}`,
      ]),
    ),
  ).toEqual([]);
  expect(wrongIn(text, 'Of the {} publications below', [`${ways.length}`])).toEqual([]);
});

test('a closed model’s spread lies between what the line leaves without the equation’s own errors', () => {
  const { method } = z
    .object({
      method: z.object({
        formErrorSdLn: z.object({ architecture: z.number(), parameters: z.number() }),
        price: z.object({ closed: z.object({ sdLn: z.number() }) }),
      }),
    })
    .parse(fileOf('method.json'));
  const closed = textOf(mainOf('/methodology/closed-models/'));
  const [, residual = ''] = /standard deviation of ([\d.]+) in the logarithm/.exec(closed) ?? [];
  const without = (error: number) => {
    const of = (spread: number) => Math.sqrt(spread ** 2 - error ** 2);
    // The page shows two decimals of it.
    return { from: of(Number(residual) - 0.005), to: of(Number(residual) + 0.005) };
  };
  expect(
    wrongIn(
      closed,
      'Without that, {} are left if only their sizes are known, and {} if their architectures are; a closed model is given {}. Its makers',
      [
        without(method.formErrorSdLn.parameters),
        without(method.formErrorSdLn.architecture),
        method.price.closed.sdLn,
      ],
    ),
  ).toEqual([]);
});
