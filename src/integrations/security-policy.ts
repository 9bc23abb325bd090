import { once } from 'node:events';
import { glob, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { headersFile } from './site-headers.ts';

/** More would each load the parser for hardly a second of work. */
const MOST_THREADS = 4;

/**
 * Gives every finished page a security policy of its own, and hosts the headers to send. It comes last:
 * a policy names its page's bytes. To parse all pages is work without waiting, so each core takes a share.
 */
export function securityPolicy(): AstroIntegration {
  let base = '/';
  return {
    name: 'security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = await Array.fromAsync(glob('**/*.html', { cwd: root }));
        const threads = Math.min(availableParallelism(), MOST_THREADS);
        const shares = Array.from({ length: threads }, (_, thread) =>
          pages.filter((_page, place) => place % threads === thread),
        );
        await Promise.all(shares.map((names) => secured(root, names)));
        await writeFile(path.join(root, '_headers'), headersFile(base));
        logger.info(`${pages.length} pages with a policy of their own`);
      },
    },
  };
}

/** Done once all of these pages have their policies. Rejects with what a page was refused for. */
async function secured(root: string, names: readonly string[]): Promise<void> {
  const thread = new Worker(new URL('./secure-pages.ts', import.meta.url), {
    workerData: { root, names },
  });
  await once(thread, 'exit');
}
