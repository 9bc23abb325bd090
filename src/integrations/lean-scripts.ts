import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Small modules that many scripts share, several to a file, by what needs them: every page; the state
 * of a table; links; what is asked of the figures; finding rows; names; computing; drawing ranges;
 * figures as asked; the fields of a filter. A module of two goes into the first.
 */
const SHARED_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  page: [
    'src/query/is-asked.ts',
    'src/query/linked-id.ts',
    'src/ui/link/address.ts',
    'src/ui/link/site-path.ts',
    'src/ui/listening-element.ts',
    'src/ui/own-style.ts',
    'src/ui/trusted-text.ts',
    'src/ui/try-again.ts',
  ],
  table: [
    'src/estimation/tier.ts',
    'src/estimation/units.ts',
    'src/query/columns.ts',
    'src/query/providers-in.ts',
    'src/query/table-state.ts',
    'src/query/weights.ts',
    'src/text/number-from-text.ts',
    'src/text/tokens.ts',
  ],
  link: ['src/query/models.ts', 'src/ui/link/link-reader.ts', 'src/ui/link/sort-parameter.ts'],
  asked: [
    'src/estimation/boundary.ts',
    'src/estimation/workload.ts',
    'src/library/grid-site.ts',
    'src/library/request-kinds.ts',
    'src/query/asked-links.ts',
    'src/query/asked-scenario.ts',
    'src/query/asked-words.ts',
    'src/query/grid-choice.ts',
    'src/query/per.ts',
    'src/query/published-file.ts',
    'src/query/scenario-words.ts',
    'src/text/token-count.ts',
    'src/text/written-number.ts',
    'src/text/written-workload.ts',
  ],
  find: ['src/query/change-filter.ts', 'src/query/finding.ts'],
  names: ['src/library/model-names.ts', 'src/query/known-names.ts', 'src/query/usage-lines.ts'],
  compute: ['src/estimation/ranges.ts', 'src/library/cases-text.ts', 'src/query/worker-client.ts'],
  draw: [
    'src/text/numbers.ts',
    'src/ui/chart/axis-background.ts',
    'src/ui/chart/axis-head-redraw.ts',
    'src/ui/chart/bar-style.ts',
    'src/ui/chart/log-axis.ts',
  ],
  figures: [
    'src/query/against.ts',
    'src/query/asked-workload.ts',
    'src/query/choice.ts',
    'src/query/estimates.ts',
    'src/query/in-mass-unit.ts',
    'src/query/model-filters.ts',
    'src/query/table-link.ts',
    'src/ui/kept-content.ts',
  ],
  filter: ['src/query/filter-fields.ts'],
};

/** What Vite puts around each import() in a script: it fetches the files that one needs beside it. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * The same in a fifth of the bytes of Vite's own, which the first load of every page holds: no script
 * here brings a style sheet along, so there is none to wait for.
 */
const preloadHelper = (base: string) => `
const asked = {};
export const __vitePreload = (load, files = []) => {
  for (const file of files) {
    asked[file] ??= document.head.appendChild(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }),
    );
  }
  return load();
};`;

/** A style sheet among the files that a script fetches beside others, as Vite lists them. */
const WITH_STYLES = /__vite__mapDeps=[^;]*\.css"/;

/** Keeps what a page's scripts weigh at the first load small. */
export function leanScripts(): AstroIntegration {
  return {
    name: 'lean-scripts',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        updateConfig({
          vite: {
            environments: {
              client: {
                build: {
                  rolldownOptions: { output: { codeSplitting: { groups: groupsIn(config.root) } } },
                },
              },
            },
            plugins: [
              {
                name: 'lean-scripts',
                apply: 'build',
                enforce: 'pre',
                load(id) {
                  const { consumer, base } = this.environment.config;
                  const isOurs = id === PRELOAD_HELPER && consumer === 'client';
                  return isOurs ? preloadHelper(base) : undefined;
                },
                generateBundle: {
                  order: 'post',
                  handler(_, bundle) {
                    for (const file of Object.values(bundle)) {
                      if (file.type === 'chunk' && WITH_STYLES.test(file.code)) {
                        this.error(
                          `${file.fileName} fetches a script that brings a style sheet, for which nothing waits. Import the style sheet in the page.`,
                        );
                      }
                    }
                  },
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** The shared files as groups of modules. Throws where one of them is no file any more. */
function groupsIn(root: URL) {
  return Object.entries(SHARED_SCRIPTS).map(([name, files], index, { length }) => {
    const modules = new Set(files.map((file) => fileURLToPath(new URL(file, root))));
    for (const module of modules) {
      if (!existsSync(module)) {
        throw new Error(
          `The shared script "${name}" holds ${module}, which is no file. Mend SHARED_SCRIPTS in src/integrations/lean-scripts.ts.`,
        );
      }
    }
    if (name === 'page') modules.add(PRELOAD_HELPER);
    return { name, priority: length - index, test: (id: string) => modules.has(id) };
  });
}
