import { type Range, scaleRange } from '../estimation/ranges.ts';
import { quantityText } from '../text/numbers.ts';
import { type MassUnit, PER_GRAM } from './mass-unit.ts';

/** A range of grams in a unit. */
export function rangeIn(unit: MassUnit, grams: Range): Range {
  return scaleRange(grams, PER_GRAM[unit]);
}

/**
 * A figure or a range that is written in grams, in a unit: its digits were rounded once, and are not rounded
 * again.
 */
export function figureIn(unit: MassUnit, grams: string): string {
  return grams
    .split('–')
    .map((one) => quantityText(Number(one.replaceAll('\u202f', '')) * PER_GRAM[unit]))
    .join('–');
}

/**
 * Writes the symbol of a unit wherever a part of the page has left room for it, before “CO2e”, and in it
 * the figures that a part has in grams, whatever is asked.
 */
export function writeMassUnit(within: ParentNode, unit: MassUnit): void {
  for (const element of within.querySelectorAll('[data-mass-unit]')) element.textContent = unit;
  for (const element of within.querySelectorAll<HTMLElement>('[data-grams]')) {
    element.textContent = figureIn(unit, element.dataset.grams ?? '');
  }
}
