import { runCommand, takesNothing } from './command.ts';
import { buildPackageFolder } from './package-folder.ts';

const HELP = `Builds the estimation as a package with a command line, into package/; npm pack runs it.

  npm run build:package`;

await runCommand('build:package', HELP, async () => {
  takesNothing();
  // On stderr: what npm pack says on stdout is for programs.
  console.error(`package/ holds release ${await buildPackageFolder()}.`);
});
