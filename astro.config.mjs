import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import pixelsToRem from 'postcss-pxtorem';
import { drawnStyles } from './src/integrations/drawn-styles.ts';
import { leanScripts } from './src/integrations/lean-scripts.ts';
import { methodologyMarkdown } from './src/integrations/methodology-markdown.ts';
import { methodologySearchIndex } from './src/integrations/search-index.ts';
import { securityPolicy } from './src/integrations/security-policy.ts';
import { sitemapOfIndexed } from './src/integrations/sitemap-of-indexed.ts';
import { DEFAULT_SITE, placeOfSite } from './src/site.ts';

/**
 * Lengths are written in pixels of a text of 16, and grow with the text that a reader has set in the browser,
 * as if the page were enlarged. Hairlines do not, nor the words within a drawing, which has a scale of its own.
 */
const growWithText = pixelsToRem({
  propList: ['*'],
  mediaQuery: true,
  minPixelValue: 3,
  exclude: /frontier-chart|Scatter/,
});

export default defineConfig({
  // Where the site will live, in a folder or not: it names itself in canonical links, the sitemap and citations.
  ...placeOfSite(process.env.SITE_URL ?? DEFAULT_SITE),
  trailingSlash: 'ignore',
  // The default of Astro 7 drops the white space between inline elements.
  compressHTML: true,
  devToolbar: { enabled: false },
  // While one page is written, others are made.
  build: { concurrency: 4, inlineStylesheets: 'always' },
  vite: { css: { postcss: { plugins: [growWithText] } } },
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
