import { median } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { calibratePrice } from '../../../../src/calibration/price/calibrated-price.ts';
import { priceObservations } from '../../../../src/calibration/price/observations.ts';
import { fitPriceLine } from '../../../../src/calibration/price/price-lines.ts';
import { validatePrice } from '../../../../src/calibration/price/price-validation.ts';
import { linePrediction } from '../../../../src/estimation/price.ts';
import { data, method } from '../../estimation/method-under-test.ts';

const observations = priceObservations(data);
const fitted = calibratePrice(data);

describe('the models that prices are compared on', () => {
  test('are sold, as entries of their own, by the token', () => {
    expect(observations.length).toBeGreaterThan(10);
    for (const { model, requestUsd, requestJoules } of observations) {
      expect(model).not.toContain(':');
      expect(requestUsd).toBeGreaterThan(0);
      expect(requestJoules).toBeGreaterThan(0);
    }
  });

  test('are open and of a size that is neither assumed nor a range', () => {
    for (const { model, maker, tier } of observations) {
      const facts = data.makers.get(maker)?.models[model.slice(maker.length + 1)];
      expect(facts?.weights).toBe('open');
      expect(facts?.parameters?.how).not.toBe('assumed');
      expect(facts?.parameters?.totalBillions).toBeTypeOf('number');
      expect(tier).not.toBe('price');
    }
  });

  test('count a model once, under however many names it is sold', () => {
    const few = observations.slice(0, 10);
    const models = data.modelList.models.filter(({ id }) => few.some(({ model }) => model === id));
    const [plain, other] = few;
    const file = other && data.makers.get(other.maker);
    if (plain === undefined || other === undefined || file === undefined)
      throw new Error('too few');
    const slug = other.model.slice(other.maker.length + 1);
    const record = { ...file.models[slug], weights: 'open' as const, sameAs: plain.model };
    const makers = new Map(data.makers).set(other.maker, {
      ...file,
      models: { ...file.models, [slug]: record },
    });
    const sold = priceObservations({ ...data, makers, modelList: { ...data.modelList, models } });
    expect(sold.map(({ model }) => model)).toEqual(
      few.map(({ model }) => model).filter((id) => id !== other.model),
    );
  });

  test('do not depend on what the price file says: their prices are no evidence of themselves', () => {
    const { price } = data.factors;
    const otherLine = { ...price, line: { ...price.line, slope: 2, intercept: 3 } };
    const first = new Set(observations.slice(0, 10).map(({ model }) => model));
    const models = data.modelList.models.filter(({ id }) => first.has(id));
    const modelList = { ...data.modelList, models };
    const few = { ...data, modelList };
    const otherwisePriced = { ...few, factors: { ...data.factors, price: otherLine } };
    expect(priceObservations(few)).toHaveLength(first.size);
    expect(priceObservations(otherwisePriced)).toEqual(priceObservations(few));
  });
});

test('the price line in the file, which may be older than the list, still meets its open models (if not: npm run calibrate:price)', () => {
  const { line } = data.factors.price;
  const lnRatios = observations.map(
    ({ requestJoules, requestUsd }) => Math.log(requestJoules) - linePrediction(requestUsd, line),
  );
  expect(Math.abs(median(lnRatios))).toBeLessThan(Math.log(1.25));
  const inside = lnRatios.filter((lnRatio) => Math.abs(lnRatio) <= 1.645 * line.residualSdLn);
  expect(inside.length / lnRatios.length).toBeGreaterThan(0.8);
});

describe('the calibrated price file', () => {
  test('holds the fitted line', () => {
    expect(fitted.line).toMatchObject(fitPriceLine(observations));
  });

  test('holds a spread that covers about nine in ten of the models whose maker it has not seen', () => {
    const { insideRangeShare } = validatePrice(observations, fitted.line).overall.rowsEqual;
    expect(insideRangeShare).toBeGreaterThan(0.8);
    expect(insideRangeShare).toBeLessThan(0.99);
  });

  test('is no surer of closed models, and of models with many hosts, than makers left out allow', () => {
    const { closed, knownSize } = data.factors.price;
    // The residual holds what the equation itself gets wrong of those models, too.
    const { architecture } = method.formErrorSdLn;
    // Lists of other months, with other models, have other residuals: within a quarter.
    expect(Math.hypot(closed.sdLn, architecture)).toBeGreaterThan(0.75 * fitted.line.residualSdLn);
    const many = observations.filter(
      ({ hosts, totalBillions }) =>
        hosts >= knownSize.manyHosts && totalBillions >= knownSize.measuredAboveTotalBillions,
    );
    if (many.length < 10) return;
    const rms = Math.sqrt(
      many.reduce(
        (sum, { requestJoules, requestUsd }) =>
          sum +
          (Math.log(requestJoules) - linePrediction(requestUsd, data.factors.price.line)) ** 2,
        0,
      ) / many.length,
    );
    expect(knownSize.manyHostsSdLn).toBeGreaterThan(0.6 * rms);
  });

  test('keeps what people have written and counts models and makers', () => {
    expect(fitted.genericModel).toEqual(data.factors.price.genericModel);
    expect(fitted.closed).toEqual(data.factors.price.closed);
    expect(fitted.line.fittedOnModels).toBe(observations.length);
    expect(fitted.line.fittedOnMakers).toBe(new Set(observations.map(({ maker }) => maker)).size);
  });

  test('names as outliers only models of the fit that lie far off', () => {
    const models = new Set(observations.map(({ model }) => model));
    for (const { model, overLine } of fitted.outliers) {
      expect(models).toContain(model);
      expect(Math.abs(Math.log(overLine)) / fitted.line.residualSdLn).toBeGreaterThan(2);
    }
  });
});
