import { expect, test } from 'vitest';
import { pageMarkdown } from '../../../src/integrations/page-markdown.ts';

const page = new URL('https://index.example/methodology/energy/');

test('a page as Markdown keeps headings, tables, equations as TeX and links that lead from anywhere', () => {
  const html = `<main><article>
    <h1>Energy</h1><nav><a href="#output">Output</a></nav>
    <h2 id="output"><a href="#output">Output</a></h2>
    <p>CO<sub>2</sub>e of <i>S</i><sub>0</sub>, see <a href="/methodology/place/#grid">grid</a> and <a href="#fit">fit</a>.</p>
    <figure><math display="block"><semantics><mi>E</mi><annotation encoding="application/x-tex">E = m_0</annotation></semantics></math></figure>
    <table><thead><tr><th>Symbol</th><th class="chart">Chart</th></tr></thead>
    <tbody><tr><th><math><semantics><mi>a</mi><annotation encoding="application/x-tex">a_0</annotation></semantics></math></th><td aria-hidden="true"><span>bar</span></td></tr></tbody></table>
    </article><details data-citation><pre><code>Authors. (2026).</code></pre></details></main>`;
  const text = pageMarkdown(html, page);
  expect(text).toContain('# Energy\n');
  expect(text).toContain('## Output\n');
  expect(text).toContain('CO2e of _S_<sub>0</sub>');
  expect(text).toContain('[grid](https://index.example/methodology/place/#grid)');
  expect(text).toContain('[fit](https://index.example/methodology/energy/#fit)');
  expect(text).toContain('$$E = m_0$$');
  expect(text).toMatch(/\| \$a_0\$ +\| +\|/);
  expect(text).toMatch(/\nCite as: Authors\. \(2026\)\.\n$/);
});

test('a page without an article is refused, and the sentence says which', () => {
  expect(() => pageMarkdown('<main></main>', page)).toThrow('/methodology/energy/');
});

test('a name that looks like a tag stays text in Markdown, in tables too', () => {
  const name = '&lt;img src=x onerror=alert(1)&gt;';
  const html = `<article><p>${name}</p><table><tbody><tr><td>${name}</td></tr></tbody></table></article>`;
  expect(pageMarkdown(html, page)).not.toMatch(/(^|[^\\])<img/m);
  expect(pageMarkdown(html, page).match(/\\<img src=x/g)).toHaveLength(2);
});
