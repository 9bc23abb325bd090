/** Where the site will live. Throws where the build has not been told. */
export function siteOf(site: URL | undefined): URL {
  if (site === undefined) throw new Error('astro.config.mjs names no site; set SITE_URL');
  return site;
}
