import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../../catalog/method.ts';
import { leaveEachOut } from '../energy/leave-out.ts';
import { withoutOutliers } from '../energy/row-prediction.ts';
import { jackknifeStandardError } from '../statistics/jackknife.ts';
import {
  type CalibratedNumber,
  coefficientNumbers,
  type Difference,
  numberDifferences,
  withNumbers,
} from '../yaml-numbers.ts';
import { fitLatency } from './fit.ts';
import { deviationStatistics, leaveEachOutOfLatency, leftOutDeviations } from './left-out.ts';
import { LATENCY_PARAMETERS } from './parameters.ts';
import { LATENCY_FILE, type LatencyFile } from './record.ts';

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

/** The numbers that a fresh calibration would change. Empty: file and rows agree. */
export function latencyDifferences(inFile: LatencyFile, calibrated: LatencyFile): Difference[] {
  return numberDifferences(calibratedNumbers(inFile), calibratedNumbers(calibrated));
}

/** The record's text with its calibrated numbers replaced in place. Throws where the text lacks the place for one. */
export function withLatencyNumbers(text: string, calibrated: LatencyFile): string {
  return withNumbers(LATENCY_FILE, text, calibratedNumbers(calibrated));
}

function calibratedNumbers({ fitted, leftOut }: LatencyFile): CalibratedNumber[] {
  return [
    ...coefficientNumbers(LATENCY_PARAMETERS, fitted),
    { path: ['leftOut', 'sdLn'], value: leftOut.sdLn },
    { path: ['leftOut', 'timePerEnergy'], value: leftOut.timePerEnergy },
    { path: ['leftOut', 'sdLnGivenEnergy'], value: leftOut.sdLnGivenEnergy },
  ];
}
