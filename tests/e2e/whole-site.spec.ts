import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { addressesIn, idsIn, linksIn, pathOf, scriptsIn } from './html-text.ts';
import { routeOf } from './routes.ts';
import { builtFile, builtPaths } from './site.ts';

const MOST_SCRIPT_BYTES = 10_000;

const files = new Set(builtPaths());
const pages = new Map(
  [...files].filter((path) => path.endsWith('.html')).map((path) => [path, builtFile(path)]),
);

test('no link inside the site leads nowhere', () => {
  const broken = [...pages].flatMap(([page, html]) =>
    addressesIn(html)
      .filter((address) => address.startsWith('/') || address.startsWith('#'))
      .filter((address) => !leadsSomewhere(address, page))
      .map((address) => `${page} -> ${address}`),
  );
  expect(broken).toEqual([]);
});

test('every page is of a route of which one is walked', () => {
  expect([...pages.keys()].filter((path) => routeOf(path) === undefined)).toEqual([]);
});

test('every page is reached from the index', () => {
  const reached = new Set(['index.html']);
  // A set gives what is added while it is walked, too.
  for (const page of reached) {
    for (const address of linksIn(pages.get(page) ?? '')) {
      const path = address.startsWith('/') ? pathOf(address) : page;
      if (pages.has(path)) reached.add(path);
    }
  }
  const orphans = [...pages.keys()].filter((page) => !reached.has(page) && page !== '404.html');
  expect(orphans).toEqual([]);
});

test('no page names a script, style, font or picture of another site', () => {
  const foreign = [...pages].flatMap(([page, html]) => {
    const loaded =
      html.match(/<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc="[^"]*"/g) ?? [];
    const linked = (html.match(/<link\b[^>]*>/g) ?? []).filter(
      (link) => !/rel="(canonical|alternate)"/.test(link),
    );
    return [...loaded, ...linked]
      .filter((tag) => /(?:src|href)="(?:https?:)?\/\//.test(tag))
      .map((tag) => `${page}: ${tag}`);
  });
  expect(foreign).toEqual([]);
});

test('the index needs less than 10 kB of JavaScript, as sent', () => {
  const { inline, referenced } = scriptsIn(pages.get('index.html') ?? '');
  const modules = new Set(referenced.map(pathOf));
  const texts: string[] = [inline];
  for (const path of modules) {
    const text = builtFile(path);
    texts.push(text);
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*\(?["']\.\/([^"']+\.js)["']/g)) {
      modules.add(path.replace(/[^/]+$/, name));
    }
  }
  expect(modules.size).toBeGreaterThan(0);
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text).byteLength, 0);
  expect(bytes).toBeLessThan(MOST_SCRIPT_BYTES);
});

function leadsSomewhere(address: string, page: string): boolean {
  const [before = '', fragment = ''] = address.split('#');
  const path = before === '' ? page : pathOf(before);
  if (!files.has(path)) return false;
  return fragment === '' || idsIn(pages.get(path) ?? '').has(decodeURIComponent(fragment));
}
