import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { ModelFile } from '../../src/published/model-json.ts';
import { UsageReportFile } from '../../src/published/usage-report-json.ts';
import { ValidationFile } from '../../src/published/validation-json.ts';
import { quantityText } from '../../src/text/numbers.ts';
import {
  descriptionOf,
  fromFourDigits,
  isFigure,
  isRangeText,
  mainOf,
  rowsOf,
  textOf,
  wrongIn,
} from './page-text.ts';
import { fileOf, gramsOf, index, issuedYear, shortNameOf } from './published.ts';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

/** What the index and the pages of models say, held against the published files. */

const { methodVersion, models, notEstimated, release } = index;

const { partsAtPromptCachedShare } = UsageReportFile.parse(fileOf('usage-report.json'));
const modelFile = (id: string) => ModelFile.parse(fileOf(`models/${id.replace(':', '=')}.json`));

const measuredRows = Papa.parse<Record<string, string>>(
  readFileSync('data/measurements/mlenergy-v3.csv', 'utf8'),
  { header: true, comments: '#', skipEmptyLines: true },
).data.filter(({ knownOutlier }) => knownOutlier !== 'true');

/** What was measured of a model, from the least to the most: "2.4 to 9.9". */
function measuredJoules(names: readonly string[]): string {
  const joules = measuredRows
    .filter(({ huggingFaceId = '' }) => names.includes(huggingFaceId))
    .map(({ joulesPerOutputToken }) => Number(joulesPerOutputToken));
  const ends = [Math.min(...joules), Math.max(...joules)].map((value) => quantityText(value));
  return [...new Set(ends)].join(' to ');
}

/** Some models: the first of each kind of evidence, of each size of its endpoints' list, and others. */
const some = [
  ...new Map(
    models.flatMap((model, index) => [
      [`${model.evidence} ${Math.min(model.served.hosts.length, 3)}`, model] as const,
      ...(index % 40 === 0 ? [[model.id, model] as const] : []),
    ]),
  ).values(),
];

