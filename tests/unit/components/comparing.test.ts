import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Line, LineChart, XAxis, YAxis } from 'recharts';
import { describe, expect, test } from 'vitest';
import { comparedFigures, isAnswered } from '../../../src/components/compare/compared-figures.ts';
import { comparisonMarkdown } from '../../../src/components/compare/comparison-markdown.ts';
import { comparisonView } from '../../../src/components/compare/comparison-view.ts';
import {
  distributionCurves,
  shareUpTo,
} from '../../../src/components/compare/distribution-curves.ts';
import { explained } from '../../../src/components/compare/missing-models.ts';
import { compareWorkloads } from '../../../src/estimation/comparison.ts';
import { AS_SERVED } from '../../../src/estimation/scenario.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../../src/estimation/workload.ts';
import { wholeModelJson } from '../../../src/published/model-json.ts';
import { AS_PUBLISHED, type Asked } from '../../../src/query/asked.ts';
import {
  changedModels,
  MOST_COMPARED,
  modelsFromSearch,
  modelsTooMany,
  searchFromModels,
} from '../../../src/query/models.ts';
import { currentPreparation } from '../../../src/release/current.ts';
import { pairInWords } from '../../../src/text/probabilities.ts';
import { dotPlot } from '../../../src/ui/chart/dot-plot.ts';
import { release } from '../release/some-models.ts';

const PER_CHAT: Asked = { ...AS_PUBLISHED, per: 'chat' };

const [measured, sized, priced] = (['measured', 'parameters', 'price'] as const).map(
  (tier) => release.models.find(({ evidence }) => evidence === tier)!,
);
const asked = [measured!, sized!, priced!].map((model) => ({
  file: wholeModelJson(model),
  asked: { workload: PER_THOUSAND_OUTPUT_TOKENS },
}));
const figures = comparedFigures(asked, currentPreparation(), AS_SERVED);
const view = comparisonView(figures, AS_PUBLISHED);

describe('the models of a comparison', () => {
  test('stand in the link, six at most, and the others are told apart', () => {
    const ids = Array.from({ length: MOST_COMPARED + 1 }, (_, index) => `maker/m${index}`);
    const search = searchFromModels(ids, '?per=chat');
    expect(modelsFromSearch(search)).toEqual(ids.slice(0, MOST_COMPARED));
    expect(modelsTooMany(search)).toEqual(ids.slice(MOST_COMPARED));
    expect(search.endsWith('&per=chat')).toBe(true);
  });

  test('change places, and none gets lost at an end', () => {
    expect(changedModels(['a', 'b', 'c'], 'c', 'up')).toEqual(['a', 'c', 'b']);
    expect(changedModels(['a', 'b', 'c'], 'a', 'down')).toEqual(['b', 'a', 'c']);
    expect(changedModels(['a', 'b'], 'a', 'up')).toEqual(['a', 'b']);
    expect(changedModels(['a', 'b'], 'b', 'down')).toEqual(['a', 'b']);
    expect(changedModels(['a', 'b'], 'a', 'remove')).toEqual(['b']);
  });
});

describe('what a comparison says', () => {
  test('is the published range of each model, and the core’s probability of each pair', () => {
    for (const [index, { file }] of asked.entries()) {
      const model = figures.models[index]!;
      expect(isAnswered(model) && model.estimate.gramsCO2e.central).toBeCloseTo(
        file.perThousandOutputTokens.gramsCO2e.central,
        3,
      );
    }
    expect(figures.pairs).toHaveLength(3);
    const [{ comparison }] = [figures.pairs[0]!];
    const workload = PER_THOUSAND_OUTPUT_TOKENS;
    expect(comparison).toEqual(
      compareWorkloads(
        { input: measured!.input, workload },
        { input: sized!.input, workload },
        currentPreparation(),
      ),
    );
  });

  test('is one probability of emitting least for each model, and they add up to one', () => {
    const sum = figures.models
      .filter(isAnswered)
      .reduce((all, { probabilityOfLeast }) => all + probabilityOfLeast, 0);
    expect(sum).toBeCloseTo(1, 9);
  });

  test('is why, where a model cannot answer the request', () => {
    const because = 'It does not fit into the model’s context.';
    const without = comparedFigures(
      [asked[0]!, { file: asked[1]!.file, asked: { because } }],
      currentPreparation(),
      AS_SERVED,
    );
    const shown = comparisonView(without, PER_CHAT);
    expect(shown.rows[1]).toMatchObject({ because, drawn: undefined });
    expect(shown.pairs).toEqual([]);
    expect(shown.lead).toMatch(/^Only .+ has a figure per chat request/);
  });

  test('does not depend on which of two models is named first', () => {
    const ratio = { low: 0.2, central: 0.5, high: 0.8 };
    const inverse = { low: 1 / 0.8, central: 2, high: 5 };
    const one = pairInWords(
      'A',
      'B',
      { probabilityLess: 0.9, probabilityLessServedAlike: 0.97, ratio },
      'chat request',
    );
    const other = pairInWords(
      'B',
      'A',
      { probabilityLess: 1 - 0.9, probabilityLessServedAlike: 1 - 0.97, ratio: inverse },
      'chat request',
    );
    expect(one.verdict).toBe(
      'A emits less than B per chat request in 90 of 100 cases as each is served, in 97 of 100 if both were served alike.',
    );
    expect(other.verdict).toBe(one.verdict);
    expect(other.ratioSentence).toBe(one.ratioSentence);
  });

  test('marks the attributes in which the models differ', () => {
    const same = comparedFigures([asked[0]!, asked[0]!], currentPreparation(), AS_SERVED);
    const { attributes } = comparisonView(same, AS_PUBLISHED);
    expect(attributes.filter(({ differs }) => differs)).toEqual([]);
    expect(view.attributes.find(({ label }) => label === 'Evidence')?.differs).toBe(true);
  });

  test('can be copied as a Markdown table with its sentences, release and link', () => {
    const link = 'https://index.example/compare/?models=a,b';
    const markdown = comparisonMarkdown(view, { release: 'R1', link, served: 'as served' });
    const table = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(table.map((line) => line.split(' | ').length))).toEqual(new Set([4]));
    for (const { verdict } of view.pairs) expect(markdown).toContain(`- ${verdict} `);
    expect(markdown).toContain(`release R1: ${link}`);
  });
});

