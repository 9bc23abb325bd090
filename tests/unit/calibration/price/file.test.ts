import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { priceDifferences, withFittedPrice } from '../../../../src/calibration/price/file.ts';
import { PriceFile } from '../../../../src/catalog/method.ts';

const TEXT = `# Why this file is as it is.
sources:
  - some-source
fittedOnModels: 10
fittedOnMakers: 3
output: { intercept: -0.5, slope: 0.5, residualSdLn: 0.8 }
input: { intercept: -2, slope: 0.7, residualSdLn: 0.7 }
residualCorrelation: 0.7
# Far from the line.
outliers: []
genericModel: { activeBillions: 30, totalBillions: 330 } # a guess
electricityUsdPerKilowattHour: 0.08
`;
const inFile = PriceFile.parse(parse(TEXT));
const fitted: PriceFile = {
  ...inFile,
  fittedOnModels: 11,
  output: { ...inFile.output, slope: 0.1 + 0.2 },
  outliers: [{ model: 'maker/model', outputOverLine: 6.123456, inputOverLine: 0.123456 }],
};

describe('a price file and a fresh fit', () => {
  test('agree where they differ by rounding alone', () => {
    const rounded = { ...inFile, residualCorrelation: 0.7 * (1 + 1e-12) };
    expect(priceDifferences(inFile, rounded)).toEqual([]);
  });

  test('disagree by name, with both figures', () => {
    expect(priceDifferences(inFile, fitted)).toEqual([
      { field: 'fittedOnModels', inFile: 10, fitted: 11 },
      { field: 'output.slope', inFile: 0.5, fitted: 0.1 + 0.2 },
      { field: 'outliers', inFile: 'none', fitted: 'maker/model' },
    ]);
  });
});

describe('writing a fit', () => {
  const written = withFittedPrice(TEXT, fitted);

  test('keeps every digit of the fit, and outliers to three', () => {
    const read = PriceFile.parse(parse(written));
    expect(read.output.slope).toBe(0.1 + 0.2);
    expect(read.outliers).toEqual([
      { model: 'maker/model', outputOverLine: 6.12, inputOverLine: 0.123 },
    ]);
    expect(priceDifferences(read, fitted)).toEqual([]);
  });

  test('changes no line that people write', () => {
    const theirs = (text: string) =>
      text.split('\n').filter((line) => /^(#|sources|genericModel|electricity)/.test(line));
    expect(theirs(written)).toEqual(theirs(TEXT));
  });

  test('a second time changes nothing', () => {
    expect(withFittedPrice(written, fitted)).toBe(written);
  });

  test('refuses a text that is no price file', () => {
    expect(() => withFittedPrice('sources: []\n', fitted)).toThrow(
      'price.yaml › fittedOnModels: missing',
    );
  });
});
