import { median } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { calibratePrice } from '../../../../src/calibration/price/calibrate.ts';
import {
  type PriceObservation,
  priceObservations,
  TOKEN_KINDS,
} from '../../../../src/calibration/price/observations.ts';
import { fitPriceLines, joulesAtPrice } from '../../../../src/calibration/price/price-lines.ts';
import { validatePrice } from '../../../../src/calibration/price/price-validation.ts';
import { methodOf } from '../../../../src/catalog/method.ts';
import { createEstimator } from '../../../../src/estimation/estimate.ts';
import { data, method, place, servedAt } from '../../estimation/method-under-test.ts';

const observations = priceObservations(data);
const fitted = calibratePrice(data);

describe('the models that prices are compared on', () => {
  test('are sold both ways, as entries of their own, by the token', () => {
    expect(observations.length).toBeGreaterThan(100);
    for (const { model, usdPerMillionTokens } of observations) {
      expect(model).not.toContain(':');
      expect(usdPerMillionTokens.output).toBeGreaterThan(0);
      expect(usdPerMillionTokens.input).toBeGreaterThan(0);
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

  test('do not depend on what the price file says', () => {
    const price = { ...data.factors.price, output: { ...data.factors.price.output, slope: 2 } };
    const modelList = { ...data.modelList, models: data.modelList.models.slice(0, 60) };
    const few = { ...data, modelList };
    const otherwisePriced = { ...few, factors: { ...data.factors, price } };
    expect(priceObservations(few).length).toBeGreaterThan(0);
    expect(priceObservations(otherwisePriced)).toEqual(priceObservations(few));
  });
});

describe('the price lines in the file, which may be older than the list', () => {
  const estimate = createEstimator(method);
  const centralJoules = ({ usdPerMillionTokens: usd }: PriceObservation) => {
    const { perThousandOutputTokens: output, perThousandInputTokens: input } = estimate({
      model: {
        tier: 'price',
        inputUsdPerMillionTokens: usd.input,
        outputUsdPerMillionTokens: usd.output,
      },
      endpoints: servedAt(place),
    });
    return {
      output: output.acceleratorJoulesPerToken.central,
      input: input.acceleratorJoulesPerToken.central,
    };
  };
  const compared = observations.map((observation) => ({
    index: observation.joulesPerToken,
    byPrice: centralJoules(observation),
  }));

  test.each(TOKEN_KINDS)(
    'still meet the open models of this list, %s tokens: bias below 25 %%, eight in ten in the range (if not: npm run calibrate:price)',
    (kind) => {
      const lnRatios = compared.map(({ index, byPrice }) => Math.log(index[kind] / byPrice[kind]));
      expect(Math.abs(median(lnRatios))).toBeLessThan(Math.log(1.25));
      const reach = 1.645 * data.factors.price[kind].residualSdLn;
      const inside = lnRatios.filter((lnRatio) => Math.abs(lnRatio) <= reach);
      expect(inside.length / lnRatios.length).toBeGreaterThan(0.8);
    },
  );
});

describe('the calibrated price file', () => {
  test('puts the central estimate of a price on the fitted line, at any price', () => {
    const lines = fitPriceLines(observations);
    const estimate = createEstimator(methodOf({ ...data.factors, price: fitted }));
    for (const usd of [0.05, 1, 60]) {
      const { perThousandOutputTokens, perThousandInputTokens } = estimate({
        model: { tier: 'price', inputUsdPerMillionTokens: usd, outputUsdPerMillionTokens: usd },
        endpoints: servedAt(place),
      });
      const output = perThousandOutputTokens.acceleratorJoulesPerToken.central;
      const input = perThousandInputTokens.acceleratorJoulesPerToken.central;
      expect(output / joulesAtPrice(lines.output, usd)).toBeCloseTo(1, 9);
      expect(input / joulesAtPrice(lines.input, usd)).toBeCloseTo(1, 9);
    }
  });

  test('holds ranges that cover about nine in ten of the models whose maker it has not seen', () => {
    const { output, input } = validatePrice(observations, fitted);
    for (const { overall } of [output, input]) {
      expect(overall.rowsEqual.insideRangeShare).toBeGreaterThan(0.85);
      expect(overall.rowsEqual.insideRangeShare).toBeLessThan(0.95);
    }
  });

  test('keeps what people have written and counts models and makers', () => {
    expect(fitted.genericModel).toEqual(data.factors.price.genericModel);
    expect(fitted.electricityUsdPerKilowattHour).toBe(
      data.factors.price.electricityUsdPerKilowattHour,
    );
    expect(fitted.fittedOnModels).toBe(observations.length);
    expect(fitted.fittedOnMakers).toBe(new Set(observations.map(({ maker }) => maker)).size);
  });

  test('names as outliers only models of the fit that lie far off', () => {
    const models = new Set(observations.map(({ model }) => model));
    for (const { model, outputOverLine, inputOverLine } of fitted.outliers) {
      expect(models).toContain(model);
      const furthest = Math.max(
        Math.abs(Math.log(outputOverLine)) / fitted.output.residualSdLn,
        Math.abs(Math.log(inputOverLine)) / fitted.input.residualSdLn,
      );
      expect(furthest).toBeGreaterThan(2);
    }
  });
});
