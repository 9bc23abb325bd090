import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  calibrateLatency,
  latencyDifferences,
  withLatencyNumbers,
} from '../src/calibration/latency-calibrate.ts';
import { sharpenByEndpoints } from '../src/calibration/latency-endpoints.ts';
import { compareObservedSpeeds } from '../src/calibration/latency-observed.ts';
import { summariseSharpening } from '../src/calibration/latency-summary.ts';
import { validateLatencyConditioning } from '../src/calibration/latency-validation.ts';
import { LATENCY_FILE, LatencyFile } from '../src/catalog/latency.ts';
import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { readData } from '../src/catalog/read-data.ts';
import { readYaml } from '../src/catalog/read-file.ts';

/** Fits the latency model to the measured rows and writes its coefficients. */

const HELP = `Fits the inter-token latency to data/measurements and writes ${LATENCY_FILE}.

  npm run calibrate:latency -- [options]

  --check    write nothing; say which numbers are not in step with the rows
  --report   write nothing; print as JSON what reading speeds would do to the ranges: validation on
             measured rows, observed speeds against predicted, widths over the list (half a minute)
  --help     this text

Exit code: 0 if all went well; 1 if the data cannot be read, or --check found a difference.`;

try {
  main();
} catch (error) {
  if (error instanceof DataProblems) {
    for (const problem of error.problems) console.error(problemLine(problem));
  } else if (error instanceof RangeError || isWrongUse(error)) {
    console.error(error.message);
  } else {
    throw error;
  }
  process.exitCode = 1;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const root = process.cwd();
  const data = readData(root);
  const file = readLatency(root);
  if (values.report) {
    const report = {
      validation: validateLatencyConditioning({ ...data, latency: file }),
      observedSpeeds: compareObservedSpeeds(data, file),
      widths: summariseSharpening(sharpenByEndpoints(data, file)),
    };
    console.log(JSON.stringify(report, undefined, 2));
    return;
  }
  const calibrated = calibrateLatency(data.measurements, data.factors.accelerator, file);
  const changed = latencyDifferences(file, calibrated);
  for (const { field, inFile, fitted } of changed) {
    console.log(`${LATENCY_FILE} › ${field}: ${inFile ?? 'nothing'}, fitted ${fitted}`);
  }
  if (changed.length === 0) {
    console.log(`In step: the latency coefficients are those of the measured rows.`);
    return;
  }
  if (values.check) {
    console.error('The coefficients are not those of the rows. Run: npm run calibrate:latency');
    process.exitCode = 1;
    return;
  }
  const target = path.join(root, LATENCY_FILE);
  const draft = `${target}.new`;
  writeFileSync(draft, withLatencyNumbers(readFileSync(target, 'utf8'), calibrated));
  renameSync(draft, target);
  console.log(`Written: ${changed.length} numbers.`);
}

/** The latency record, read by its schema. Throws DataProblems with all that is wrong with it. */
function readLatency(root: string): LatencyFile {
  const { data, problems } = readYaml({ root, file: LATENCY_FILE, recordDepth: 1 }, LatencyFile);
  if (data === undefined) throw new DataProblems(problems);
  return data;
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_');
}
