import { type Column, isFurther, OWN_COLUMNS } from '../../query/columns.ts';
import { ADDED_COLUMNS } from './further-columns.ts';

const GAP = '1rem';

/**
 * Least width of each column that stands at first; the chart takes what is left. Figures have theirs
 * in digits, so that they fit in whatever typeface is there; index-table.css says the same, in
 * pixels, of which the build makes the same as these.
 */
const LEAST = {
  pick: '1.5rem',
  class: '5.5ch',
  model: '10.875rem',
  evidence: '12.5ch',
  chart: '9.375rem',
  median: '7.5ch',
  spread: '14ch',
  price: '8.5ch',
} as const;

/**
 * Lays the columns of the table out on wide screens. Where they do not fit, the table grows wider
 * than the screen; its head keeps sticking, since the page scrolls and not the table.
 */
export function layColumns(table: HTMLElement, columns: readonly Column[]): void {
  const has = (column: Column) => columns.includes(column);
  const tracks = [
    [LEAST.pick],
    has('class') ? [LEAST.class] : [],
    [LEAST.model, '15.625rem'],
    has('evidence') ? [LEAST.evidence] : [],
    [LEAST.chart, '1fr'],
    [LEAST.median],
    [LEAST.spread],
    has('price') ? [LEAST.price] : [],
    ...columns.map((column) => (isFurther(column) ? [ADDED_COLUMNS[column].leastWidth] : [])),
  ].filter((track) => track.length > 0);
  const template = tracks.map(([least, most]) =>
    most === undefined ? least : `minmax(${least}, ${most})`,
  );
  const width = tracks.map(([least]) => least).join(` + ${GAP} + `);
  table.style.setProperty('--columns', template.join(' '));
  table.style.setProperty('--least-width', `calc(${width})`);
  table.dataset.without = OWN_COLUMNS.filter((column) => !has(column)).join(' ');
  table.toggleAttribute('data-further', columns.some(isFurther));
}
