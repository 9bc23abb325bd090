import type { Triangular } from '../estimation/distributions.ts';
import type { Range } from '../estimation/ranges.ts';
import { rounded } from '../library/rounding.ts';

const twoDigits = significant(2);
const oneDigit = significant(1);

/**
 * A quantity to two significant digits, the most that any estimate here supports, or to one: 0.0063,
 * 1.2, 57, 120.
 */
export function quantityText(value: number, digits = 2): string {
  if (value === 0) return '0';
  const shown = shownNumber(value, digits);
  return shown >= 1000 ? countText(shown) : formatOf(digits).format(shown);
}

/**
 * The number that such a text says. It is rounded from the published digits, so that pages and files never
 * differ: what is published as 1.25 is shown as 1.3, be it 1.2496 in the draws.
 */
export function shownNumber(value: number, digits = 2): number {
  return Number(formatOf(digits).format(rounded(value)));
}

function formatOf(digits: number): Intl.NumberFormat {
  return digits === 1 ? oneDigit : twoDigits;
}

function significant(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en', {
    minimumSignificantDigits: digits,
    maximumSignificantDigits: digits,
    useGrouping: false,
  });
}

/** Low to high, joined by an en dash: 0.028–0.41. */
export function rangeText({ low, high }: Pick<Range, 'low' | 'high'>): string {
  return `${quantityText(low)}–${quantityText(high)}`;
}

const digitsGrouped = new Intl.NumberFormat('en', { useGrouping: 'min2' });

/**
 * A whole number, from five digits on with a thin space between thousands, which no locale reads as a
 * decimal mark: 3500, 131 072.
 */
export function countText(value: number): string {
  return digitsGrouped.format(value).replaceAll(',', '\u202f');
}

/** "1 model", "402 models". */
export function modelsText(count: number): string {
  return `${countText(count)} ${count === 1 ? 'model' : 'models'}`;
}

const allDigits = new Intl.NumberFormat('en', { useGrouping: 'min2', maximumFractionDigits: 15 });

/** A number as somebody else states it, with all its digits: 1.14, 0.889, 10 000. */
export function exactText(value: number): string {
  return allDigits.format(value).replaceAll(',', '\u202f');
}

/** A price in USD per million tokens, exactly as listed, with cents at least: 0.20, 0.075, 15.00. */
export function priceText(usdPerMillionTokens: number): string {
  return exactPrice.format(usdPerMillionTokens);
}

/** The same for a column: cents, or for less than ten cents two significant digits. */
export function columnPriceText(usdPerMillionTokens: number): string {
  return usdPerMillionTokens === 0 || usdPerMillionTokens >= 0.1
    ? usdPerMillionTokens.toFixed(2)
    : twoDigits.format(usdPerMillionTokens);
}

const exactPrice = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 15,
  useGrouping: false,
});

/** A share as a whole percentage, where it is no more than a rough one: 6 %, < 1 %, > 99 %. */
export function wholePercentText(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return '<\u00a01\u00a0%';
  return percent === 100 && share < 1 ? '>\u00a099\u00a0%' : `${percent}\u00a0%`;
}

/**
 * A share as a percentage, to two significant digits; what is not nothing is never a 0, and what is not
 * all never 100: 5.7 %, < 0.1 %, > 99 %. No line ends within it.
 */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '<\u00a00.1\u00a0%';
  const text = quantityText(percent);
  return text === '100' && share < 1 ? '>\u00a099\u00a0%' : `${text}\u00a0%`;
}

const hundredths = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: false,
});
const fewDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2, useGrouping: false });

/**
 * With two decimals, so that a factor that moved by a hundredth is seen: 1.04, 0.94, 1.30. A small number
 * keeps two digits that say something.
 */
export function decimalsText(value: number): string {
  return value === 0 || value >= 0.1 ? hundredths.format(value) : fewDigits.format(value);
}

/** A mode with its bounds, with decimals alike: 1.14 (1.09–1.20). */
export function boundsText({ low, central, high }: Triangular): string {
  const [from, mode, to] = [low, central, high].map(decimalsText);
  return `${mode} (${from}–${to})`;
}
