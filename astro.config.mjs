import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { methodologyMarkdown } from './src/integrations/methodology-markdown.ts';
import { methodologySearch } from './src/integrations/methodology-search.ts';

/**
 * Small modules that many scripts share, several to a file: one for what every page's script needs,
 * one that reads links, one for what is asked of the figures, one that draws ranges.
 */
const SHARED_SCRIPTS = [
  {
    name: 'page',
    priority: 4,
    test: /src\/(query\/(address|number-from-text|weights)|estimation\/tier|components\/(problem|index-table\/(columns|table-state|linked-id)|link\/providers-in|scenario\/(asked-changed|is-asked)|workload\/token-text))\.ts$|vite\/preload-helper/,
  },
  {
    name: 'link',
    priority: 3,
    test: /src\/(query\/(link-reader|model-filters|sort-parameter)|components\/compare\/compare-state)\.ts$/,
  },
  {
    name: 'asked',
    priority: 2,
    test: /src\/(query\/published-file|components\/(scenario\/(asked-links|grid-choice|scenario-state|scenario-words)|workload\/(per|token-count|workload-text))|estimation\/(boundary|workload)|release\/(grid-site|request-kinds))\.ts$/,
  },
  {
    name: 'draw',
    priority: 1,
    test: /src\/(components\/(axis-background|axis-head-redraw|log-axis)|release\/number-text)\.ts$/,
  },
];

export default defineConfig({
  // Where the site will live: it names itself in canonical links, the sitemap and citations.
  site: process.env.SITE_URL ?? 'https://llm-carbon-index.example',
  trailingSlash: 'ignore',
  // The default of Astro 7 drops the white space between inline elements.
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: {
    environments: {
      client: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: SHARED_SCRIPTS } } } },
      },
    },
  },
  integrations: [react(), sitemap(), methodologySearch(), methodologyMarkdown()],
});
