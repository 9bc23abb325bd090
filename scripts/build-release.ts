import { archiveRelease, OtherFigures } from '../src/published/archive/publish.ts';
import { currentRelease } from '../src/release/current.ts';
import { runCommand, takesNothing, Unusable } from './command.ts';

const HELP = `Archives the release of this checkout under data/releases, where it stays for good.

  npm run release

Exit code: 0 if it is archived; 1 if other figures are archived under its name.`;

const WORDS = {
  archived: 'is archived: commit data/releases.',
  'there already': 'is archived already, byte for byte.',
  'same figures there':
    'is archived already with the same figures in an earlier form; the archive stays as it is.',
} as const;

await runCommand('release', HELP, async () => {
  takesNothing();
  const { release } = currentRelease();
  const today = new Date().toISOString().slice(0, 10);
  try {
    const done = await archiveRelease(process.cwd(), release, today);
    console.log(`Release ${release.release} (method ${release.methodVersion}) ${WORDS[done]}`);
  } catch (error) {
    throw error instanceof OtherFigures ? new Unusable(error.message) : error;
  }
});
