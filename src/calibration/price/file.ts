import { parseDocument } from 'yaml';
import { PRICE_FILE, type PriceFile } from '../../catalog/price-file.ts';
import {
  type CalibratedNumber,
  type Difference,
  numberDifferences,
  withNumbers,
} from '../yaml-numbers.ts';

const LINE_NUMBERS = [
  'intercept',
  'slope',
  'residualSdLn',
  'fittedOnModels',
  'fittedOnMakers',
] as const;

const CAPACITY_NUMBERS = [
  'intercept',
  'priceSlope',
  'capacitySlope',
  'residualSdLn',
  'priceAloneResidualSdLn',
  'fittedOnModels',
  'fittedOnMakers',
] as const;

function fittedNumbers({ line, withCapacity }: PriceFile): CalibratedNumber[] {
  return [
    ...LINE_NUMBERS.map((name) => ({ path: ['line', name], value: line[name] })),
    ...CAPACITY_NUMBERS.map((name) => ({
      path: ['withCapacity', name],
      value: withCapacity[name],
    })),
  ];
}

/** What a fresh calibration would change. Empty: file and list agree. */
export function priceDifferences(inFile: PriceFile, fitted: PriceFile): Difference[] {
  const names = (file: PriceFile) => file.outliers.map(({ model }) => model).join(', ') || 'none';
  const sameOutliers = names(inFile) === names(fitted);
  return [
    ...numberDifferences(fittedNumbers(inFile), fittedNumbers(fitted)),
    ...(sameOutliers ? [] : [{ field: 'outliers', inFile: names(inFile), fitted: names(fitted) }]),
  ];
}

/** Three digits say how far out a model lies; more would change with every pull. */
const OUTLIER_DIGITS = 3;

/**
 * The text of the price file with its fitted fields replaced; comments and the rest stay. Throws
 * where the text lacks one of them.
 */
export function withFittedPrice(text: string, fitted: PriceFile): string {
  const document = parseDocument(withNumbers(PRICE_FILE, text, fittedNumbers(fitted)));
  const rounded = (value: number) => Number(value.toPrecision(OUTLIER_DIGITS));
  const outliers = fitted.outliers.map(({ model, overLine }) =>
    document.createNode({ model, overLine: rounded(overLine) }, { flow: true }),
  );
  document.setIn(['outliers'], document.createNode(outliers));
  return document.toString({ lineWidth: 0 });
}
