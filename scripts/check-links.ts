import process from 'node:process';
import { DEFAULT_SITE, placeOfSite } from '../src/site.ts';
import { brokenLinks } from './broken-links.ts';

/**
 * Follows every address in the built site, or in the folder that is named: pages, styles, feeds, sitemap,
 * files. SITE_URL is what the site was built with.
 */

const [folder = 'dist'] = process.argv.slice(2);
const { site } = placeOfSite(process.env.SITE_URL ?? DEFAULT_SITE);
const broken = brokenLinks(folder, new URL(site));
for (const one of broken) console.error(one);
if (broken.length > 0) {
  console.error(`\n${broken.length} addresses in ${folder} lead to no file of ${site}.`);
  process.exitCode = 1;
} else {
  console.log(`Every address in ${folder} leads to a file of ${site}.`);
}
