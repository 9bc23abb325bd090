import { defineMiddleware } from 'astro:middleware';
import { inFolder } from './site.ts';

/** Pages write their links from the site's own root; where it lies in a folder, that is put before them. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  const { BASE_URL } = import.meta.env;
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (BASE_URL === '/' || !isPage) return response;
  return new Response(inFolder(await response.text(), BASE_URL), response);
});
