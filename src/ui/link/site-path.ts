/** The folder that the site lies in, without the slash at its end: empty at the root of a domain. */
const FOLDER = import.meta.env.BASE_URL.replace(/\/+$/, '');

/** A path of the site, from its own root, as a link of a page has to say it: scripts ask here, pages need not. */
export function sitePath(path: string): string {
  return `${FOLDER}${path}`;
}

/** The path from the site's own root that a link of a page means; the path itself where it leads outside. */
export function pathOnSite(pathname: string): string {
  return pathname.startsWith(`${FOLDER}/`) ? pathname.slice(FOLDER.length) : pathname;
}
