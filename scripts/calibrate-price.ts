import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { calibratePrice } from '../src/calibration/price-calibrate.ts';
import { PRICE_FILE, priceDifferences, withFittedPrice } from '../src/calibration/price-file.ts';
import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { readData } from '../src/catalog/read-data.ts';

/** Fits energy to list prices over the open models of known size and writes the lines. */

const HELP = `Fits energy per token to list price over the open models of known size and writes ${PRICE_FILE}.
Run it after a pull, after new sizes in data/models and after npm run calibrate.

  npm run calibrate:price -- [options]

  --check   write nothing; say which numbers are not in step with list and sizes
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
  const data = readData(root);
  const fitted = calibratePrice(data);
  const changed = priceDifferences(data.factors.price, fitted);
  for (const { field, inFile, fitted } of changed) {
    console.log(`${PRICE_FILE} › ${field}: ${inFile}, fitted ${fitted}`);
  }
  const models = `${fitted.fittedOnModels} open models of ${fitted.fittedOnMakers} makers`;
  if (changed.length === 0) {
    console.log(`In step: the lines are those of ${models}.`);
    return;
  }
  if (values.check) {
    console.error('The lines are not those of the list. Run: npm run calibrate:price');
    process.exitCode = 1;
    return;
  }
  const target = path.join(root, PRICE_FILE);
  const draft = `${target}.new`;
  writeFileSync(draft, withFittedPrice(readFileSync(target, 'utf8'), fitted));
  renameSync(draft, target);
  console.log(`Written: ${changed.length} fields, fitted to ${models}.`);
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_');
}
