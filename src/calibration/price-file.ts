import { parseDocument } from 'yaml';
import { PriceFile } from '../catalog/method.ts';

/** Path of the price lines from the project's root. */
export const PRICE_FILE = 'data/factors/price.yaml';

/** A field that a fresh fit would change. */
export interface PriceDifference {
  /** Field in the file, dotted. */
  field: string;
  inFile: string;
  fitted: string;
}

/** Rounding of another processor or JavaScript engine stays far below; a changed price far above. */
const SAME_WITHIN_SHARE = 1e-6;

interface FittedNumber {
  path: string[];
  value: number;
}

function fittedNumbers(file: PriceFile): FittedNumber[] {
  const line = (kind: 'output' | 'input') =>
    (['intercept', 'slope', 'residualSdLn'] as const).map((name) => ({
      path: [kind, name],
      value: file[kind][name],
    }));
  return [
    { path: ['fittedOnModels'], value: file.fittedOnModels },
    { path: ['fittedOnMakers'], value: file.fittedOnMakers },
    ...line('output'),
    ...line('input'),
    { path: ['residualCorrelation'], value: file.residualCorrelation },
  ];
}

/** What a fresh calibration would change, rounding apart. Empty: file and list agree. */
export function priceDifferences(inFile: PriceFile, fitted: PriceFile): PriceDifference[] {
  const held = fittedNumbers(inFile);
  const numbers = fittedNumbers(fitted).flatMap(({ path, value }, index) => {
    const before = held[index]?.value ?? Number.NaN;
    if (Math.abs(before - value) <= SAME_WITHIN_SHARE * Math.abs(value)) return [];
    return [{ field: path.join('.'), inFile: String(before), fitted: String(value) }];
  });
  const names = (file: PriceFile) => file.outliers.map(({ model }) => model).join(', ') || 'none';
  const sameOutliers = names(inFile) === names(fitted);
  return [
    ...numbers,
    ...(sameOutliers ? [] : [{ field: 'outliers', inFile: names(inFile), fitted: names(fitted) }]),
  ];
}

/** Three digits say how far out a model lies; more would change with every pull. */
const OUTLIER_DIGITS = 3;

/**
 * The text of the price file with its fitted fields replaced; comments and the rest stay. Throws
 * where the text is not a price file.
 */
export function withFittedPrice(text: string, fitted: PriceFile): string {
  const document = parseDocument(text);
  for (const { path, value } of fittedNumbers(fitted)) document.setIn(path, value);
  const rounded = (value: number) => Number(value.toPrecision(OUTLIER_DIGITS));
  const outliers = fitted.outliers.map(({ model, outputOverLine, inputOverLine }) =>
    document.createNode(
      {
        model,
        outputOverLine: rounded(outputOverLine),
        inputOverLine: rounded(inputOverLine),
      },
      { flow: true },
    ),
  );
  document.setIn(['outliers'], document.createNode(outliers));
  PriceFile.parse(document.toJS());
  return document.toString({ lineWidth: 0 });
}
