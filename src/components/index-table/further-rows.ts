import { countText } from '../../text/numbers.ts';
import { rowsOf } from '../../ui/further-rows.ts';
import { INDEX_ROWS } from '../../ui/trusted-text.ts';

/**
 * Fetches the rows of the further pages that `pages` links to, in whose place they are, and says so
 * meanwhile. Rejects where one of them cannot be had.
 */
export async function furtherRows(root: HTMLElement, pages: HTMLElement): Promise<HTMLElement[]> {
  const output = root.querySelector('output');
  const said = output?.textContent ?? '';
  const models = Number(pages.dataset.models);
  const others = models - root.querySelectorAll('[data-values]').length;
  if (output !== null) {
    output.textContent = `Fetching the other ${countText(others)} of ${countText(models)} models`;
  }
  try {
    const links = [...pages.querySelectorAll<HTMLAnchorElement>('a[data-rest]')];
    const table = {
      begins: INDEX_ROWS,
      ends: '</model-table>',
      rows: '[data-values]',
      of: `data-release="${root.dataset.release}"`,
    };
    const rows = await Promise.all(links.map(({ pathname }) => rowsOf(pathname, table)));
    pages.remove();
    return rows.flat();
  } catch (error) {
    if (output !== null) output.textContent = said;
    throw error;
  }
}
