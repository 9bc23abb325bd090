import { isScalar, parseDocument } from 'yaml';
import { LATENCY_FILE, type LatencyFile } from '../catalog/latency.ts';
import type { MeasuredRow } from '../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../catalog/method.ts';
import type { Difference } from './coefficient-file.ts';
import { fitLatency } from './latency-fit.ts';
import {
  deviationStatistics,
  leaveEachOutOfLatency,
  leftOutDeviations,
} from './latency-left-out.ts';
import { LATENCY_PARAMETERS, type LatencyParameter } from './latency-parameters.ts';
import { leaveEachOut } from './leave-out.ts';
import { withoutOutliers } from './row-prediction.ts';

/** Rounding of another processor or JavaScript engine stays far below; a changed row far above. */
const SAME_WITHIN_SHARE = 1e-6;

/**
 * Everything in the latency record that follows from the measured rows: coefficients with their
 * jackknife standard errors, and the statistics of rows left out. The rest of `file` is kept.
 */
export function calibrateLatency(
  measurements: readonly MeasuredRow[],
  energyFile: AcceleratorEnergyFile,
  file: LatencyFile,
): LatencyFile {
  const rows = withoutOutliers(measurements);
  const { fitted } = fitLatency(rows, energyFile);
  const energyFits = leaveEachOut(rows, energyFile, 'architectureGroup');
  const unseen = leaveEachOutOfLatency(rows, energyFits);
  const withErrors = { ...fitted };
  for (const name of LATENCY_PARAMETERS) {
    const leftOut = [...unseen.values()].map((fit) => Math.log(fit.fitted.fitted[name].value));
    withErrors[name] = {
      value: fitted[name].value,
      standardErrorLn: jackknifeStandardError(leftOut),
    };
  }
  return {
    ...file,
    fitted: withErrors,
    leftOut: deviationStatistics(leftOutDeviations(rows, energyFits, unseen)),
  };
}

/** sqrt((G - 1) / G x sum of squared deviations of the G left-out values from their mean). */
function jackknifeStandardError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(((values.length - 1) / values.length) * squares);
}

/** The numbers that a fresh calibration would change, rounding apart. Empty: file and rows agree. */
export function latencyDifferences(inFile: LatencyFile, calibrated: LatencyFile): Difference[] {
  const before = new Map(
    calibratedNumbers(inFile).map(({ path, value }) => [path.join('.'), value]),
  );
  return calibratedNumbers(calibrated).flatMap(({ path, value: fitted }) => {
    const field = path.join('.');
    const held = before.get(field);
    const same = held !== undefined && Math.abs(held / fitted - 1) <= SAME_WITHIN_SHARE;
    return same ? [] : [{ field, inFile: held, fitted }];
  });
}

/**
 * The record's text with its calibrated numbers replaced in place, so that comments and layout stay.
 * Throws where the text lacks the place for one.
 */
export function withLatencyNumbers(text: string, calibrated: LatencyFile): string {
  const document = parseDocument(text);
  const replacements = calibratedNumbers(calibrated).map(({ path, value }) => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) {
      throw new RangeError(`${LATENCY_FILE} › ${path.join('.')}: missing; write any number there`);
    }
    const [start, end] = node.range;
    return { start, end, value };
  });
  return replacements
    .toSorted((one, other) => other.start - one.start)
    .reduce((held, { start, end, value }) => held.slice(0, start) + value + held.slice(end), text);
}

function calibratedNumbers({ fitted, leftOut }: LatencyFile) {
  const ofParameter = (name: LatencyParameter) => {
    const { value, standardErrorLn } = fitted[name];
    const error = ['fitted', name, 'standardErrorLn'];
    return [
      { path: ['fitted', name, 'value'], value },
      ...(standardErrorLn === undefined ? [] : [{ path: error, value: standardErrorLn }]),
    ];
  };
  return [
    ...LATENCY_PARAMETERS.flatMap(ofParameter),
    { path: ['leftOut', 'sdLn'], value: leftOut.sdLn },
    { path: ['leftOut', 'timePerEnergy'], value: leftOut.timePerEnergy },
    { path: ['leftOut', 'sdLnGivenEnergy'], value: leftOut.sdLnGivenEnergy },
  ];
}
