import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** What a <script> may be that runs; of another type it is data. */
const RUNNING: readonly (string | undefined)[] = [undefined, '', 'module', 'text/javascript'];

/** A piece of a page, from `start` up to but without `end`, and what stands there in its place. */
interface Change {
  start: number;
  end: number;
  text: string;
}

/** An attribute as it stands in a page, its name and quotes with it. */
type Attribute = Pick<Change, 'start' | 'end'> & { value: string };

/** What a page's policy and its own styles are made of. */
interface Findings {
  /** Hashes of inline scripts and styles. */
  script: Set<string>;
  style: Set<string>;
  /** By what stood in style attributes: the class that takes their place. */
  ownStyles: Map<string, string>;
  changes: Change[];
  /** Where the policy goes: which letters a page is written in must stand in its first kilobyte. */
  afterCharset: number | undefined;
  endOfHead: number | undefined;
}

/**
 * A finished page with a Content-Security-Policy that names its own inline scripts and styles by their
 * hashes and allows no others, nor text as markup (Trusted Types). Style attributes, which no policy
 * can name, become rules in its head, by classes of this page alone and as strong as the attributes
 * were. What names the folder that the site was built in is left out. Throws, by the page's `name`,
 * where it has such an attribute and no head.
 */
export function securedPage(html: string, name: string): string {
  const found = findingsIn(html);
  const { afterCharset, endOfHead, ownStyles, changes } = found;
  const rules = [...ownStyles].map(([style, own]) => `:is(#_,.${own}){${style}}`).join('');
  if (rules !== '') {
    if (endOfHead === undefined) {
      throw new Error(
        `${name} has style attributes and no <head> to put their rules in. Give it one.`,
      );
    }
    found.style.add(hashOf(rules));
    changes.push({ start: endOfHead, end: endOfHead, text: `<style data-own>${rules}</style>` });
  }
  if (afterCharset !== undefined) {
    changes.push({ start: afterCharset, end: afterCharset, text: policyOf(found) });
  }
  return changed(html, changes);
}

/** Reads a page once, from its beginning to its end. */
function findingsIn(html: string): Findings {
  const found: Findings = {
    script: new Set(),
    style: new Set(),
    ownStyles: new Map(),
    changes: [],
    afterCharset: undefined,
    endOfHead: undefined,
  };
  let attributes = new Map<string, Attribute>();
  /** Where the text of the element begins that runs, or is a style. */
  let textFrom: number | undefined;

  const parser = new Parser(
    {
      onattribute: (name, value) => {
        const { startIndex: start, endIndex: end } = parser;
        attributes.set(name, { start, end, value });
      },
      onopentag: (tag) => {
        const after = parser.endIndex + 1;
        const type = attributes.get('type')?.value;
        const isRunning = tag === 'script' && !attributes.has('src') && RUNNING.includes(type);
        textFrom = isRunning || tag === 'style' ? after : undefined;
        if (tag === 'meta' && attributes.has('charset')) found.afterCharset ??= after;
        // Nothing reads it, and it is a hash of the folder that the site was built in.
        if (tag === 'astro-island') found.changes.push(...withoutAttribute(attributes.get('uid')));
        found.changes.push(...classForStyle(html, attributes, found.ownStyles));
        attributes = new Map();
      },
      onclosetag: (tag, isImplied) => {
        if (isImplied) return;
        if (textFrom !== undefined && (tag === 'script' || tag === 'style')) {
          found[tag].add(hashOf(html.slice(textFrom, parser.startIndex)));
        }
        textFrom = undefined;
        if (tag === 'head') found.endOfHead ??= parser.startIndex;
      },
    },
    // Attributes of drawings have capital letters.
    { lowerCaseAttributeNames: false },
  );
  parser.end(html);
  return found;
}

function withoutAttribute(attribute: Attribute | undefined): Change[] {
  // With the space before it.
  return attribute ? [{ start: attribute.start - 1, end: attribute.end, text: '' }] : [];
}

/** What becomes of a style attribute: a class in its place, or one more in the class attribute. */
function classForStyle(
  html: string,
  attributes: ReadonlyMap<string, Attribute>,
  ownStyles: Map<string, string>,
): Change[] {
  const style = attributes.get('style');
  if (style === undefined) return [];
  const own = ownStyles.get(style.value) ?? `s${ownStyles.size.toString(36)}`;
  ownStyles.set(style.value, own);
  const known = attributes.get('class');
  if (known === undefined) return [{ start: style.start, end: style.end, text: `class="${own}"` }];
  const quoted = html.slice(known.start, known.end).replace(/^class=/, '');
  const [, quote = '"', value = quoted] = /^(["'])(.*)\1$/s.exec(quoted) ?? [];
  const text = `class=${quote}${`${value} ${own}`.trim()}${quote}`;
  return [...withoutAttribute(style), { start: known.start, end: known.end, text }];
}

function changed(html: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text } of changes.toSorted((a, b) => a.start - b.start)) {
    parts.push(html.slice(from, start), text);
    from = end;
  }
  return [...parts, html.slice(from)].join('');
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
