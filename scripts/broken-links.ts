import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Attributes of a page that hold an address. */
const ATTRIBUTES = /\s(?:href|src|action|data-picture)="([^"]*)"/g;
const IN_STYLES = /url\(["']?([^"')]+)["']?\)/g;
/** What other files name by its whole address: feeds, sitemap, robots, Markdown, JSON. */
const READ = /\.(?:html|css|xml|txt|md|json)$/;
/** What is taken from others as it is. */
const OF_OTHERS = /^(?:pagefind|releases\/[^/]+\/index\.json)/;

/**
 * The addresses in a built site that lead to no file of it, each with the file that holds it. `site` is the
 * address at which it will live, with the folder that it lies in: what leads beside that folder is broken.
 */
export function brokenLinks(folder: string, site: URL): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
  const known = new Set(files);
  const isBroken = (address: string, from: URL): boolean => {
    if (!URL.canParse(address, from)) return true;
    const { origin, pathname } = new URL(address, from);
    if (origin !== site.origin) return false;
    if (`${pathname}/` === site.pathname) return false;
    if (!pathname.startsWith(site.pathname)) return true;
    const file = decodeURIComponent(pathname.slice(site.pathname.length));
    const name = file.replace(/\/$/, '');
    return ![file, path.posix.join(name, 'index.html'), `${name}.html`].some((one) =>
      known.has(one),
    );
  };
  return files
    .filter((file) => READ.test(file) && !OF_OTHERS.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const from = new URL(file.replace(/(?<=^|\/)index\.html$/, ''), site);
      return [...new Set(addressesIn(file, text, site))]
        .filter((address) => isBroken(address, from))
        .map((address) => `${file} -> ${address}`);
    });
}

function addressesIn(file: string, text: string, site: URL): string[] {
  const whole = new RegExp(`${site.origin.replaceAll('.', '\\.')}[^\\s"'<>()\\]\\\\\`*&{}]*`, 'g');
  return [
    ...(file.endsWith('.html') ? text.matchAll(ATTRIBUTES) : []),
    ...(file.endsWith('.css') ? text.matchAll(IN_STYLES) : []),
    // BibTeX cannot hold an underscore as it is.
    ...[...text.replaceAll('\\textunderscore{}', '_').matchAll(whole)].map(([address]) => [
      '',
      address.replace(/[.,;:]+$/, ''),
    ]),
  ]
    .map(([, address = '']) => address.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
    .filter((address) => !/^(?:data:|mailto:|#)/.test(address));
}
