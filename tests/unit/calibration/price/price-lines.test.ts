import { describe, expect, test } from 'vitest';
import type { PriceObservation } from '../../../../src/calibration/price/observations.ts';
import {
  fitPriceLines,
  joulesAtPrice,
  leaveEachMakerOut,
} from '../../../../src/calibration/price/price-lines.ts';
import { validatePrice } from '../../../../src/calibration/price/price-validation.ts';

/** A model that takes `times` what the line 0.5 p^0.5 (output) or 0.1 p (input) says. */
function observed(model: string, usd: number, times = 1): PriceObservation {
  const [maker = ''] = model.split('/');
  return {
    model,
    maker,
    tier: 'parameters',
    usdPerMillionTokens: { output: usd, input: usd },
    joulesPerToken: { output: times * 0.5 * Math.sqrt(usd), input: times * 0.1 * usd },
  };
}

const onTheLine = [
  observed('a/small', 0.1),
  observed('a/large', 3),
  observed('b/small', 0.4),
  observed('b/large', 8),
  observed('c/only', 1),
];

describe('the price lines', () => {
  test('find a power law in which energy grows with price', () => {
    const { output, input } = fitPriceLines(onTheLine);
    expect(output.slope).toBeCloseTo(0.5, 10);
    expect(Math.exp(output.intercept)).toBeCloseTo(0.5, 10);
    expect(input.slope).toBeCloseTo(1, 10);
    expect(joulesAtPrice(input, 20)).toBeCloseTo(2, 10);
  });

  test('ask for more models, saying how many there are', () => {
    expect(() => fitPriceLines(onTheLine.slice(0, 2))).toThrow(/^2 models at 2 output prices/);
  });

  test('ask for a second price', () => {
    const same = ['a/x', 'b/x', 'c/x', 'd/x'].map((model) => observed(model, 1));
    expect(() => fitPriceLines(same)).toThrow(/4 models at 1 output prices/);
  });
});

describe('a maker left out', () => {
  const dear = [...onTheLine, observed('odd/one', 1, 4), observed('odd/two', 2, 4)];

  test('has no say in its own prediction', () => {
    const odd = leaveEachMakerOut(dear).filter(({ observation }) => observation.maker === 'odd');
    expect(odd).toHaveLength(2);
    for (const { residualLn } of odd) {
      expect(Math.exp(residualLn.output)).toBeCloseTo(4, 10);
      expect(Math.exp(residualLn.input)).toBeCloseTo(4, 10);
    }
  });

  test('gives every model exactly one prediction', () => {
    const models = leaveEachMakerOut(dear).map(({ observation }) => observation.model);
    expect(models.toSorted()).toEqual(dear.map(({ model }) => model).toSorted());
  });
});

describe('the validation by makers left out', () => {
  const narrow = { output: { residualSdLn: 0.1 }, input: { residualSdLn: 0.1 } };
  const wide = { output: { residualSdLn: 1 }, input: { residualSdLn: 1 } };
  const dear = [...onTheLine, observed('odd/one', 1, 4), observed('odd/two', 2, 4)];

  test('says per maker how far off and on which side', () => {
    const { output } = validatePrice(dear, wide);
    const odd = output.perMaker.find(({ maker }) => maker === 'odd');
    expect(odd?.figures.rows).toBe(2);
    expect(odd?.figures.medianPredictedOverMeasured).toBeCloseTo(0.25, 10);
    expect(odd?.figures.medianRelativeErrorShare).toBeCloseTo(0.75, 10);
  });

  test('counts as covered what lies within 1.645 standard deviations', () => {
    const coverage = (residuals: typeof wide) =>
      validatePrice(dear, residuals).output.perMaker.find(({ maker }) => maker === 'odd')?.figures
        .insideRangeShare;
    expect(coverage(narrow)).toBe(0);
    expect(coverage(wide)).toBe(1);
  });

  test('compares with measurements only where there are some', () => {
    expect(validatePrice(onTheLine, wide).againstMeasurements).toBeNull();
    const withOne = onTheLine.map((observation) =>
      observation.model === 'c/only'
        ? { ...observation, measuredJoulesPerOutputToken: 1 }
        : observation,
    );
    const against = validatePrice(withOne, wide).againstMeasurements;
    expect(against?.rows).toBe(1);
    expect(against?.medianPredictedOverMeasured).toBeCloseTo(0.5, 10);
  });
});
