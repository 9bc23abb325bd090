import { isScalar, parseDocument } from 'yaml';

/** A number that calibration writes, and its place in a file. */
export interface CalibratedNumber {
  path: readonly string[];
  value: number;
}

/** A coefficient as the files hold it, with the standard error of its logarithm. */
export interface FittedCoefficient {
  value: number;
  standardErrorLn?: number | undefined;
}

/** The numbers of the field `fitted` of a file, name by name. */
export function coefficientNumbers<Name extends string>(
  names: readonly Name[],
  fitted: Readonly<Record<Name, FittedCoefficient>>,
): CalibratedNumber[] {
  return names.flatMap((name) => {
    const { value, standardErrorLn } = fitted[name];
    return [
      { path: ['fitted', name, 'value'], value },
      ...(standardErrorLn === undefined
        ? []
        : [{ path: ['fitted', name, 'standardErrorLn'], value: standardErrorLn }]),
    ];
  });
}

/** Where a file and a fresh calibration disagree. */
export interface Difference {
  /** Field in the file, dotted. */
  field: string;
  /** Absent where the file lacks the field. */
  inFile: number | string | undefined;
  fitted: number | string;
}

/** Rounding of another processor or JavaScript engine stays far below; a changed fact far above. */
const SAME_WITHIN_SHARE = 1e-6;

/** The numbers that a fresh calibration would change, rounding apart. Empty: nothing to write. */
export function numberDifferences(
  inFile: readonly CalibratedNumber[],
  calibrated: readonly CalibratedNumber[],
): Difference[] {
  const before = new Map(inFile.map(({ path, value }) => [path.join('.'), value]));
  return calibrated.flatMap(({ path, value: fitted }) => {
    const field = path.join('.');
    const held = before.get(field);
    const same =
      held !== undefined && Math.abs(held - fitted) <= SAME_WITHIN_SHARE * Math.abs(fitted);
    return same ? [] : [{ field, inFile: held, fitted }];
  });
}

/**
 * The text of a YAML file with numbers replaced in their places, in full digits, so that comments
 * and layout stay. Throws a RangeError, naming all of them, where the text lacks a place.
 */
export function withNumbers(
  file: string,
  text: string,
  numbers: readonly CalibratedNumber[],
): string {
  const document = parseDocument(text);
  const missing: string[] = [];
  const replacements = numbers.flatMap(({ path, value }) => {
    const node = document.getIn(path, true);
    if (isScalar(node) && node.range) {
      const [start, end] = node.range;
      return [{ start, end, value }];
    }
    missing.push(`${file} › ${path.join('.')}: missing; write any number there`);
    return [];
  });
  if (missing.length > 0) throw new RangeError(missing.join('\n'));
  return replacements
    .toSorted((one, other) => other.start - one.start)
    .reduce((held, { start, end, value }) => held.slice(0, start) + value + held.slice(end), text);
}
