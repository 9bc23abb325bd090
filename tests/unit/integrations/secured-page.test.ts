import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { securedPage } from '../../../src/integrations/secured-page.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A</title>${head}</head><body>${body}</body></html>`;
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of a page: its directives by name. */
function policyIn(html: string): Map<string, string[]> {
  const meta = parse(html).querySelector('meta[http-equiv="Content-Security-Policy"]');
  const directives = meta?.getAttribute('content')?.split(';') ?? [];
  return new Map(
    directives.map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
}

describe('the policy of a page', () => {
  test('names its own scripts and styles, those for readers without scripts too, and no others', () => {
    const script = 'document.title = "a < b && \\u00e9";';
    const html = securedPage(
      page(
        `<script>${script}</script><script type="module">1</script><script src="/a.js"></script>
        <script type="application/json">{"data": 1}</script><noscript><style>p{margin:0}</style></noscript>`,
        '<style>p { color: red }</style>',
      ),
      'a',
    );
    const policy = policyIn(html);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'", hashOf(script), hashOf('1')]);
    expect(policy.get('style-src')?.toSorted()).toEqual(
      ["'self'", hashOf('p { color: red }'), hashOf('p{margin:0}')].toSorted(),
    );
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(html).toContain('<noscript><style>p{margin:0}</style></noscript>');
    expect(html.slice(0, 1024)).toContain('<meta charset="utf-8">');
  });

  test('leaves no style attribute: each becomes a rule, the same style one rule', () => {
    const html = securedPage(
      page(
        '<p class="a b" style="--l:1;--h:2">x</p><i style="--l:1;--h:2"></i><svg viewBox="0 0 1 1" style="color:red"></svg><noscript><b style="margin:0">y</b></noscript>',
      ),
      'a',
    );
    const root = parse(html);
    expect(html).not.toContain(' style=');
    const rules = root.querySelector('style[data-own]')?.text ?? '';
    const classOf = (selector: string) =>
      root.querySelector(selector)?.classNames.split(' ').at(-1);
    expect(root.querySelector('p')?.classNames).toMatch(/^a b s/);
    expect(classOf('i')).toBe(classOf('p'));
    expect(root.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 1 1');
    for (const [selector, style] of [
      ['p', '--l:1;--h:2'],
      ['svg', 'color:red'],
    ] as const) {
      expect(rules).toContain(`:is(#_,.${classOf(selector)}){${style}}`);
    }
    const [, ownInNoscript] = /<noscript><b class="(s\w+)">/.exec(html) ?? [];
    expect(rules).toContain(`:is(#_,.${ownInNoscript}){margin:0}`);
    expect(policyIn(html).get('style-src')).toContain(hashOf(rules));
    expect(rules.match(/--l:1/g)).toHaveLength(1);
  });

  test('changes nothing else', () => {
    const body = '<p>a &lt; b &amp; c &nbsp;</p><pre>\n\n x</pre><a href=/x?a=1&b=2>q</a>';
    const html = securedPage(page(body), 'a');
    expect(html.replace(/<meta http-equiv[^>]*>/, '')).toBe(page(body));
  });

  test('says nothing of the folder that the site was built in', () => {
    const island = (uid: string) =>
      securedPage(page(`<astro-island${uid} client="visible">a</astro-island>`), 'a');
    expect(island(' uid="ZcrRe6"')).toBe(island(''));
  });

  test('is not lost in silence where a page has no place for it', () => {
    expect(() => securedPage('<p style="margin:0">x</p>', 'some/page.html')).toThrow(
      'some/page.html has style attributes and no <head>',
    );
  });
});
