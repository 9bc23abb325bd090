import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type TrainingField,
  trainingNumber,
} from '../../../../src/components/training/training-number.ts';

test.each<[TrainingField, string, number | undefined]>([
  ['megawattHours', ' ', undefined],
  ['megawattHours', '1200', 1200],
  ['megawattHours', '0,5', 0.5],
  ['parameters', '6.738', 6.738],
  ['flop', '6e24', 6e24],
])('%s is read from %j as %s', (name, text, value) => {
  expect(trainingNumber(name, text)).toEqual({ value, fault: '' });
});

test.each<[TrainingField, string, RegExp]>([
  ['megawattHours', '1,200', /^This can be 1\.200 or 1200: write it without the comma\.$/],
  ['megawattHours', '1.200', /^This can be 1\.200 or 1200: write it without the point\.$/],
  ['parameters', '1,200', /^This can be/],
  ['megawattHours', 'abc', /^A number was expected, such/],
  ['flop', '6e24x', /^A number was expected, such/],
  ['flop', '0', /^A number from/],
  ['chipHours', '-1', /^A number from/],
  ['megawattHours', '1e308', /^A number from 0\.000001 to 10000000000 was expected\.$/],
  ['lifetime', '1e-320', /^A number from/],
])('%s says what is wrong with %j', (name, text, fault) => {
  const read = trainingNumber(name, text);
  expect(read.value).toBeUndefined();
  expect(read.fault).toMatch(fault);
});

test('no attribute of ARIA is switched without a value: an empty one means false', () => {
  const scripts = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:ts|astro)$/.test(name),
  );
  expect(
    scripts.filter((name) =>
      /toggleAttribute\(\s*['"`]aria-/.test(readFileSync(`src/${name}`, 'utf8')),
    ),
  ).toEqual([]);
});
