import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { RewritingStream } from 'parse5-html-rewriting-stream';

/** Where the policy and the styles of single elements go, until both are known. */
const POLICY = '<!--policy-->';
const OWN_STYLES = '<!--own-styles-->';

/** What a <script> may be that runs; of another type it is data. */
const RUNNING: readonly (string | undefined)[] = [undefined, '', 'module', 'text/javascript'];

/** What a page's policy and its own styles are made of. */
interface Findings {
  /** Hashes of inline scripts and styles. */
  script: Set<string>;
  style: Set<string>;
  /** By what stood in style attributes: the class that takes their place. */
  ownStyles: Map<string, string>;
}

/**
 * A finished page with a Content-Security-Policy that names its own inline scripts and styles by their
 * hashes and allows no others, nor text as markup (Trusted Types). Style attributes, which no policy
 * can name, become rules in its head, by classes of this page alone and as strong as the attributes
 * were. What names the folder that the site was built in is left out. Throws, by the page's `name`, where it has such an attribute and no head.
 */
export async function securedPage(html: string, name: string): Promise<string> {
  const found: Findings = { script: new Set(), style: new Set(), ownStyles: new Map() };
  const rewritten = await rewrite(html, found);
  const rules = [...found.ownStyles].map(([style, own]) => `:is(#_,.${own}){${style}}`).join('');
  if (rules === '') return rewritten.replace(POLICY, () => policyOf(found)).replace(OWN_STYLES, '');
  if (!rewritten.includes(OWN_STYLES)) {
    throw new Error(
      `${name} has style attributes and no <head> to put their rules in. Give it one.`,
    );
  }
  found.style.add(hashOf(rules));
  return rewritten
    .replace(POLICY, () => policyOf(found))
    .replace(OWN_STYLES, () => `<style data-own>${rules}</style>`);
}

async function rewrite(html: string, found: Findings): Promise<string> {
  const stream = new RewritingStream();
  const parts: string[] = [];
  stream.on('data', (part) => parts.push(String(part)));
  /** The element whose text is read as a whole: what runs, or what is read where nothing runs. */
  let whole: 'script' | 'style' | 'noscript' | undefined;
  let text = '';
  const withoutScripts: Promise<string>[] = [];

  stream.on('startTag', (tag, raw) => {
    const attributes = new Map(tag.attrs.map((attribute) => [attribute.name, attribute.value]));
    const { tagName } = tag;
    if (tagName === 'style' || tagName === 'noscript') whole = tagName;
    if (tagName === 'script' && !attributes.has('src') && RUNNING.includes(attributes.get('type')))
      whole = tagName;
    const style = attributes.get('style');
    const isIsland = tagName === 'astro-island';
    // Nothing reads it, and it is a hash of the folder that the site was built in.
    if (isIsland) attributes.delete('uid');
    if (style !== undefined) {
      const own = found.ownStyles.get(style) ?? `s${found.ownStyles.size.toString(36)}`;
      found.ownStyles.set(style, own);
      attributes.delete('style');
      attributes.set('class', [attributes.get('class') ?? '', own].join(' ').trim());
    }
    if (isIsland || style !== undefined) {
      const attrs = [...attributes].map(([name, value]) => ({ name, value }));
      stream.emitStartTag({ ...tag, attrs });
    } else {
      stream.emitRaw(raw);
    }
    // Which letters a page is written in must stand in its first kilobyte.
    if (tagName === 'meta' && attributes.has('charset')) stream.emitRaw(POLICY);
  });
  stream.on('text', (_, raw) => {
    if (whole !== undefined) text += raw;
    if (whole !== 'noscript') stream.emitRaw(raw);
  });
  stream.on('endTag', ({ tagName }, raw) => {
    if (tagName === whole) {
      if (whole === 'noscript') {
        stream.emitRaw(slot(withoutScripts.length));
        withoutScripts.push(rewrite(text, found));
      } else {
        found[whole].add(hashOf(text));
      }
      whole = undefined;
      text = '';
    }
    stream.emitRaw(tagName === 'head' ? `${OWN_STYLES}${raw}` : raw);
  });

  stream.end(html);
  await finished(stream);
  const inner = await Promise.all(withoutScripts);
  return inner.reduce(
    (page, content, index) => page.replace(slot(index), () => content),
    parts.join(''),
  );
}

/** Where the content of a <noscript> goes. */
function slot(index: number): string {
  return `<!--noscript ${index}-->`;
}

/** The policy as an element. Who may frame a page cannot be said there: that is a header. */
function policyOf({ script, style }: Findings): string {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...script].join(' '),
    ["style-src 'self'", ...style].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join(';');
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
