import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { priceDifferences, withFittedPrice } from '../../../../src/calibration/price/file.ts';
import { PriceFile } from '../../../../src/catalog/price-file.ts';

const TEXT = `# Why this file is as it is.
line:
  intercept: -0.5
  slope: 0.5
  residualSdLn: 0.8
  fittedOnModels: 10
  fittedOnMakers: 3
  how: derived
  sources:
    - some-source
  note: a line
# Far from the line.
outliers: []
withCapacity:
  intercept: 0
  priceSlope: 0.5
  capacitySlope: 0.5
  residualSdLn: 0.5
  priceAloneResidualSdLn: 0.7
  fittedOnModels: 5
  fittedOnMakers: 2
  how: derived
  sources:
    - s
  note: n
request:
  how: derived
  sources:
    - s
  note: n
  inputTokensPerOutputToken: 8
  contextTokens: 7834
knownSize:
  how: derived
  sources:
    - s
  note: n
  manyHosts: 3
  manyHostsSdLn: 0.5
  fewHostsSdLn: 0.6
  measuredAboveTotalBillions: 100
closed:
  how: assumed
  sources:
    - s
  note: n
  marginFactor: 0.8
  sdLn: 0.7
  sdLnWithCapacity: 0.6
  inputOverOutput: { median: 0.1, sdLn: 0.4 }
genericModel:
  how: assumed
  sources:
    - s
  note: n
  activeBillions: 30
  totalBillions: 330
electricityUsdPerKilowattHour: 0.08
`;
const inFile = PriceFile.parse(parse(TEXT));
const fitted: PriceFile = {
  ...inFile,
  line: { ...inFile.line, fittedOnModels: 11, slope: 0.1 + 0.2 },
  outliers: [{ model: 'maker/model', overLine: 6.123456 }],
};

describe('a price file and a fresh fit', () => {
  test('agree where they differ by rounding alone', () => {
    const { line } = inFile;
    const rounded = { ...inFile, line: { ...line, slope: line.slope * (1 + 1e-12) } };
    expect(priceDifferences(inFile, rounded)).toEqual([]);
  });

  test('disagree by name, with both figures', () => {
    expect(priceDifferences(inFile, fitted)).toEqual([
      { field: 'line.slope', inFile: 0.5, fitted: 0.1 + 0.2 },
      { field: 'line.fittedOnModels', inFile: 10, fitted: 11 },
      { field: 'outliers', inFile: 'none', fitted: 'maker/model' },
    ]);
  });
});

describe('writing a fit', () => {
  const written = withFittedPrice(TEXT, fitted);

  test('keeps every digit of the fit, and outliers to three', () => {
    const read = PriceFile.parse(parse(written));
    expect(read.line.slope).toBe(0.1 + 0.2);
    expect(read.outliers).toEqual([{ model: 'maker/model', overLine: 6.12 }]);
    expect(priceDifferences(read, fitted)).toEqual([]);
  });

  test('changes no line that people write', () => {
    const theirs = (text: string) => text.slice(text.indexOf('request:'));
    expect(theirs(written)).toEqual(theirs(TEXT));
  });

  test('a second time changes nothing', () => {
    expect(withFittedPrice(written, fitted)).toBe(written);
  });

  test('refuses a text that is no price file', () => {
    expect(() => withFittedPrice('sources: []\n', fitted)).toThrow(
      'price.yaml › line.intercept: missing',
    );
  });
});
