import { isScalar, parseDocument } from 'yaml';
import type { AcceleratorEnergyFile } from '../catalog/method.ts';
import { FREE_PARAMETERS } from './free-parameters.ts';

/** Path of the coefficients from the project's root. */
export const COEFFICIENTS_FILE = 'data/factors/accelerator-energy.yaml';

/** Where the file and a fresh fit disagree on a number. */
export interface Difference {
  /** Field in the file, dotted. */
  field: string;
  inFile: number | undefined;
  fitted: number;
}

/** Rounding of another processor or JavaScript engine stays far below; a changed row far above. */
const SAME_WITHIN_SHARE = 1e-6;

/** A number that calibration writes, and its place in the file. */
interface Calibrated {
  path: readonly string[];
  value: number | undefined;
}

/** The numbers of a coefficient file that calibration writes. */
function calibratedNumbers(file: AcceleratorEnergyFile): Calibrated[] {
  const { fitted, unknownArchitecture, formErrorSdLn } = file;
  const { lnLayers, lnKvBytesPerContextToken: lnKv } = unknownArchitecture;
  const layers = ['unknownArchitecture', 'lnLayers'];
  const kv = ['unknownArchitecture', 'lnKvBytesPerContextToken'];
  return [
    ...FREE_PARAMETERS.flatMap((name) => [
      { path: ['fitted', name, 'value'], value: fitted[name].value },
      { path: ['fitted', name, 'standardErrorLn'], value: fitted[name].standardErrorLn },
    ]),
    { path: [...layers, 'intercept'], value: lnLayers.intercept },
    { path: [...layers, 'lnTotal'], value: lnLayers.lnTotal },
    { path: [...kv, 'intercept'], value: lnKv.intercept },
    { path: [...kv, 'lnActive'], value: lnKv.lnActive },
    { path: [...kv, 'lnTotal'], value: lnKv.lnTotal },
    { path: ['formErrorSdLn', 'architecture'], value: formErrorSdLn.architecture },
    { path: ['formErrorSdLn', 'parameters'], value: formErrorSdLn.parameters },
  ];
}

/** The numbers that a fresh calibration would change, rounding apart. Empty: file and rows agree. */
export function differences(
  inFile: AcceleratorEnergyFile,
  calibrated: AcceleratorEnergyFile,
): Difference[] {
  const before = new Map(
    calibratedNumbers(inFile).map(({ path, value }) => [path.join('.'), value]),
  );
  return calibratedNumbers(calibrated).flatMap(({ path, value: fitted }) => {
    const field = path.join('.');
    const held = before.get(field);
    if (fitted === undefined) return [];
    const same = held !== undefined && Math.abs(held / fitted - 1) <= SAME_WITHIN_SHARE;
    return same ? [] : [{ field, inFile: held, fitted }];
  });
}

/**
 * The text of the coefficient file with its calibrated numbers replaced in place, so that comments
 * and layout stay. Throws where the text lacks the place for one.
 */
export function withCalibratedNumbers(text: string, calibrated: AcceleratorEnergyFile): string {
  const document = parseDocument(text);
  const replacements = calibratedNumbers(calibrated).flatMap(({ path, value }) => {
    if (value === undefined) return [];
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) {
      const field = path.join('.');
      throw new RangeError(`${COEFFICIENTS_FILE} › ${field}: missing; write any number there`);
    }
    const [start, end] = node.range;
    return [{ start, end, value }];
  });
  return replacements
    .toSorted((one, other) => other.start - one.start)
    .reduce((held, { start, end, value }) => held.slice(0, start) + value + held.slice(end), text);
}
