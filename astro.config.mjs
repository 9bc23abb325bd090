import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { drawnStyles } from './src/integrations/drawn-styles.ts';
import { leanScripts } from './src/integrations/lean-scripts.ts';
import { methodologyMarkdown } from './src/integrations/methodology-markdown.ts';
import { methodologySearchIndex } from './src/integrations/search-index.ts';
import { securityPolicy } from './src/integrations/security-policy.ts';
import { sitemapOfIndexed } from './src/integrations/sitemap-of-indexed.ts';
import { DEFAULT_SITE, placeOfSite } from './src/site.ts';

export default defineConfig({
  // Where the site will live, in a folder or not: it names itself in canonical links, the sitemap and citations.
  ...placeOfSite(process.env.SITE_URL ?? DEFAULT_SITE),
  trailingSlash: 'ignore',
  // The default of Astro 7 drops the white space between inline elements.
  compressHTML: true,
  devToolbar: { enabled: false },
  // While one page is written, others are made.
  build: { concurrency: 4, inlineStylesheets: 'always' },
  integrations: [
    react(),
    drawnStyles(),
    leanScripts(),
    sitemapOfIndexed(),
    methodologySearchIndex(),
    methodologyMarkdown(),
    securityPolicy(),
  ],
});
