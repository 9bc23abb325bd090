import { writeFunctionalUnit } from '../../query/asked-words.ts';
import { writeMassUnit } from '../../query/in-mass-unit.ts';
import { redrawAxisHead } from '../../ui/chart/axis-head-redraw.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { dotPaths } from '../../ui/chart/dot-plot.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
import { type Attribute, subscripted } from './attributes.ts';
import type { ComparisonView, PairView, RowView } from './comparison-view.ts';
import type { MissingModel } from './missing-models.ts';
import { chartStyle, ratioStyle } from './table-drawing.ts';

/** Writes a comparison into the tables that the server has drawn. */
export function drawComparison(root: HTMLElement, view: ComparisonView): void {
  write(root, '[data-part=lead]', view.lead);
  writeFunctionalUnit(root, view.functionalUnit);
  writeMassUnit(root, view.unit);
  const chart = tableOf(root, 'chart', chartStyle(view));
  const pairs = tableOf(root, 'pairs', ratioStyle(view));
  redrawHead(chart, view.axis);
  redrawHead(pairs, view.ratioAxis);
  fillBody(
    chart,
    view.rows.map((row, index) => chartRow(root, row, index, view.rows.length)),
  );
  fillBody(
    pairs,
    view.pairs.map((pair) => pairRow(root, pair)),
  );
  drawAttributes(root, view);
  root.querySelector('[data-section=pairs]')?.toggleAttribute('hidden', view.pairs.length === 0);
}

/**
 * Says why ids are not compared, each in the row that it would have had, with a button for each model
 * that answers for it or may be meant.
 */
export function drawMissing(root: HTMLElement, missing: readonly MissingModel[]): void {
  const rows = missing.map(({ id, reason, instead }) => {
    const line = document.createElement('p');
    const code = document.createElement('code');
    code.textContent = id;
    line.append(code, ` is not compared. ${reason} `);
    if (instead.length === 0) {
      const link = document.createElement('a');
      link.href = sitePath('/not-estimated/');
      link.textContent = 'Entries without an estimate';
      line.append(link);
    } else {
      for (const { id: other, name } of instead) {
        line.append(insteadButton(id, other, `Compare ${name}`), ' ');
      }
    }
    line.append(' ', insteadButton(id, '', `Take ${id} out`));
    const row = document.createElement('tr');
    const cell = document.createElement('td');
    cell.colSpan = 6;
    cell.append(line);
    row.className = 'missing';
    row.append(cell);
    return row;
  });
  root.querySelector('[data-part=chart] tbody')?.append(...rows);
}

/** Puts another model, or none, in the place of an id. */
function insteadButton(id: string, instead: string, words: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.insteadOf = id;
  button.dataset.instead = instead;
  button.textContent = words;
  return button;
}

function chartRow(root: HTMLElement, row: RowView, index: number, count: number): Element[] {
  const element = formOf(root, 'row');
  if (element === undefined) return [];
  const { id, name, makerName, evidence, drawn, because } = row;
  element.dataset.model = id;
  element.dataset.evidence = evidence;
  const link = element.querySelector('a');
  if (link !== null) {
    link.textContent = name;
    link.href = sitePath(`/models/${id}/`);
  }
  write(element, '.maker', makerName);
  write(element, '[data-cell=evidence]', evidence);
  write(element, '[data-cell=because]', because ?? '');
  write(element, '[data-cell=median]', drawn?.median ?? '');
  write(element, '[data-cell=spread]', drawn?.spread ?? '');
  write(element, '[data-cell=least]', drawn?.least ?? '');
  if (drawn !== undefined) {
    const { viewBox, inside, outside } = dotPaths(drawn.dots);
    writeOwnStyle(element.querySelector('.drawn .range-bar'), barStyle(drawn.bar));
    element.querySelector('svg')?.setAttribute('viewBox', viewBox);
    element.querySelector('.inside')?.setAttribute('d', inside);
    element.querySelector('.outside')?.setAttribute('d', outside);
    element.querySelector('.hollow')?.setAttribute('d', outside);
  }
  for (const button of element.querySelectorAll('button')) {
    const { change } = button.dataset;
    button.setAttribute(
      'aria-label',
      change === 'remove' ? `Remove ${name}` : `Move ${name} ${change}`,
    );
    button.disabled =
      (change === 'up' && index === 0) || (change === 'down' && index === count - 1);
  }
  return [element];
}

function pairRow(root: HTMLElement, pair: PairView): Element[] {
  const element = formOf(root, 'pair');
  if (element === undefined) return [];
  element.dataset.evidence = pair.evidence;
  element.dataset.probability = String(pair.probabilityFirstLess);
  write(element, '[data-cell=verdict]', pair.verdict);
  write(element, '[data-cell=median]', pair.median);
  write(element, '[data-cell=spread]', pair.spread);
  writeOwnStyle(element.querySelector('.range-bar'), barStyle(pair.bar));
  return [element];
}

function drawAttributes(root: HTMLElement, { rows, attributes }: ComparisonView) {
  const table = root.querySelector('[data-part=attributes]');
  const [corner] = table?.querySelectorAll('thead th') ?? [];
  corner?.parentElement?.replaceChildren(corner, ...rows.map(({ name }) => headCell('col', name)));
  const names = rows.map(({ name }) => name);
  table
    ?.querySelector('tbody')
    ?.replaceChildren(...attributes.map((attribute) => attributeRow(attribute, names)));
}

function attributeRow({ label, cells, differs }: Attribute, names: readonly string[]) {
  const row = document.createElement('tr');
  row.toggleAttribute('data-differs', differs);
  const head = headCell('row', '');
  for (const [index, part] of subscripted(label).entries()) {
    const two = document.createElement('sub');
    two.textContent = '2';
    head.append(...(index > 0 ? [two] : []), part);
  }
  row.append(
    head,
    ...cells.map(({ text, aside }, index) => {
      const cell = document.createElement('td');
      cell.dataset.of = names[index] ?? '';
      cell.append(`${text} `);
      if (aside === undefined) return cell;
      const small = document.createElement('small');
      small.textContent = aside;
      cell.append(small);
      return cell;
    }),
  );
  return row;
}

function headCell(scope: 'row' | 'col', text: string): HTMLElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function tableOf(root: HTMLElement, part: string, style: string): Element | null {
  const table = root.querySelector(`[data-part=${part}]`);
  writeOwnStyle(table, style);
  return table;
}

function redrawHead(table: Element | null, axis: ComparisonView['axis']) {
  const head = table?.querySelector('thead .chart');
  if (head !== null && head !== undefined) redrawAxisHead(head, axis, []);
}

function fillBody(table: Element | null, rows: readonly Element[][]) {
  table?.querySelector('tbody')?.replaceChildren(...rows.flat());
}

function formOf(root: HTMLElement, form: string): HTMLElement | undefined {
  const template = root.querySelector<HTMLTemplateElement>(`template[data-form=${form}]`);
  const row = template?.content.firstElementChild?.cloneNode(true);
  return row instanceof HTMLElement ? row : undefined;
}

function write(within: Element, selector: string, text: string) {
  const element = within.querySelector(selector);
  if (element !== null) element.textContent = text;
}
