import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { drawnStyles } from './src/integrations/drawn-styles.ts';
import { methodologyMarkdown } from './src/integrations/methodology-markdown.ts';
import { methodologySearchIndex } from './src/integrations/search-index.ts';

/**
 * Small modules that many scripts share, several to a file: one for what every page's script needs,
 * one that reads links, one for what is asked of the figures, one that draws ranges.
 */
const SHARED_SCRIPTS = [
  {
    name: 'page',
    priority: 4,
    test: /src\/(estimation\/tier|query\/(columns|is-asked|linked-id|providers-in|table-state|weights)|text\/(number-from-text|tokens)|ui\/try-again|ui\/link\/address)\.ts$|vite\/preload-helper/,
  },
  {
    name: 'link',
    priority: 3,
    test: /src\/(query\/(model-filters|models)|ui\/link\/(link-reader|sort-parameter))\.ts$/,
  },
  {
    name: 'asked',
    priority: 2,
    test: /src\/(estimation\/(boundary|workload)|library\/(grid-site|request-kinds)|query\/(asked-links|grid-choice|per|published-file|asked-scenario|scenario-words)|text\/(token-count|written-workload))\.ts$/,
  },
  {
    name: 'draw',
    priority: 1,
    test: /src\/(text\/numbers|ui\/chart\/(axis-background|axis-head-redraw|bar-style|log-axis))\.ts$/,
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
  integrations: [
    react(),
    drawnStyles(),
    sitemap(),
    methodologySearchIndex(),
    methodologyMarkdown(),
  ],
});
