import { describe, expect, test } from 'vitest';
import { effectiveBillionsOf, FactualCapacityRows } from '../../../src/catalog/factual-capacity.ts';
import { closedRequest } from '../../../src/estimation/price.ts';
import { data, method } from '../estimation/method-under-test.ts';

const row = (change: object) =>
  FactualCapacityRows.parse([
    {
      model: 'maker/model',
      vendor: 'maker',
      weights: 'closed',
      effectiveBillions: '100',
      refusalShare: '0.1',
      ...change,
    },
  ]);

describe('what a model knows', () => {
  test('is read where it refused few questions, and never of Google’s models', () => {
    expect(effectiveBillionsOf('maker/model', row({}))).toBe(100);
    expect(effectiveBillionsOf('maker/other', row({}))).toBeUndefined();
    expect(effectiveBillionsOf('maker/model', row({ refusalShare: '0.16' }))).toBeUndefined();
    expect(effectiveBillionsOf('maker/model', row({ vendor: 'google' }))).toBeUndefined();
  });

  test('is that of the run that refused least, where there are two', () => {
    const rows = [
      ...row({ effectiveBillions: '50', refusalShare: '0.14' }),
      ...row({ effectiveBillions: '80', refusalShare: '0.02' }),
    ];
    expect(effectiveBillionsOf('maker/model', rows)).toBe(80);
  });

  test('is refused as data where a figure is missing or no number', () => {
    expect(() => row({ effectiveBillions: '' })).toThrow();
    expect(() => row({ refusalShare: '1.2' })).toThrow();
  });

  test('is fitted on several makers, and leaves less open, with the price, than the price alone', () => {
    expect(data.factors.price.withCapacity.fittedOnMakers).toBeGreaterThan(2);
    const { sdLn, sdLnWithCapacity } = method.price.closed;
    expect(sdLnWithCapacity).toBeLessThan(sdLn);
  });

  test('moves a closed model’s energy up with what it knows, and down with what it does not', () => {
    const offer = { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 4 };
    const at = (effectiveBillions: number) =>
      closedRequest({ ...offer, effectiveBillions }, method.price);
    expect(at(2000).mean - at(200).mean).toBeCloseTo(
      method.price.withCapacity.capacitySlope * Math.log(10),
      12,
    );
    expect(at(200).sd).toBeLessThan(closedRequest(offer, method.price).sd);
  });
});
