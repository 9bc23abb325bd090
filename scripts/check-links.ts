import { existsSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { DEFAULT_SITE, placeOfSite } from '../src/site.ts';
import { brokenLinks } from './broken-links.ts';
import { runCommand, Unusable } from './command.ts';

const HELP = `Follows every address in the built site: pages, styles, feeds, sitemap, files.

  npm run check:links -- [FOLDER]

FOLDER is dist where none is named. SITE_URL in the environment is what the site was built with.
Exit code: 0 if each leads to a file; 1 if one does not.`;

await runCommand('check:links', HELP, async () => {
  const [folder = 'dist', ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (others.length > 0) throw new Unusable('expected one folder');
  if (!existsSync(folder))
    throw new Unusable(`there is no folder ${folder}: npm run build makes dist`);
  const { site } = placeOfSite(process.env.SITE_URL ?? DEFAULT_SITE);
  const broken = brokenLinks(folder, new URL(site));
  for (const one of broken) console.error(one);
  if (broken.length > 0) {
    console.error(`\n${broken.length} addresses in ${folder} lead to no file of ${site}.`);
    process.exitCode = 1;
  } else {
    console.log(`Every address in ${folder} leads to a file of ${site}.`);
  }
});
