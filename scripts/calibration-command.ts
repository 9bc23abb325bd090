import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Difference } from '../src/calibration/yaml-numbers.ts';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { runCommand } from './command.ts';

/** A file that stands as it is, whatever a fresh calibration would make of it. */
interface KeptFile {
  file: string;
  keptBecause: string;
}

/** A file that a calibration keeps, and what a fresh one makes of it. */
export interface CalibratedFile {
  /** Path from the project's root. */
  file: string;
  /** What the numbers follow from, such as "446 measured rows". */
  basis: string;
  differences: readonly Difference[];
  /** The new text, from the old one; that is empty where there is no file yet. */
  rewritten: (text: string) => string;
}

/** One of the calibrations. */
export interface Calibration {
  /** The npm script. */
  name: string;
  /** What it does, before the options. */
  purpose: string;
  /** Computes the files anew; writes nothing. */
  calibrate: (root: string, options: { check: boolean }) => (CalibratedFile | KeptFile)[];
  /** What a person has to do once something is written. */
  next: string;
}

/** Runs a calibration with the option that all have: --check. */
export function runCalibration({ name, purpose, calibrate, next }: Calibration): Promise<void> {
  return runCommand(name, helpText(name, purpose), async () => {
    const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
    const root = process.cwd();
    let hasWritten = false;
    for (const calibrated of calibrate(root, values)) {
      if ('keptBecause' in calibrated) {
        console.log(`In step: ${calibrated.file} stays as it was: ${calibrated.keptBecause}.`);
        continue;
      }
      const { file, basis, differences } = calibrated;
      for (const { field, inFile, fitted } of differences) {
        console.log(`${file} › ${field}: ${inFile ?? 'nothing'}, fitted ${fitted}`);
      }
      if (differences.length === 0) {
        console.log(`In step: ${file} is that of ${basis}.`);
      } else if (values.check) {
        console.error(`${file} is not that of ${basis}. Run: npm run ${name}`);
        process.exitCode = 1;
      } else {
        await rewrite(path.join(root, file), calibrated);
        console.log(`Written: ${file}, ${differences.length} fields, from ${basis}.`);
        hasWritten = true;
      }
    }
    if (hasWritten) console.log(`Next: ${next}`);
  });
}

async function rewrite(target: string, { rewritten }: CalibratedFile): Promise<void> {
  const text = existsSync(target) ? readFileSync(target, 'utf8') : '';
  await writeAtomically(target, rewritten(text));
}

function helpText(name: string, purpose: string): string {
  return `${purpose}

  npm run ${name} -- [options]

  --check   write nothing; say which numbers are not in step
  --help    this text

Exit code: 0 if all went well; 1 if the data cannot be read, or --check found a difference.`;
}
