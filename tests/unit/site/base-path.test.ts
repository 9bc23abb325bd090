import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { brokenLinks } from '../../../scripts/broken-links.ts';
import { headersAt } from '../../../src/integrations/site-headers.ts';
import { addressOn, inFolder, placeOfSite } from '../../../src/site.ts';

describe('the place of the site', () => {
  test('is a domain, or a folder of one, with or without the slash at its end', () => {
    expect(placeOfSite('https://a.example')).toEqual({ site: 'https://a.example/', base: '/' });
    const inside = { site: 'https://a.example/b/c/', base: '/b/c/' };
    expect(placeOfSite('https://a.example/b/c')).toEqual(inside);
    expect(placeOfSite('https://a.example/b/c/')).toEqual(inside);
    for (const wrong of ['a.example', 'ftp://a.example', 'https://a.example/?b', '']) {
      expect(() => placeOfSite(wrong)).toThrow(/SITE_URL is “.*”: expected the address/);
    }
  });

  test('stands before every address that a file names', () => {
    const address = (site: string) => addressOn(new URL(site), '/models/a/b:free/?x#y');
    expect(address('https://a.example')).toBe('https://a.example/models/a/b:free/?x#y');
    expect(address('https://a.example/b')).toBe('https://a.example/b/models/a/b:free/?x#y');
    expect(address('https://a.example/b/')).toBe('https://a.example/b/models/a/b:free/?x#y');
  });

  test('stands before every link of a page, once, and before nothing else', () => {
    const html = `<a href="/">1</a><a class="x" href="/models/a/">2</a><img src="/og/a.png"><form action="/search/">
      <a href="https://b.example/">3</a><a href="//b.example/">4</a><a href="#a">5</a><a href="?q=/">6</a>
      <a href="/b/models/">7</a><a href="/b">8</a><code>&lt;a href="/a"&gt;</code>`;
    expect(inFolder(html, '/b/')).toBe(
      html
        .replace('href="/">1', 'href="/b/">1')
        .replace('"/models/a/"', '"/b/models/a/"')
        .replace('"/og/', '"/b/og/')
        .replace('"/search/"', '"/b/search/"')
        .replace('href="/a"', 'href="/b/a"'),
    );
  });
});

describe('scripts of pages', () => {
  test('lead nowhere but by sitePath, which knows the folder that the site lies in', () => {
    const leads =
      /(?:\.(?:href|src|action) = |\b(?:fetch|import|assign|replace|open)\(|\bhref: |new Worker\()["'`]\/(?!\/)/;
    const files = globSync('src/{components,layouts,query,ui}/**/*.{ts,tsx}');
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          leads.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
    // What the server alone writes, a page's HTML, is led there afterwards.
    const ofServer = /glossary\.ts|endpoint-rows\.ts/;
    expect(found.filter((line) => !ofServer.test(line))).toEqual([]);
  });
});

describe('the guide to servers', () => {
  test('has them send what the site’s own server and other hosts do', () => {
    const guide = readFileSync('docs/deployment.md', 'utf8');
    const [, nginx = '', caddy = ''] = guide.split(/^## (?:nginx|Caddy)$/m);
    for (const [name, value] of ['/', '/_astro/a.js', '/api/a.json'].flatMap((at) =>
      Object.entries(headersAt(at)),
    )) {
      for (const [server, text] of Object.entries({ nginx, caddy })) {
        expect(text, `${server}: ${name}`).toContain(name);
        expect(text, `${server}: ${name}`).toContain(`"${value}"`);
      }
    }
  });
});

describe('the check of a built site', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  test('finds what leads to no file, or beside the folder', () => {
    write('index.html', '<a href="/b/a/">a</a><a href="a/#x">b</a><a href="/a/">beside</a>');
    write(
      'a/index.html',
      '<a href="/b/">up</a><img src="none.png"><a href="https://c.example/">c</a>',
    );
    write('sitemap.xml', '<loc>https://s.example/b/a/</loc><loc>https://s.example/b/c/</loc>');
    write('llms.txt', 'See https://s.example/a/.');
    write('m_1.json', '');
    write('cite.txt', 'note = {https://s.example/b/m\\textunderscore{}1.json}');
    write('_astro/a.css', 'a { background: url(/_astro/a.woff2) }');
    expect(brokenLinks(folder, new URL('https://s.example/b/')).toSorted()).toEqual([
      '_astro/a.css -> /_astro/a.woff2',
      'a/index.html -> none.png',
      'index.html -> /a/',
      'llms.txt -> https://s.example/a/',
      'sitemap.xml -> https://s.example/b/c/',
    ]);
  });
});
