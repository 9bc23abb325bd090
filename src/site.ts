/** The address of a build that has not been told where it will live. */
export const DEFAULT_SITE = 'https://llm-carbon-index.example';

/**
 * Where the site will live: `site`, its address with the folder that it lies in, and `base`, that folder.
 * Pages, cards and files write addresses from the site's own root; `addressOn` and `sitePath` put the
 * folder before them.
 */
export function placeOfSite(address: string): { site: string; base: string } {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '') {
    throw new Error(
      `SITE_URL is “${address}”: expected the address at which the site will live, such as https://example.org or https://example.org/llm-carbon-index/`,
    );
  }
  const base = url.pathname.replace(/\/*$/, '/');
  return { site: new URL(base, url).href, base };
}

/** Where the site will live. Throws where the build has not been told. */
export function siteOf(site: URL | undefined): URL {
  if (site === undefined) throw new Error('astro.config.mjs names no site; set SITE_URL');
  return site;
}

/** The whole address of a path of the site, which begins with a slash. Throws as `siteOf` does. */
export function addressOn(site: URL | undefined, path: string): string {
  return new URL(`.${path}`, siteOf(site).href.replace(/\/*$/, '/')).href;
}

/** Attributes of pages that hold an address of the site; those that Astro writes have the folder already. */
const ADDRESS = /(\s(?:href|src|action|data-picture)=")\/(?!\/)([^"]*)/g;

/** The HTML of a page, its links from the site's own root led into the folder that the site lies in. */
export function inFolder(html: string, base: string): string {
  const folder = base.slice(1);
  return html.replaceAll(ADDRESS, (whole, before: string, path: string) =>
    path.startsWith(folder) || `${path}/` === folder ? whole : `${before}${base}${path}`,
  );
}
