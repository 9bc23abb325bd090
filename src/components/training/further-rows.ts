import { writeOwnStyle } from '../../ui/own-style.ts';
import { RUNS_TABLE } from '../../ui/trusted-text.ts';

/**
 * Fetches the rows of a further page of the table for this one: each bar keeps the style that its page's
 * head gives it. That page's own styles are not parsed, since the policy of this page does not name
 * them. Rejects where there is no such page.
 */
export async function rowsOf(address: string): Promise<Element[]> {
  const page = await textOf(address);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(/<style data-own>([^<]*)</.exec(page)?.[1] ?? '');
  const styles = new Map(
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSStyleRule
        ? [[/\.(\w+)\)$/.exec(rule.selectorText)?.[1], rule.style.cssText]]
        : [],
    ),
  );
  const table = page.slice(page.indexOf(RUNS_TABLE), page.indexOf('</table>'));
  const { body } = new DOMParser().parseFromString(table, 'text/html');
  return [...body.querySelectorAll('.runs > tbody > tr')].map((row) => {
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
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
