import { calibrateEnergy } from '../src/calibration/energy/calibrated-energy.ts';
import { differences, withCalibratedNumbers } from '../src/calibration/energy/coefficient-file.ts';
import {
  leaveAllOut,
  leftOutDifferences,
  leftOutText,
  toFile,
} from '../src/calibration/energy/left-out-file.ts';
import { measuredPoints } from '../src/calibration/energy/measured-points.ts';
import { ACCELERATOR_ENERGY_FILE } from '../src/catalog/factor-files.ts';
import { LEFT_OUT_FITS_FILE } from '../src/catalog/left-out-fits.ts';
import { METHOD_VERSIONS_FILE } from '../src/catalog/method-versions.ts';
import { readData } from '../src/catalog/read-data.ts';
import { runCalibration } from './calibration-command.ts';

/** Fits the energy model to the measured rows and writes its coefficients. */

await runCalibration({
  name: 'calibrate',
  purpose: `Fits the accelerator energy model to data/measurements and writes ${ACCELERATOR_ENERGY_FILE} and ${LEFT_OUT_FITS_FILE}.`,
  next: `new coefficients are a new version of the method. Raise METHOD_VERSION in src/library/method-version.ts, say in ${METHOD_VERSIONS_FILE} and CHANGELOG.md what changed, then run npm run calibrate:price.`,
  calibrate: (root) => {
    const data = readData(root);
    const { measurements, servingMeasurements, factors } = data;
    const leftOut = leaveAllOut(measuredPoints(data), factors.accelerator);
    const calibrated = calibrateEnergy(data, leftOut.architectureGroup);
    const basis = `${measurements.length + servingMeasurements.length} measured rows in ${calibrated.measuredGroups} groups`;
    const fits = toFile(leftOut);
    return [
      {
        file: ACCELERATOR_ENERGY_FILE,
        basis,
        differences: differences(factors.accelerator, calibrated),
        rewritten: (text) => withCalibratedNumbers(text, calibrated),
      },
      {
        file: LEFT_OUT_FITS_FILE,
        basis,
        differences: leftOutDifferences(data.leftOutFits, fits),
        rewritten: () => leftOutText(fits),
      },
    ];
  },
});
