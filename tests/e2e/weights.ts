import { gzipSync } from 'node:zlib';
import { pathOf, scriptsIn } from './html-text.ts';
import { builtFile } from './site.ts';

/** What a page weighs at the first load, and what it may weigh. */

/** Bytes as sent: gzipped. */
export interface Weight {
  /** With the styles, which stand in each page. */
  html: number;
  scripts: number;
}

export const PARTS = ['html', 'scripts'] as const;

/** What a page to read may weigh. Islands and what is fetched when it is asked for are not in it. */
const BUDGET: Weight = { html: 60_000, scripts: 5_100 };

/** What is used, not only read: controls, a table that is sorted. */
const USED: Partial<Weight> = { scripts: 10_000 };

/** Routes that may weigh more, and why. */
const LARGER: Readonly<Record<string, Partial<Weight>>> = {
  // As many rows as ROWS_A_PAGE.
  index: { ...USED, html: 120_000 },
  'all/[page]': { html: 120_000 },
  'changes/[...release]': USED,
  'choose/[level]': USED,
  'frontier/[...index]': USED,
  'hosts/index': USED,
  'models/[...id]': USED,
  'providers/index': USED,
  // Looks up as one types.
  search: { scripts: 5_300 },
  // Says beside each of its fields what cannot be read.
  'training/calculator': { scripts: 10_900 },
  'training/small': USED,
  // Adds up and reads exports before anything is asked of it.
  calculator: { scripts: 30_100 },
  // Compares as soon as a link names models.
  compare: { scripts: 11_700 },
  'training/[...page]': USED,
};

export function budgetOf(route: string): Weight {
  return { ...BUDGET, ...LARGER[route] };
}

/** Weighs a page with its scripts, and the modules that these import. */
export function weightOf(html: string): Weight {
  const { inline, referenced } = scriptsIn(html);
  const modules = new Set(referenced.map(pathOf));
  let scripts = gzipped(inline);
  // A set gives what is added while it is walked, too.
  for (const path of modules) {
    scripts += sent(path);
    for (const [, name = ''] of builtFile(path).matchAll(
      /(?:from|import)\s*\(?["']\.\/([^"']+\.js)["']/g,
    )) {
      modules.add(path.replace(/[^/]+$/, name));
    }
  }
  return { html: gzipped(html), scripts };
}

/** The larger of two in each part. */
export function heavier(one: Weight, other: Weight = one): Weight {
  return {
    html: Math.max(one.html, other.html),
    scripts: Math.max(one.scripts, other.scripts),
  };
}

const known = new Map<string, number>();

function sent(path: string): number {
  const bytes = known.get(path) ?? gzipped(builtFile(path));
  known.set(path, bytes);
  return bytes;
}

function gzipped(text: string): number {
  return text === '' ? 0 : gzipSync(text, { level: 9 }).byteLength;
}
