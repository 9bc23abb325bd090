import { buildPackageFolder } from './package-folder.ts';

/** Builds the package into package/; `npm pack` runs it. What it says goes to stderr, for npm's sake. */

console.error(`package/ holds release ${await buildPackageFolder()}.`);
