import { describe, expect, test } from 'vitest';
import { readMethodVersions } from '../../../src/catalog/method-versions.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { METHOD_VERSION } from '../../../src/library/method-version.ts';
import { readReleaseList } from '../../../src/release/archive.ts';
import { coefficientsSha256 } from '../../../src/release/method-coefficients.ts';

const records = readMethodVersions(process.cwd());
const versions = records.map(({ version }) => version);

test('the versions of the method end with the present one, which says what it changed', () => {
  expect(versions.at(-1)).toBe(METHOD_VERSION);
});

test('every archived release was made by a version that says what it changed', () => {
  for (const { methodVersion } of readReleaseList(process.cwd())) {
    expect(versions).toContain(methodVersion);
  }
});

describe('the coefficients of data/factors', () => {
  const { factors } = readData(process.cwd());

  test('are those of the present version of the method', () => {
    expect(
      coefficientsSha256(factors),
      `A number in data/factors is not that of method ${METHOD_VERSION}: raise METHOD_VERSION in src/library/method-version.ts, say in data/method-versions.yaml what changed, and note this hash there as coefficientsSha256.`,
    ).toBe(records.at(-1)?.coefficientsSha256);
  });

  test('are others with any number of the method, and the same with other words or price lines', () => {
    const { accelerator, facility, price } = factors;
    const hash = coefficientsSha256(factors);
    const { intercept } = price.line;
    const refitted = { ...price, line: { ...price.line, intercept: intercept + 1 } };
    expect(coefficientsSha256({ ...factors, price: refitted })).toBe(hash);
    const closed = { ...price.closed, marginFactor: price.closed.marginFactor * 1.01 };
    expect(coefficientsSha256({ ...factors, price: { ...price, closed } })).not.toBe(hash);
    const reworded = { ...facility.grid, note: 'Put better.', sources: [] };
    expect(coefficientsSha256({ ...factors, facility: { ...facility, grid: reworded } })).toBe(
      hash,
    );
    const [name, coefficient] = Object.entries(accelerator.fitted)[0]!;
    const moved = { ...coefficient, value: coefficient.value + 0.001 };
    const fitted = { ...accelerator.fitted, [name]: moved };
    expect(coefficientsSha256({ ...factors, accelerator: { ...accelerator, fitted } })).not.toBe(
      hash,
    );
  });
});
