import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, builtPaths, publishedIndex } from './site.ts';

/** The kinds of page there are: every page file in src/pages, a finished page of each, and links to them. */

const PAGES = 'src/pages';

/** The page for addresses that there are not. */
export const NOT_FOUND = '404';

/** All page files, by their paths in src/pages without the ending: models/[...id]. */
const FILES: readonly string[] = globSync('**/*.astro', { cwd: PAGES })
  .map((file) => file.replaceAll('\\', '/').replace(/\.astro$/, ''))
  .filter((route) => !/(?:^|\/)_/.test(route))
  .sort();

/** A page for each level of scores, of which a list without scores has none; pages of a long index. */
const NOT_OF_EVERY_LIST = ['choose/[level]', 'all/[page]'];
const isBuilt = (route: string) => {
  const folder = route.replace(/\[.+/, '');
  return builtPaths().some((path) => path.startsWith(folder) && path !== `${folder}index.html`);
};

/** Those whose pages are walked: pages that lead on are left at once. */
export const ROUTES: readonly string[] = FILES.filter(
  (route) => !/\/request$/.test(route) && (!NOT_OF_EVERY_LIST.includes(route) || isBuilt(route)),
);

const { models } = publishedIndex();
const [first, second] = models;

/** Pages that a link puts into a state of their own, which their script has to find. */
export const LINKS: Readonly<Record<string, string>> = {
  'the index of a link': `/?provider=${first?.maker}&sort=-price`,
  'the index with nothing found': '/?q=no+such+model',
  'a comparison': `/compare/?models=${first?.id},${second?.id}`,
};

const patterns = FILES.toSorted((a, b) => openness(a) - openness(b)).map((route) => ({
  route,
  pattern: patternOf(route),
}));

/** The route that a finished page is of, or undefined where none of them writes such a path. */
export function routeOf(path: string): string | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.route;
}

/**
 * The address of a route's finished page; of several, the one with the most in it, where room is
 * scarcest. Throws where no page of the route was built.
 */
export function addressOf(route: string): string {
  // Any address will do that nothing stands at.
  if (route === NOT_FOUND) return '/models/nobody/nothing/';
  const [largest] = builtPaths()
    .filter((path) => path.endsWith('.html') && routeOf(path) === route)
    .map((path) => ({ path, bytes: statSync(join(BUILT, path)).size }))
    .sort((a, b) => b.bytes - a.bytes);
  if (largest === undefined) {
    throw new Error(`No page of ${PAGES}/${route}.astro is in ${BUILT}/; expected at least one.`);
  }
  return `/${largest.path.replace(/(?<=^|\/)index\.html$/, '')}`;
}

/** The paths inside the site that a route writes. */
function patternOf(route: string): RegExp {
  if (route === NOT_FOUND) return /^404\.html$/;
  const folders = route
    .split('/')
    .filter((part, at, parts) => part !== 'index' || at < parts.length - 1)
    .map((part) => {
      if (/^\[\.{3}[^\]]+\]$/.test(part)) return '(?:.+/)?';
      const names = part
        .split(/\[[^\]]+\]/)
        .map((text) => text.replace(/[.*+?^${}()|\\]/g, '\\$&'));
      return `${names.join('[^/]+')}/`;
    });
  return new RegExp(`^${folders.join('')}index\\.html$`);
}

/** How much a route leaves open: a page is of the route that leaves least. */
function openness(route: string): number {
  return (route.match(/\[/g)?.length ?? 0) + 10 * (route.match(/\[\.\.\./g)?.length ?? 0);
}
