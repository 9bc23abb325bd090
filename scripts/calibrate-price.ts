import { calibratePrice } from '../src/calibration/price/calibrated-price.ts';
import { priceDifferences, withFittedPrice } from '../src/calibration/price/file.ts';
import { whyPriceLinesStay } from '../src/calibration/price/why-lines-stay.ts';
import { PRICE_FILE } from '../src/catalog/price-file.ts';
import { readData } from '../src/catalog/read-data.ts';
import { runCalibration } from './calibration-command.ts';

/** Fits energy to list prices over the open models of known size and writes the line. */

await runCalibration({
  name: 'calibrate:price',
  purpose: `Fits the energy of a request to its price over the open models of known size and writes ${PRICE_FILE}.
Run it after a pull, after new sizes in data/models and after npm run calibrate.`,
  next: 'look at what moved (npm run preview), then archive it (npm run release) and add a line to CHANGELOG.md.',
  calibrate: (root, { check }) => {
    const data = readData(root);
    const keptBecause = check ? whyPriceLinesStay(data) : undefined;
    if (keptBecause !== undefined) return [{ file: PRICE_FILE, keptBecause }];
    const fitted = calibratePrice(data);
    return [
      {
        file: PRICE_FILE,
        basis: `${fitted.line.fittedOnModels} open models of ${fitted.line.fittedOnMakers} makers`,
        differences: priceDifferences(data.factors.price, fitted),
        rewritten: (text) => withFittedPrice(text, fitted),
      },
    ];
  },
});
