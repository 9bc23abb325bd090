import { describe, expect, test } from 'vitest';
import { prepareContributions } from '../../../src/estimation/contributions.ts';
import { normalQuantile } from '../../../src/estimation/distributions.ts';
import { at, latinHypercube, perDraw, product } from '../../../src/estimation/draws.ts';
import { energyDraws, prepare } from '../../../src/estimation/preparation.ts';
import { method, place } from './method-under-test.ts';

const unit = latinHypercube();
const contributionsOf = prepareContributions(unit);
/** Everything served alike: the grid as it is drawn, the weights in one format. */
const served = {
  gridIntensity: perDraw(unit.gridIntensity.length, (draw) =>
    Math.exp(0.3 * normalQuantile(at(unit.gridIntensity, draw))),
  ),
  weightBits: perDraw(unit.weightBits.length, () => 8),
};
const draws = (ln: (draw: number) => number) =>
  perDraw(unit.formError.length, (draw) => Math.exp(ln(draw)));
const normal = (column: Float64Array, draw: number) => normalQuantile(at(column, draw));

describe('the share of the uncertainty that an input explains', () => {
  test('is what theory says where logarithms add up: squared coefficients over their sum', () => {
    const { inputs, interactions } = contributionsOf(
      draws(
        (draw) =>
          3 * normal(unit.concurrentSequences, draw) +
          2 * normal(unit.contextTokens, draw) +
          normal(unit.gridIntensity, draw),
      ),
      served,
    );
    expect(Math.abs(inputs.load - 9 / 14)).toBeLessThan(0.02);
    expect(Math.abs(inputs.context - 4 / 14)).toBeLessThan(0.02);
    expect(Math.abs(inputs.grid - 1 / 14)).toBeLessThan(0.02);
    expect(inputs.embodied).toBeLessThan(0.02);
    expect(inputs.weightBits).toBeCloseTo(0, 10);
    expect(Math.abs(interactions)).toBeLessThan(0.02);
  });

  test('leaves to interactions what two inputs explain only together', () => {
    const { inputs, interactions } = contributionsOf(
      draws((draw) => normal(unit.concurrentSequences, draw) * normal(unit.contextTokens, draw)),
      served,
    );
    expect(inputs.load + inputs.context).toBeLessThan(0.05);
    expect(interactions).toBeGreaterThan(0.9);
  });

  test('follows a dependence that is no straight line', () => {
    const { inputs } = contributionsOf(
      draws((draw) => normal(unit.contextTokens, draw) ** 2),
      served,
    );
    expect(inputs.context).toBeGreaterThan(0.93);
  });

  test('adds up to 1 for a real model, with no share below 0 and little left to interactions', () => {
    const preparation = prepare(method);
    const { outputJoules } = energyDraws(
      { tier: 'parameters', active: 22, total: 235, mixtureOfExperts: true, precision: {} },
      () => undefined,
      preparation,
    );
    const factors = preparation.factorsOf(place);
    const { inputs, interactions } = contributionsOf(
      product(outputJoules, factors.facilityAndEmbodiedGrams),
      { gridIntensity: factors.acceleratorsGrams, weightBits: preparation.shared.weightBits },
    );
    const shares = Object.values(inputs);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(shares.reduce((sum, share) => sum + share, interactions)).toBeCloseTo(1, 10);
    expect(Math.abs(interactions)).toBeLessThan(0.1);
    expect(inputs.cachedShare).toBeLessThan(0.02);
  });
});
