import { ACCELERATOR_ENERGY_FILE, type AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import {
  type CalibratedNumber,
  coefficientNumbers,
  type Difference,
  numberDifferences,
  withNumbers,
} from '../yaml-numbers.ts';
import { FREE_PARAMETERS } from './free-parameters.ts';

/** The numbers of a coefficient file that calibration writes. */
function calibratedNumbers(file: AcceleratorEnergyFile): CalibratedNumber[] {
  const { fitted, unknownArchitecture, formErrorSdLn, runErrorSdLn } = file;
  const { lnLayers, lnKvBytesPerContextToken: lnKv } = unknownArchitecture;
  const layers = ['unknownArchitecture', 'lnLayers'];
  const kv = ['unknownArchitecture', 'lnKvBytesPerContextToken'];
  return [
    ...coefficientNumbers(FREE_PARAMETERS, fitted),
    { path: [...layers, 'intercept'], value: lnLayers.intercept },
    { path: [...layers, 'lnTotal'], value: lnLayers.lnTotal },
    { path: [...kv, 'intercept'], value: lnKv.intercept },
    { path: [...kv, 'lnActive'], value: lnKv.lnActive },
    { path: [...kv, 'lnTotal'], value: lnKv.lnTotal },
    { path: ['formErrorSdLn', 'architecture'], value: formErrorSdLn.architecture },
    { path: ['formErrorSdLn', 'parameters'], value: formErrorSdLn.parameters },
    { path: ['runErrorSdLn', 'architecture'], value: runErrorSdLn.architecture },
    { path: ['runErrorSdLn', 'parameters'], value: runErrorSdLn.parameters },
    { path: ['runErrorSdLn', 'disaggregated'], value: runErrorSdLn.disaggregated },
  ];
}

/** The numbers that a fresh calibration would change. Empty: file and rows agree. */
export function differences(
  inFile: AcceleratorEnergyFile,
  calibrated: AcceleratorEnergyFile,
): Difference[] {
  return numberDifferences(calibratedNumbers(inFile), calibratedNumbers(calibrated));
}

/** The text of the coefficient file with its calibrated numbers replaced in place. Throws where the text lacks the place for one. */
export function withCalibratedNumbers(text: string, calibrated: AcceleratorEnergyFile): string {
  return withNumbers(ACCELERATOR_ENERGY_FILE, text, calibratedNumbers(calibrated));
}
