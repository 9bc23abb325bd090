import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** The library's own user interfaces and languages, which the site does without. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\b|wasm\.unknown)/;

/** Drawings and formulas, which are noise between words. */
const NOT_WORDS = ['[aria-hidden="true"]', 'math', 'nav'];

/** Writes the search index of the methodology, and the library that reads it, to /pagefind/. */
export function methodologySearchIndex(): AstroIntegration {
  return {
    name: 'methodology-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({
          forceLanguage: 'en',
          excludeSelectors: NOT_WORDS,
        });
        if (index === undefined) throw new Error(searchFailed(errors));
        const pages = await index.addDirectory({ path: root, glob: 'methodology/**/*.html' });
        if (pages.errors.length > 0) throw new Error(searchFailed(pages.errors));
        const { files, errors: notRead } = await index.getFiles();
        if (notRead.length > 0) throw new Error(searchFailed(notRead));
        const needed = files.filter(({ path: name }) => !UNUSED.test(name));
        for (const { path: name, content } of needed) {
          const file = path.join(root, 'pagefind', name);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, content);
        }
        await pagefind.close();
        logger.info(`${pages.page_count} pages can be searched, by ${needed.length} files`);
      },
    },
  };
}

function searchFailed(errors: readonly string[]): string {
  return `The search index of the methodology could not be written: ${errors.join('; ')}. Run the build again; if it stays, look at the pages that it names.`;
}
