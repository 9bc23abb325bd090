import { type Column, isFurther, OWN_COLUMNS } from './columns.ts';

/** Pixels between columns. */
const GAP = 16;

/** Least width of each column in px; the chart takes what is left. */
const LEAST = { pick: 24, rank: 60, model: 190, evidence: 92, chart: 210, median: 56, spread: 104 };
const PRICE = 64;
const FURTHER = {
  input: 140,
  cached: 140,
  wh: 130,
  water: 130,
  context: 70,
  parameters: 112,
  weights: 76,
  quality: 64,
  released: 84,
  hosts: 48,
} as const;

/**
 * Lays the columns of the table out on wide screens. Where they do not fit, the table grows wider
 * than the screen; its head keeps sticking, since the page scrolls and not the table.
 */
export function layColumns(table: HTMLElement, columns: readonly Column[]): void {
  const has = (column: Column) => columns.includes(column);
  const tracks = [
    [LEAST.pick],
    has('rank') ? [LEAST.rank] : [],
    [LEAST.model, '250px'],
    has('evidence') ? [LEAST.evidence] : [],
    [LEAST.chart, '1fr'],
    [LEAST.median],
    [LEAST.spread],
    has('price') ? [PRICE] : [],
    ...columns.map((column) => (isFurther(column) ? [FURTHER[column]] : [])),
  ].filter((track) => track.length > 0);
  const template = tracks.map(([least, most]) =>
    most === undefined ? `${least}px` : `minmax(${least}px, ${most})`,
  );
  const width = tracks.reduce((sum, [least]) => sum + Number(least) + GAP, -GAP);
  table.style.setProperty('--columns', template.join(' '));
  table.style.setProperty('--least-width', `${width}px`);
  table.dataset.without = OWN_COLUMNS.filter((column) => !has(column)).join(' ');
  table.toggleAttribute('data-further', columns.some(isFurther));
}
