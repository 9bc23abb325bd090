import { calibrate } from '../src/calibration/energy/calibrate.ts';
import {
  COEFFICIENTS_FILE,
  differences,
  withCalibratedNumbers,
} from '../src/calibration/energy/coefficient-file.ts';
import { readData } from '../src/catalog/read-data.ts';
import { runCalibration } from './calibration-command.ts';

/** Fits the energy model to the measured rows and writes its coefficients. */

await runCalibration({
  name: 'calibrate',
  purpose: `Fits the accelerator energy model to data/measurements and writes ${COEFFICIENTS_FILE}.`,
  calibrate: (root) => {
    const { measurements, factors } = readData(root);
    const calibrated = calibrate(measurements, factors.accelerator);
    return [
      {
        file: COEFFICIENTS_FILE,
        basis: `${measurements.length} measured rows in ${calibrated.measuredGroups} groups`,
        differences: differences(factors.accelerator, calibrated),
        rewritten: (text) => withCalibratedNumbers(text, calibrated),
      },
    ];
  },
});
