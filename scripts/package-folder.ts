import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { packagedReleaseOf } from '../src/published/calculation-json.ts';
import { currentRelease } from '../src/release/current.ts';

const COMPILER = path.join('node_modules', 'typescript', 'bin', 'tsc');

/**
 * Builds package/ anew: the estimation core and the command line as plain modules with types, and
 * the release of this checkout. Returns the release's name. Throws where something does not compile.
 */
export async function buildPackageFolder(): Promise<string> {
  rmSync('package', { recursive: true, force: true });
  execFileSync(process.execPath, [COMPILER, '-p', 'tsconfig.package.json'], { stdio: 'inherit' });
  const current = currentRelease();
  const text = `${JSON.stringify(packagedReleaseOf(current))}\n`;
  await writeAtomically(path.join('package', 'release.json'), text);
  return current.release.release;
}
