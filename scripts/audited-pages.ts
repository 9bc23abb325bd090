import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { SITE } from './built-folder.ts';

const Index = z.object({ models: z.array(z.object({ id: z.string(), maker: z.string() })) });

/** Paths of one finished page of each kind, and of links with state, for the models of the build. */
export function auditedPages(): string[] {
  const text = readFileSync(join(SITE, 'api/v1/index.json'), 'utf8');
  const { models } = Index.parse(JSON.parse(text));
  const [first, second, third] = models;
  if (first === undefined || second === undefined || third === undefined) {
    throw new RangeError(
      `${SITE}/api/v1/index.json has fewer than three models to audit pages of.`,
    );
  }
  return [
    '/',
    `/?provider=${first.maker}&sort=-price`,
    '/?per=chat',
    `/models/${first.id}/`,
    '/compare/',
    `/compare/?models=${[first, second, third].map(({ id }) => id).join(',')}`,
    '/choose/',
    '/frontier/',
    '/calculator/',
    '/hosts/',
    '/providers/',
    '/training/',
    '/methodology/',
    '/methodology/validation/',
    '/data/',
    '/search/',
    '/how-to-read/',
    `/embed/${first.id}/`,
  ];
}