describe('an id without an estimate of its own', () => {
  const model = { id: 'maker/model', name: 'Maker: Model' };
  const unknown = { kind: 'nothing' as const, candidates: [model] };

  test.each([
    ['maker/model:batch', 'It is a variant of Maker: Model, which is estimated.'],
    ['~maker/model-latest', 'It is an alias of Maker: Model, which is estimated.'],
    ['maker/model-2026-01-01', 'It is another name of Maker: Model, which is estimated.'],
  ])('%s names the model that answers for it', (id, reason) => {
    const found = { kind: 'found' as const, model, exact: true };
    expect(explained(id, found, [])).toEqual({ id, reason, instead: [model] });
  });

  test('has its reason where the release has one, and else may have left or mean another', () => {
    const entries = [{ id: 'router/auto', reason: 'A router.' }];
    expect(explained('router/auto', unknown, entries)).toMatchObject({
      reason: 'A router.',
      instead: [],
    });
    const { reason, instead } = explained('nobody/x', unknown, entries);
    expect(reason).toMatch(/^It is not on the list/);
    expect(instead).toEqual([model]);
  });
});

describe('a distribution', () => {
  const draws = fc.float64Array({
    min: 0.001,
    max: 10,
    noNaN: true,
    noDefaultInfinity: true,
    minLength: 200,
    maxLength: 400,
  });

  test('is a hundred dots, the outer ten hollow, whatever it is', () => {
    fc.assert(
      fc.property(draws, (values) => {
        const { inside, outside } = dotPlot({ low: 0.001, high: 10 }, values.sort());
        expect([inside.length, outside.length]).toEqual([90, 10]);
        const places = [...inside, ...outside].map(({ column, level }) => `${column} ${level}`);
        expect(new Set(places).size).toBe(100);
      }),
      { numRuns: 30 },
    );
  });

  test('is a curve that only rises from none to all', () => {
    fc.assert(
      fc.property(draws, (values) => {
        const share = shareUpTo(values.sort());
        expect(share(0.0009)).toBe(0);
        expect(share(10)).toBe(1);
        expect(share(0.5)).toBe(values.filter((value) => value <= 0.5).length / values.length);
      }),
      { numRuns: 30 },
    );
  });

  test('has a density that is no chance lost', () => {
    const models = figures.models.filter(isAnswered);
    const axis = { low: 1e-5, high: 1e3 };
    const sorted = new Map(models.map(({ file, sortedGrams }) => [file.id, sortedGrams]));
    const points = distributionCurves(sorted, axis, 'density');
    const step = Math.log(axis.high / axis.low) / (points.length - 1);
    for (const { file } of models) {
      const area = points.reduce((sum, { values }) => sum + (values[file.id] ?? 0) * step, 0);
      expect(area).toBeCloseTo(1, 2);
    }
  });
});

test('Recharts still draws nothing on the server: once this fails, its curves can be in the page from the start', () => {
  const chart = createElement(
    LineChart,
    {
      width: 720,
      height: 400,
      data: [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ],
    },
    createElement(XAxis, { dataKey: 'x' }),
    createElement(YAxis),
    createElement(Line, { dataKey: 'y', isAnimationActive: false }),
  );
  expect(renderToStaticMarkup(chart)).not.toContain('<svg');
});
