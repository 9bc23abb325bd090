import { writeOwnStyle } from './own-style.ts';
import './trusted-text.ts';

/** A table whose rows stand on several pages, as a finished page has it. */
export interface PagedTable {
  /** How its markup begins, one of those that the policy lets become more than text. */
  begins: string;
  /** What ends it. */
  ends: string;
  /** Selects its rows. */
  rows: string;
  /** What a page holds that belongs to this one: those of another release do not. */
  of?: string;
}

/**
 * Fetches the rows of a further page of a table for this one: each bar keeps the style that its page's
 * head gives it. That page's own styles are not parsed, since the policy of this page does not name
 * them. Rejects where there is no such page.
 */
export async function rowsOf(
  address: string,
  { begins, ends, rows, of = '' }: PagedTable,
): Promise<HTMLElement[]> {
  const page = await textOf(address);
  if (!page.includes(of)) throw new Error(`${address} is of another release: load this page again`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(/<style data-own>([^<]*)</.exec(page)?.[1] ?? '');
  const styles = new Map(
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSStyleRule
        ? [[/\.(\w+)\)$/.exec(rule.selectorText)?.[1], rule.style.cssText]]
        : [],
    ),
  );
  const from = page.indexOf(begins);
  const table = page.slice(from, page.indexOf(ends, from));
  const { body } = new DOMParser().parseFromString(table, 'text/html');
  return [...body.querySelectorAll<HTMLElement>(rows)].map((row) => {
    const own = document.importNode(row, true);
    const bar = own.querySelector('.range-bar');
    const name = [...(bar?.classList ?? [])].find((one) => styles.has(one));
    if (name !== undefined) {
      bar?.classList.remove(name);
      writeOwnStyle(bar, styles.get(name) ?? '');
    }
    return own;
  });
}

/** Fetches a page of the site. Rejects where there is none. */
async function textOf(address: string): Promise<string> {
  const response = await fetch(address).catch(() => {
    throw new Error(`${address} could not be read (no answer)`);
  });
  if (!response.ok) throw new Error(`${address} could not be read (answer ${response.status})`);
  return response.text();
}
