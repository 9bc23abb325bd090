import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { calibrate } from '../src/calibration/calibrate.ts';
import {
  COEFFICIENTS_FILE,
  differences,
  withCalibratedNumbers,
} from '../src/calibration/coefficient-file.ts';
import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { readData } from '../src/catalog/read-data.ts';

/** Fits the energy model to the measured rows and writes its coefficients. */

const HELP = `Fits the accelerator energy model to data/measurements and writes ${COEFFICIENTS_FILE}.

  npm run calibrate -- [options]

  --check   write nothing; say which numbers are not in step with the rows
  --help    this text

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
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const root = process.cwd();
  const { measurements, factors } = readData(root);
  const calibrated = calibrate(measurements, factors.accelerator);
  const changed = differences(factors.accelerator, calibrated);
  for (const { field, inFile, fitted } of changed) {
    console.log(`${COEFFICIENTS_FILE} › ${field}: ${inFile ?? 'nothing'}, fitted ${fitted}`);
  }
  const rows = `${measurements.length} measured rows in ${calibrated.measuredGroups} groups`;
  if (changed.length === 0) {
    console.log(`In step: the coefficients are those of ${rows}.`);
    return;
  }
  if (values.check) {
    console.error('The coefficients are not those of the rows. Run: npm run calibrate');
    process.exitCode = 1;
    return;
  }
  const target = path.join(root, COEFFICIENTS_FILE);
  const draft = `${target}.new`;
  writeFileSync(draft, withCalibratedNumbers(readFileSync(target, 'utf8'), calibrated));
  renameSync(draft, target);
  console.log(`Written: ${changed.length} numbers, fitted to ${rows}.`);
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_');
}
