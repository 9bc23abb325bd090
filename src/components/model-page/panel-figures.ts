import type { ModelEstimate, TokenEstimate } from '../../estimation/estimate.ts';
import type { Range } from '../../estimation/ranges.ts';
import { writeFunctionalUnit } from '../../query/asked-words.ts';
import { rangeIn, writeMassUnit } from '../../query/in-mass-unit.ts';
import { MASS_UNIT_WORDS, type MassUnit } from '../../query/mass-unit.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { axisBackground } from '../../ui/chart/axis-background.ts';
import { redrawAxisHead } from '../../ui/chart/axis-head-redraw.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { axisFor, type LogAxis, placesOn } from '../../ui/chart/log-axis.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';

const QUANTITIES = ['gramsCO2e', 'wattHours', 'millilitresWater'] as const;

/** What a panel shows: the figure asked for, and a thousand tokens of every kind. */
export interface PanelFigures {
  functionalUnit: string;
  /** What CO2e is shown in; all that follows is in grams. */
  unit: MassUnit;
  /** Whether the figure is the published one, in another unit. */
  isPublished: boolean;
  asked: Range;
  everyKind: ModelEstimate;
  /** The figure asked for as the hosts serve it; absent where no scenario is set. */
  asServed: Range | undefined;
}

/** Writes the figures that a reader has asked for into a model's panel. */
export function writePanel(
  panel: Element,
  { functionalUnit, unit, isPublished, everyKind, ...grams }: PanelFigures,
): void {
  const asked = rangeIn(unit, grams.asked);
  const asServed = grams.asServed && rangeIn(unit, grams.asServed);
  const isScenario = asServed !== undefined;
  write(
    panel,
    '[data-where]',
    isScenario
      ? 'In this scenario'
      : isPublished
        ? `The same in ${MASS_UNIT_WORDS[unit]}`
        : 'As served',
  );
  writeFunctionalUnit(panel, functionalUnit);
  writeMassUnit(panel, unit);
  write(panel, '[data-figure=median]', quantityText(asked.central));
  write(panel, '[data-figure=low]', quantityText(asked.low));
  write(panel, '[data-figure=high]', quantityText(asked.high));
  drawBars(panel, asked, asServed);
  panel.querySelector('.tokens')?.toggleAttribute('hidden', !isScenario);
  writeTokens(panel, 'output', everyKind.perThousandOutputTokens, unit);
  writeTokens(panel, 'input', everyKind.perThousandInputTokens, unit);
  writeTokens(panel, 'cached input', everyKind.perThousandCachedInputTokens, unit);
}

/** What is asked and, where that is a scenario, the same as served; the server has drawn both rows. */
function drawBars(panel: Element, asked: Range, asServed: Range | undefined) {
  const axis = axisFor(asServed === undefined ? [asked] : [asked, asServed]);
  const chart = panel.querySelector<HTMLElement>('.range-chart');
  const head = chart?.querySelector('thead .chart');
  if (head !== null && head !== undefined) redrawAxisHead(head, axis, []);
  chart?.style.setProperty('--gl', axisBackground(axis));
  const [first, second] = chart?.querySelectorAll('tbody tr') ?? [];
  write(first, '.label', asServed === undefined ? 'As served' : 'In your scenario');
  writeBar(first, asked, axis);
  second?.toggleAttribute('hidden', asServed === undefined);
  if (asServed !== undefined) writeBar(second, asServed, axis);
}

function writeBar(row: Element | undefined, range: Range, axis: LogAxis) {
  writeOwnStyle(row?.querySelector('.range-bar'), barStyle(placesOn(axis, range)));
  write(row, '.median', quantityText(range.central));
  write(row, '.spread', rangeText(range));
}

function writeTokens(panel: Element, tokens: string, estimate: TokenEstimate, unit: MassUnit) {
  for (const quantity of QUANTITIES) {
    const cell = `[data-tokens="${tokens}"] [data-quantity=${quantity}]`;
    const isMass = quantity === 'gramsCO2e';
    const range = isMass ? rangeIn(unit, estimate[quantity]) : estimate[quantity];
    write(panel, `${cell} strong`, quantityText(range.central));
    write(panel, `${cell} span`, rangeText(range));
  }
}

function write(within: Element | undefined, selector: string, text: string) {
  const element = within?.querySelector(selector);
  if (element !== null && element !== undefined) element.textContent = text;
}