test('the index says how many models it has, and of each its own figures', () => {
  const main = mainOf('/');
  const rows = main.querySelectorAll('.model-row');
  expect(rows).toHaveLength(models.length);
  const wrong = models.filter((model) => {
    const row = main
      .querySelector(`.model-row a[href="/models/${model.id}/"]`)
      ?.closest('.model-row');
    const cell = (name: string) => textOf(row?.querySelector(`.${name}`));
    const price = model.listPrice.outputUsdPerMillionTokens;
    return !(
      shows(cell('median'), gramsOf(model).central) &&
      isRangeText(cell('spread'), gramsOf(model)) &&
      cell('place') === `${model.emissionClass.place}` &&
      cell('evidence') === model.evidence &&
      // A model that leaves soon says when.
      cell('model').replace(/ until \d{4}-\d\d-\d\d$/, '') ===
        `${shortNameOf(model)} ${model.makerName}` &&
      isPrice(cell('price'), price)
    );
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
  expect([
    ...wrongIn(textOf(main), '{} models on OpenRouter, each a range', [`${models.length}`]),
    ...wrongIn(textOf(main), '{} not estimated', [`${notEstimated.length}`]),
    ...wrongIn(descriptionOf('/'), 'Which of {} language models on OpenRouter', [
      `${models.length}`,
    ]),
  ]).toEqual([]);
});

test('a model’s page says its published figures', () => {
  for (const model of some) {
    const address = `/models/${model.id}/`;
    const main = mainOf(address);
    const text = textOf(main);
    const { low, central, high } = gramsOf(model);
    const { served } = modelFile(model.id);
    const { place, of, others } = model.emissionClass;
    const twins = models.filter(
      (other) =>
        other !== model && JSON.stringify(gramsOf(other)) === JSON.stringify(gramsOf(model)),
    );
    const joules = model.acceleratorJoules.perOutputToken;
    const reference = model.referenceJoulesPerOutputToken;
    const grid = served.gridGramsPerKilowattHour;
    const hostCount = new Set(served.endpoints.map(({ host }) => host)).size;
    const share = model.electricityShareOfListPrice.output;
    const wattHours = model.perThousandOutputTokens.wattHours;
    const unmeasured = served.endpoints.filter(({ noEstimate }) => noEstimate !== undefined).length;
    // Published figures are rounded, so more of them are alike than exactly the same.
    const [, same = '0', words] = /(\d+) more (\w+ \w+) exactly this range/.exec(text) ?? [];
    expect(Number(same)).toBeLessThanOrEqual(twins.length);
    expect(words ?? 'none').toBe(
      same === '0' ? 'none' : same === '1' ? 'model has' : 'models have',
    );
    expect(
      [
        ...wrongIn(
          text,
          'A thousand output tokens emit about {} gCO2e; nine in ten of our computed cases lie between {} and {} (how such ranges were tested). It is in class {} of {}, {} class 1 emitting least.',
          [
            central,
            low,
            high,
            `${place}`,
            `${of}`,
            others === 0 ? 'alone,' : others === 1 ? 'with 1 other,' : `with ${others} others,`,
          ],
        ),
        ...wrongIn(
          descriptionOf(address),
          `${model.name}: a thousand output tokens emit about {} gCO2e; nine in ten computed cases lie within {}–{}. Evidence: {}.`,
          [central, low, high, model.evidence],
        ),
        ...wrongIn(text, 'was read from a cache; {} % stands for it', [
          100 * partsAtPromptCachedShare,
        ]),
        ...wrongIn(text, 'The accelerators alone use {} J per output token ({}–{})', [
          joules.central,
          joules.low,
          joules.high,
        ]),
        ...(reference === undefined
          ? []
          : wrongIn(text, 'compares architectures: {} J ({}–{}).', [
              reference.central,
              reference.low,
              reference.high,
            ])),
        ...wrongIn(text, 'Grid over all of them {} ({}–{}) gCO2e/kWh', [
          grid.central,
          grid.low,
          grid.high,
        ]),
        ...wrongIn(
          text,
          'by Electricity Maps: in the median of the draws {} ({}–{}) gCO2e/kWh, over',
          [grid.central, grid.low, grid.high],
        ),
        ...(served.listedByOpenRouter
          ? wrongIn(text, 'Served by: {} that OpenRouter listed without trouble on {}:', [
              hostCount === 1 ? 'one host' : `${hostCount} hosts`,
              served.retrieved ?? '',
            ])
          : []),
        ...(share === undefined || share < 0.01
          ? []
          : wrongIn(text, '{} % of the output price ({} % to {} %)', [
              fromFourDigits(100 * share),
              fromFourDigits((100 * share * wattHours.low) / wattHours.central),
              fromFourDigits((100 * share * wattHours.high) / wattHours.central),
            ])),
        ...(unmeasured === 0
          ? []
          : wrongIn(text, '. {} of its {} endpoints run', [
              `${unmeasured}`,
              `${served.endpoints.length}`,
            ])),
        ...(model.ownMeasurements === undefined
          ? []
          : wrongIn(text, 'Measured energy: {} configurations of {}: {} J per output token on ', [
              `${model.ownMeasurements.configurations}`,
              model.ownMeasurements.models.join(' and '),
              measuredJoules(model.ownMeasurements.models),
            ])),
        ...(model.ownMeasurements === undefined
          ? []
          : wrongIn(
              text,
              'To meet them, what the fitted equation gives for the energy of output is multiplied by {}. ',
              [model.ownMeasurements.correctionFactor],
            )),
        ...wrongIn(
          text,
          `LLM Carbon Index contributors (${issuedYear}), release ${release}, method ${methodVersion}. ${model.name}: {} gCO2e per 1000 output tokens (nine in ten of our computed cases: {}–{}), the data centre and making the hardware, evidence: {}.`,
          [central, low, high, model.evidence],
        ),
      ],
      address,
    ).toEqual([]);
  }
});

test('a model’s page has its published figures in its tables', () => {
  for (const model of some) {
    const address = `/models/${model.id}/`;
    const main = mainOf(address);
    const { served } = modelFile(model.id);
    const kinds = [
      ['output', model.perThousandOutputTokens],
      ['input', model.perThousandInputTokens],
      ['cached input', model.perThousandCachedInputTokens],
    ] as const;
    const tokens = main
      .querySelectorAll('table')
      .filter((table) => textOf(table).startsWith('per 1000 tokens'))
      .map(rowsOf);
    expect(tokens.length).toBeGreaterThan(0);
    const rows = tokens.at(-1) ?? [];
    const wrong = kinds.flatMap(([kind, of], index) => {
      const [label, ...cells] = rows[index] ?? [];
      const ranges = [of.gramsCO2e, of.wattHours, of.millilitresWater];
      const isRight =
        label === kind && ranges.every((range, column) => isFigure(cells[column], range));
      return isRight ? [] : [`${kind}: ${cells.join(' | ')}`];
    });
    expect(wrong).toEqual([]);

    const chart = (labelled: string) =>
      main
        .querySelectorAll('.range-chart')
        .find((table) => textOf(table.querySelector('th.label')) === labelled)
        ?.querySelectorAll('tbody tr') ?? [];
    const figureIn = (row: ReturnType<typeof chart>[number] | undefined) =>
      `${textOf(row?.querySelector('.median'))} ${textOf(row?.querySelector('.spread'))}`;

    const boundaries = model.gramsCO2eByBoundary.perThousandOutputTokens;
    const parts = ['accelerators', 'server', 'facility', 'facilityAndEmbodied'] as const;
    expect(
      parts.filter(
        (part, index) => !isFigure(figureIn(chart('Counted so far')[index]), boundaries[part]),
      ),
    ).toEqual([]);

    const estimated = served.endpoints.filter(({ noEstimate }) => noEstimate === undefined);
    const hostRows = chart('Host');
    expect(hostRows).toHaveLength(served.endpoints.length + (estimated.length > 1 ? 1 : 0));
    const ownRows = hostRows.slice(estimated.length > 1 ? 1 : 0);
    expect(
      served.endpoints.filter((endpoint, index) => {
        const row = ownRows[index];
        const range = endpoint.perThousandOutputTokens?.gramsCO2e;
        return (
          !textOf(row).startsWith(endpoint.hostName) ||
          (range === undefined
            ? textOf(row?.querySelector('.reason')) !== endpoint.noEstimate
            : !isFigure(figureIn(row), range))
        );
      }),
    ).toEqual([]);
    if (estimated.length > 1) expect(isFigure(figureIn(hostRows[0]), gramsOf(model))).toBe(true);

    const byName = new Map(models.map((other) => [`/models/${other.id}/`, other]));
    const neighbours = chart('Nearest by median');
    expect(
      neighbours
        .filter((row) => {
          const other = byName.get(row.querySelector('a')?.getAttribute('href') ?? address);
          return other === undefined || !isFigure(figureIn(row), gramsOf(other));
        })
        .map(textOf),
    ).toEqual([]);

    const shares = main
      .querySelectorAll('table')
      .find((table) => textOf(table).startsWith('Unknown'));
    const known = Object.values(model.contributions.inputs)
      .filter((share) => share >= 0.02)
      .toSorted((a, b) => b - a);
    // The file has four digits, so a share at the edge of two percentages may round to either, and
    // one that is 0.02 there may be less.
    const shown = rowsOf(shares)
      .slice(0, -1)
      .map(([, share = '']) => Number.parseFloat(share));
    const certain = known.filter((share) => share > 0.02);
    expect(shown.length).toBeGreaterThanOrEqual(certain.length);
    expect(shown.length).toBeLessThanOrEqual(known.length);
    for (const [index, share] of shown.entries()) {
      expect(Math.abs(share - 100 * (known[index] ?? 0))).toBeLessThanOrEqual(0.51);
    }
    // Knowing an unknown takes its share of the variance out of ln of how many times the range spans.
    const width = gramsOf(model).high / gramsOf(model).low;
    const [, now] = /range is about ([\d.]+) times its low end/.exec(textOf(main)) ?? [];
    expect(Number(now) / width).toBeCloseTo(1, 1);
    for (const [index, cells] of rowsOf(shares).slice(0, -1).entries()) {
      expect(Number(cells.at(-1)) / width ** Math.sqrt(1 - (known[index] ?? 0))).toBeCloseTo(1, 1);
    }
  }
});

test('a maker’s own figure outside our range stands before all others on the model’s page', () => {
  const { comparisons } = ValidationFile.parse(fileOf('validation.json')).disclosures;
  const own = comparisons.filter(
    ({ statedBy, sameModel, verdict }) => statedBy === 'maker' && sameModel && verdict !== 'inside',
  );
  for (const { modelId, stated, verdict } of own) {
    const main = mainOf(`/models/${modelId}/`);
    const text = textOf(main);
    const said = text.indexOf(
      `Its maker states ${verdict === 'above' ? 'more' : 'less'} than our range:`,
    );
    expect(said, modelId).toBeGreaterThan(0);
    expect(said).toBeLessThan(text.indexOf(textOf(main.querySelector('#alternatives'))));
    expect(text).toContain(`${stated.value}`);
    expect(modelFile(modelId).statedByMaker?.map(({ stated }) => stated.value)).toContain(
      stated.value,
    );
  }
});

test('a model’s page says its context and its score as they are published', () => {
  const wrong = some.flatMap(({ id, contextTokens, artificialAnalysis }) => {
    const facts = new Map(
      mainOf(`/models/${id}/`)
        .querySelectorAll('dl.facts dt')
        .map((name) => [textOf(name), textOf(name.nextElementSibling)]),
    );
    const score = artificialAnalysis?.intelligence;
    const context = contextTokens === undefined ? 'not stated' : `${contextTokens} tokens`;
    const quality =
      score === undefined ? undefined : `${score} (Artificial Analysis Intelligence Index)`;
    return facts.get('Context') === context && facts.get('Quality') === quality
      ? []
      : [`${id}: ${facts.get('Context')}, ${facts.get('Quality')}`];
  });
  expect(wrong).toEqual([]);
});

test('models that may be taken instead stand with their own figures, and are compared with this one', () => {
  const byAddress = new Map(models.map((model) => [`/models/${model.id}/`, model]));
  for (const { id } of some) {
    const main = mainOf(`/models/${id}/`);
    const tables = main.querySelectorAll('table');
    const lower = tables.find((table) => textOf(table).startsWith('Model, score'));
    const wrong = (lower?.querySelectorAll('tbody tr') ?? []).filter((row) => {
      const other = byAddress.get(row.querySelector('a')?.getAttribute('href') ?? '');
      return !(other && isFigure(textOf(row.querySelector('td')), gramsOf(other)));
    });
    expect(wrong.map(textOf)).toEqual([]);
    const near = tables.find((table) => textOf(table).startsWith('Near in'));
    for (const group of near?.querySelectorAll('tbody') ?? []) {
      const [compare, ...others] = group
        .querySelectorAll('a')
        .map((link) => link.getAttribute('href') ?? '');
      if (compare === undefined) continue;
      const compared = new URLSearchParams(compare.split('?')[1]).get('models')?.split(',');
      expect(compared?.map((one) => `/models/${one}/`)).toEqual([`/models/${id}/`, ...others]);
    }
  }
});

test('who probably emits more emits more than once as much', () => {
  const wrong = some.flatMap(({ id }) => {
    const nearest = mainOf(`/models/${id}/`)
      .querySelectorAll('table')
      .find((table) => textOf(table).startsWith('Near in'));
    return rowsOf(nearest).filter((cells) => {
      // A reason why nothing is near stands alone.
      if (cells.length < 3) return false;
      const [ratio = '', probability = ''] = cells.slice(-2);
      const more = Number(/(\d+) of 100$/.exec(probability)?.[1]) / 100;
      if (Number.isNaN(more)) return true;
      const times = Number.parseFloat(ratio);
      return (times > 1.1 && more < 0.5) || (times < 0.9 && more > 0.5);
    });
  });
  expect(wrong).toEqual([]);
});

test('a model can be embedded with its range', () => {
  for (const model of some) {
    const html = builtFile(`embed/${model.id.replace(':', '=')}/index.html`);
    const [, median = '', spread = ''] =
      /class="median"[^>]*>([^<]+)<.*?class="spread"[^>]*>([^<]+)</s.exec(
        html.slice(html.indexOf('<tbody')),
      ) ?? [];
    expect(isFigure(`${median} ${spread}`, gramsOf(model))).toBe(true);
    expect(html).toContain(`release ${release}, method ${methodVersion}`);
  }
});

/** Whether a column says a list price: cents, or below ten cents two digits. */
function isPrice(text: string, price: number | undefined): boolean {
  if (price === undefined) return text === '';
  if (price === 0) return text === 'free';
  return price >= 0.1 ? text === price.toFixed(2) : shows(text, price);
}
