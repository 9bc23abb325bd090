import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pLimit from 'p-limit';
import { securedPage } from './secured-page.ts';
import { headersFile } from './site-headers.ts';

const PAGES_AT_ONCE = 8;

/**
 * Gives every finished page a security policy of its own, and hosts the headers to send. It comes last:
 * a policy names its page's bytes.
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
        const limit = pLimit(PAGES_AT_ONCE);
        const secured = await Array.fromAsync(glob('**/*.html', { cwd: root }), (name) =>
          limit(async () => {
            const file = path.join(root, name);
            await writeFile(file, await securedPage(await readFile(file, 'utf8'), name));
          }),
        );
        await writeFile(path.join(root, '_headers'), headersFile(base));
        logger.info(`${secured.length} pages with a policy of their own`);
      },
    },
  };
}
