import type { APIRoute } from 'astro';
import { addressOn } from '../site.ts';

/** All may be read by everybody; where the site lies in a folder, robots ask its domain instead. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${addressOn(site, '/sitemap-index.xml')}\n`);
