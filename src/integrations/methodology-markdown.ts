import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CHAPTERS, chapterMarkdownPath, chapterPath } from '../components/methodology/chapters.ts';
import { addressOn } from '../site.ts';
import { pageMarkdown } from './page-markdown.ts';

/** Writes a Markdown twin of every page of the methodology, from its finished HTML. */
export function methodologyMarkdown(): AstroIntegration {
  let site: URL | undefined;
  return {
    name: 'methodology-markdown',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = new URL(config.site ?? '');
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const root = fileURLToPath(dir);
        const built = new Set(pages.map(({ pathname }) => `/${pathname}`));
        const chapters = CHAPTERS.filter(({ slug }) => built.has(chapterPath(slug)));
        const written = chapters.map(async ({ slug }) => {
          const page = chapterPath(slug);
          const html = await readFile(path.join(root, page, 'index.html'), 'utf8');
          const text = pageMarkdown(html, new URL(addressOn(site, page)));
          await writeFile(path.join(root, chapterMarkdownPath(slug)), text);
        });
        await Promise.all(written);
        logger.info(`${written.length} pages as Markdown`);
      },
    },
  };
}
