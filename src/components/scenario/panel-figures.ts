import type { ModelEstimate, TokenEstimate } from '../../estimation/estimate.ts';
import type { Range } from '../../estimation/ranges.ts';
import { axisBackground } from '../axis-background.ts';
import { redrawAxisHead } from '../axis-head-redraw.ts';
import { axisFor, barStyle } from '../log-axis.ts';
import { quantityText, rangeText } from '../number-text.ts';

const QUANTITIES = ['gramsCO2e', 'wattHours', 'millilitresWater'] as const;

/** Writes the figures of a scenario into a model's panel, beside what is published. */
export function writePanel(panel: Element, estimate: ModelEstimate, published: Range): void {
  const range = estimate.perThousandOutputTokens.gramsCO2e;
  write(panel, '[data-figure=median]', quantityText(range.central));
  write(panel, '[data-figure=low]', quantityText(range.low));
  write(panel, '[data-figure=high]', quantityText(range.high));
  drawBars(panel, range, published);
  writeTokens(panel, 'output', estimate.perThousandOutputTokens);
  writeTokens(panel, 'input', estimate.perThousandInputTokens);
  writeTokens(panel, 'cached input', estimate.perThousandCachedInputTokens);
}

/** The scenario and what is published, on one axis; the server has drawn both rows. */
function drawBars(panel: Element, range: Range, published: Range) {
  const axis = axisFor([range, published]);
  const chart = panel.querySelector<HTMLElement>('.range-chart');
  const head = chart?.querySelector('thead .chart');
  if (head !== null && head !== undefined) redrawAxisHead(head, axis, []);
  chart?.style.setProperty('--gl', axisBackground(axis));
  const [first, second] = chart?.querySelectorAll('tbody tr') ?? [];
  first?.querySelector('.range-bar')?.setAttribute('style', barStyle(axis, range));
  second?.querySelector('.range-bar')?.setAttribute('style', barStyle(axis, published));
  write(first, '.median', quantityText(range.central));
  write(first, '.spread', rangeText(range));
}

function writeTokens(panel: Element, tokens: string, estimate: TokenEstimate) {
  for (const quantity of QUANTITIES) {
    const cell = `[data-tokens="${tokens}"] [data-quantity=${quantity}]`;
    write(panel, `${cell} strong`, quantityText(estimate[quantity].central));
    write(panel, `${cell} span`, rangeText(estimate[quantity]));
  }
}

function write(within: Element | undefined, selector: string, text: string) {
  const element = within?.querySelector(selector);
  if (element !== null && element !== undefined) element.textContent = text;
}
