import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  calibrateLatency,
  latencyDifferences,
  withLatencyNumbers,
} from '../src/calibration/latency/calibrate.ts';
import { LATENCY_FILE, readLatency } from '../src/calibration/latency/record.ts';
import {
  readSpeedConditioning,
  SPEED_CONDITIONING_FILE,
} from '../src/calibration/latency/speed-conditioning.ts';
import { speedReport } from '../src/calibration/latency/speed-report.ts';
import { speedReportDifferences } from '../src/calibration/latency/speed-report-differences.ts';
import { readData } from '../src/catalog/read-data.ts';
import { runCalibration } from './calibration-command.ts';

/** Fits the latency model to the measured rows, and looks what reading speeds would give. */

await runCalibration({
  name: 'calibrate:latency',
  purpose: `Fits the inter-token latency to data/measurements and writes ${LATENCY_FILE};
then computes what reading the endpoints' speeds and quantization would do to the ranges, and writes
${SPEED_CONDITIONING_FILE}. Takes half a minute. Run it after a pull, after new
sizes in data/models and after npm run calibrate.`,
  calibrate: (root) => {
    const data = readData(root);
    const inFile = readLatency(root);
    const calibrated = calibrateLatency(data.measurements, data.factors.accelerator, inFile);
    const report = speedReport(data, calibrated);
    const reported = existsSync(path.join(root, SPEED_CONDITIONING_FILE))
      ? readSpeedConditioning(root)
      : undefined;
    return [
      {
        file: LATENCY_FILE,
        basis: `${report.measuredRows} measured rows in ${report.architectureGroups} groups`,
        differences: latencyDifferences(inFile, calibrated),
        rewritten: (text) => withLatencyNumbers(text, calibrated),
      },
      {
        file: SPEED_CONDITIONING_FILE,
        basis: `these rows and ${report.observedSpeeds.endpoints} speeds of the list of ${report.listRetrieved}`,
        differences: speedReportDifferences(reported, report),
        rewritten: () => `${JSON.stringify(report, undefined, 2)}\n`,
      },
    ];
  },
});
