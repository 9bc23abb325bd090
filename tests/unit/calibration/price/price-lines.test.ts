import { describe, expect, test } from 'vitest';
import type { PriceObservation } from '../../../../src/calibration/price/observations.ts';
import { fitPriceLine, leaveEachMakerOut } from '../../../../src/calibration/price/price-lines.ts';
import { validatePrice } from '../../../../src/calibration/price/price-validation.ts';
import { linePrediction } from '../../../../src/estimation/price.ts';

/** A model that takes `times` what the line 0.5 r^0.5 says. */
function observed(model: string, usd: number, times = 1): PriceObservation {
  const [maker = ''] = model.split('/');
  return {
    model,
    maker,
    tier: 'parameters',
    hosts: 1,
    totalBillions: 100,
    requestUsd: usd,
    requestJoules: times * 0.5 * Math.sqrt(usd),
  };
}

const onTheLine = [
  observed('a/small', 0.1),
  observed('a/large', 3),
  observed('b/small', 0.4),
  observed('b/large', 8),
  observed('c/only', 1),
];

describe('the price line', () => {
  test('find a power law in which energy grows with price', () => {
    const line = fitPriceLine(onTheLine);
    expect(line.slope).toBeCloseTo(0.5, 10);
    expect(Math.exp(line.intercept)).toBeCloseTo(0.5, 10);
    expect(Math.exp(linePrediction(16, line))).toBeCloseTo(2, 10);
  });

  test('ask for more models, saying how many there are', () => {
    expect(() => fitPriceLine(onTheLine.slice(0, 2))).toThrow(/^2 models at 2 prices/);
  });

  test('ask for a second price', () => {
    const same = ['a/x', 'b/x', 'c/x', 'd/x'].map((model) => observed(model, 1));
    expect(() => fitPriceLine(same)).toThrow(/4 models at 1 prices/);
  });
});

describe('a maker left out', () => {
  const dear = [...onTheLine, observed('odd/one', 1, 4), observed('odd/two', 2, 4)];

  test('has no say in its own prediction', () => {
    const odd = leaveEachMakerOut(dear).filter(({ observation }) => observation.maker === 'odd');
    expect(odd).toHaveLength(2);
    for (const { residualLn } of odd) {
      expect(Math.exp(residualLn)).toBeCloseTo(4, 10);
    }
  });

  test('gives every model exactly one prediction', () => {
    const models = leaveEachMakerOut(dear).map(({ observation }) => observation.model);
    expect(models.toSorted()).toEqual(dear.map(({ model }) => model).toSorted());
  });
});

describe('the validation by makers left out', () => {
  const narrow = { residualSdLn: 0.1 };
  const wide = { residualSdLn: 1 };
  const dear = [...onTheLine, observed('odd/one', 1, 4), observed('odd/two', 2, 4)];

  test('says per maker how far off and on which side', () => {
    const { perMaker } = validatePrice(dear, wide);
    const odd = perMaker.find(({ maker }) => maker === 'odd');
    expect(odd?.figures.rows).toBe(2);
    expect(odd?.figures.medianPredictedOverMeasured).toBeCloseTo(0.25, 10);
    expect(odd?.figures.medianRelativeErrorShare).toBeCloseTo(0.75, 10);
  });

  test('counts as covered what lies within 1.645 standard deviations', () => {
    const coverage = (residuals: typeof wide) =>
      validatePrice(dear, residuals).perMaker.find(({ maker }) => maker === 'odd')?.figures
        .insideRangeShare;
    expect(coverage(narrow)).toBe(0);
    expect(coverage(wide)).toBe(1);
  });

  test('tells the models apart whose estimate rests on measurements, where there are some', () => {
    expect(validatePrice(onTheLine, wide).measuredTier).toBeNull();
    const withOne = onTheLine.map((observation) =>
      observation.model === 'c/only' ? { ...observation, tier: 'measured' as const } : observation,
    );
    expect(validatePrice(withOne, wide).measuredTier?.rows).toBe(1);
  });
});
