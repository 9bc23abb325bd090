import { expect, test } from 'vitest';
import type { EstimationInput } from '../../../src/estimation/preparation.ts';
import { inputsById } from '../../../src/library/estimation-inputs.ts';
import { placeOn } from '../estimation/method-under-test.ts';

test.each(['__proto__', 'constructor', 'toString'])('a place may be called %s', (name) => {
  const model: EstimationInput['model'] = {
    tier: 'price',
    inputUsdPerMillionTokens: 1,
    outputUsdPerMillionTokens: 2,
  };
  const models = [{ id: 'a/b', model, endpoints: [{ share: 1, place: name }] }];
  const places = JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(placeOn(100, name))}}`);
  expect(inputsById({ places, models }).get('a/b')?.endpoints[0]?.place.id).toBe(name);
  expect(inputsById({ places: {}, models }).get('a/b')?.endpoints).toEqual([]);
});
