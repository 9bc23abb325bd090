import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** What a page says that no search engine is to list: one that leads on, or stands in others' pages. */
const NOT_LISTED = '<meta name="robots" content="noindex"';

/** Writes the sitemap of the pages that search engines may list. */
export function sitemapOfIndexed(): AstroIntegration[] {
  let folder: URL | undefined;
  let site = '';
  return [
    {
      name: 'sitemap-of-indexed',
      hooks: {
        'astro:config:done': ({ config }) => {
          folder = config.outDir;
          site = config.site ?? '';
        },
      },
    },
    sitemap({
      filter: (address) => {
        const page = `${decodeURIComponent(address.slice(site.length))}index.html`;
        const file = fileURLToPath(new URL(encodeURI(page), folder));
        return !existsSync(file) || !readFileSync(file, 'utf8').includes(NOT_LISTED);
      },
    }),
  ];
}
