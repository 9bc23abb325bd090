import { describe, expect, test } from 'vitest';
import { prepareContributions } from '../../../src/estimation/contributions.ts';
import { at, perDraw, product } from '../../../src/estimation/draws.ts';
import { drawModel } from '../../../src/estimation/estimate.ts';
import { drawsInOrderOf, OWN_TO_MODEL } from '../../../src/estimation/own-draws.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { inputOf, method, pricedModel, sizedModel } from './method-under-test.ts';

const preparation = prepare(method);
const { shared } = preparation;
const contributionsOf = prepareContributions(shared);
const drawnAs = 'maker/model';
const own = drawsInOrderOf(drawnAs, OWN_TO_MODEL, shared);
const grid = own.siteDeviate.map((deviate) => Math.exp(deviate));
const load = (draw: number) =>
  (at(own.lnConcurrentSequences, draw) - Math.log(method.serving.concurrentSequences.median)) /
  method.serving.concurrentSequences.sdLn;
const host = (draw: number) => at(own.hostDeviate, draw);
const split = (ln: (draw: number) => number) =>
  contributionsOf(
    perDraw(shared.count, (draw) => Math.exp(ln(draw))),
    { drawnAs, grid },
  );

describe('the share of the uncertainty that an input explains', () => {
  test('is what theory says where logarithms add up: squared coefficients over their sum', () => {
    const { inputs, interactions } = split(
      (draw) => 3 * load(draw) + 2 * host(draw) + Math.log(at(grid, draw)),
    );
    expect(Math.abs(inputs.load - 9 / 14)).toBeLessThan(0.02);
    expect(Math.abs(inputs.hosts - 4 / 14)).toBeLessThan(0.02);
    expect(Math.abs(inputs.grid - 1 / 14)).toBeLessThan(0.02);
    expect(inputs.embodied).toBeLessThan(0.02);
    expect(Math.abs(interactions)).toBeLessThan(0.02);
  });

  test('leaves to interactions what two inputs explain only together', () => {
    const { inputs, interactions } = split((draw) => load(draw) * host(draw));
    expect(inputs.load + inputs.hosts).toBeLessThan(0.05);
    expect(interactions).toBeGreaterThan(0.9);
  });

  test('follows a dependence that is no straight line', () => {
    expect(split((draw) => host(draw) ** 2).inputs.hosts).toBeGreaterThan(0.93);
  });

  test.each([
    ['size', sizedModel(22, 235)],
    ['price', pricedModel(2)],
  ])('adds up to 1 for a model known by its %s, with no share below 0', (kind, model) => {
    const { energy, serving } = drawModel(inputOf(model), preparation);
    const { inputs, interactions } = contributionsOf(
      product(energy.outputJoules, serving.factor('facilityAndEmbodiedGrams')),
      { drawnAs, grid: serving.factor('acceleratorsGrams') },
    );
    const shares = Object.values(inputs);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(shares.reduce((sum, share) => sum + share, interactions)).toBeCloseTo(1, 10);
    expect(Math.abs(interactions)).toBeLessThan(0.1);
    expect(inputs.formOrPrice).toBeGreaterThan(kind === 'price' ? 0.8 : 0.05);
    expect(inputs.hosts).toBeGreaterThan(kind === 'price' ? -1 : 0.2);
  });
});
