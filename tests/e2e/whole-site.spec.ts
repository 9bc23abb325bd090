import { expect } from '@playwright/test';
import { FIRST_CHARACTERS } from '../../src/typefaces/first-characters.ts';
import { typefaces } from '../../src/typefaces/typefaces.ts';
import { addressesIn, idsIn, linksIn, pathOf } from './html-text.ts';
import { routeOf } from './routes.ts';
import { test } from './secured-test.ts';
import { builtFile, builtPaths } from './site.ts';
import { budgetOf, heavier, PARTS, type Weight, weightOf } from './weights.ts';

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
  // Such as the front by an index that no model of this list has.
  const isForAddressesOfBefore = (page: string) =>
    page === '404.html' ||
    / data-moved[ >]/.test(pages.get(page) ?? '') ||
    (page.startsWith('frontier/') && pages.get(page)?.includes('content="noindex"'));
  const orphans = [...pages.keys()].filter(
    (page) => !reached.has(page) && !isForAddressesOfBefore(page),
  );
  expect(orphans).toEqual([]);
});

test('no page has a name for two of its places', () => {
  const twice = [...pages].flatMap(([page, html]) => {
    const drawn = html.replace(/<(script|template)\b[\s\S]*?<\/\1>/g, '');
    const ids = [...drawn.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${page}#${id}`);
  });
  expect(twice).toEqual([]);
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

test('no kind of page is heavier than its budget at the first load', () => {
  const heaviest = new Map<string, Weight>();
  for (const [path, html] of pages) {
    const route = routeOf(path) ?? path;
    heaviest.set(route, heavier(weightOf(html), heaviest.get(route)));
  }
  const routes = [...heaviest].sort();
  console.log('Gzipped kB of the heaviest page of each kind, of its budget:');
  console.table(
    Object.fromEntries(routes.map(([route, weight]) => [route, weighed(route, weight)])),
  );
  const over = routes.filter(([route, weight]) =>
    PARTS.some((part) => weight[part] > budgetOf(route)[part]),
  );
  expect(over).toEqual([]);
});

test('hardly a page has characters beyond the first part of its typefaces', async () => {
  const [{ whole } = { whole: { range: '' } }] = await typefaces();
  const spans = whole.range.split(',').map((span) => span.replaceAll('U+', '').split('-'));
  const inWhole = (character: string) => {
    const point = character.codePointAt(0) ?? 0;
    return spans.some(([first = '', last = first]) => {
      return point >= Number.parseInt(first, 16) && point <= Number.parseInt(last, 16);
    });
  };
  const isBeyond = (character: string) =>
    /[^\n\r\t]/.test(character) && !FIRST_CHARACTERS.includes(character) && inWhole(character);
  const beyond = new Map<string, string[]>();
  for (const [path, html] of pages) {
    const drawn = html.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g, '');
    for (const character of [...new Set(drawn)].filter(isBeyond)) {
      beyond.set(character, [...(beyond.get(character) ?? []), path]);
    }
  }
  const common = [...beyond].filter(([, paths]) => paths.length > pages.size / 10);
  expect(common.map(([character, [path]]) => `${character} of ${path}`)).toEqual([]);
  expect(pages.get('index.html')).toMatch(/href="\/fonts\/[^"]+-first\.\w+\.woff2" as="font"/);
});

/** What a kind of page weighs beside what it may weigh, in words. */
function weighed(route: string, weight: Weight): Record<string, string> {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  return Object.fromEntries(
    PARTS.map((part) => [
      part,
      `${kilobytes(weight[part])} of ${kilobytes(budgetOf(route)[part])}`,
    ]),
  );
}

function leadsSomewhere(address: string, page: string): boolean {
  const [before = '', fragment = ''] = address.split('#');
  const path = before === '' ? page : pathOf(before);
  if (!files.has(path)) return false;
  return fragment === '' || idsIn(pages.get(path) ?? '').has(decodeURIComponent(fragment));
}
