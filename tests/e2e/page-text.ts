import { type HTMLElement, parse } from 'node-html-parser';
import { builtFile, shows } from './site.ts';

/** What a reader reads on a finished page. */

/** The main part of a finished page, by its address inside the site. */
export function mainOf(address: string): HTMLElement {
  const main = pageOf(address).querySelector('main');
  if (main === null) throw new Error(`${address} has no main part`);
  for (const unread of main.querySelectorAll('script, style, template')) unread.remove();
  return main;
}

/** The description of a finished page, which search engines and chats show. */
export function descriptionOf(address: string): string {
  const meta = pageOf(address).querySelector('meta[name=description]');
  return readText(meta?.getAttribute('content') ?? '');
}

/** The text of an element on one line; spaces of every kind are alike, none stand within a number. */
export function textOf(element: HTMLElement | null | undefined): string {
  return readText(element?.textContent ?? '');
}

/** The cells of each row of a part of a page, as texts, in order. */
export function rowsOf(part: HTMLElement | null | undefined): string[][] {
  return (part?.querySelectorAll('tbody tr') ?? []).map((row) =>
    row.querySelectorAll('th, td').map(textOf),
  );
}

/** The same as a laptop shows them: without the words that stand for the heads of columns on a telephone. */
export function wideRowsOf(part: HTMLElement | null | undefined): string[][] {
  for (const words of part?.querySelectorAll('.phone') ?? []) words.remove();
  return rowsOf(part);
}

/** The section of a page that an id stands in. */
export function sectionOf(main: HTMLElement, id: string): HTMLElement | null | undefined {
  return main.querySelector(`#${id}`)?.closest('section');
}

/** A number that a test computes from rounded ones, and so knows between two bounds alone. */
export interface Between {
  from: number;
  to: number;
}

/** What comes of figures that are published to four digits. */
export function fromFourDigits(value: number): Between {
  return { from: value * (1 - 5e-4), to: value * (1 + 5e-4) };
}

/**
 * What is wrong with a sentence on a page; empty where nothing is. Each `{}` of the sentence stands
 * for the next value: a text as it is, a number to the two significant digits that readers see.
 */
export function wrongIn(
  text: string,
  sentence: string,
  values: readonly (string | number | Between)[],
): string[] {
  const parts = sentence.split('{}').map(escaped);
  const numbers = values.filter((value) => typeof value !== 'string');
  const pattern = parts.reduce((before, part, index) => {
    const value = values[index - 1] ?? '';
    return `${before}${typeof value === 'string' ? escaped(value) : '([\\d.]+)'}${part}`;
  });
  const [, ...said] = new RegExp(`(?<![\\d.])${pattern}(?!\\d|\\.\\d)`).exec(text) ?? [];
  if (said.length === numbers.length && (said.length > 0 || new RegExp(pattern).test(text))) {
    const wrong = numbers.filter((value, index) => !showsOneOf(said[index] ?? '', value));
    return wrong.length === 0
      ? []
      : [`“${sentence}”: ${said.join(', ')} for ${numbers.map(wanted).join(', ')}`];
  }
  const [found] = new RegExp(parts.join('.{1,60}?')).exec(text) ?? [];
  return [
    `“${sentence}” should say ${values.map(wanted).join(', ')}; found ${found ?? 'no such sentence'}`,
  ];
}

/** Whether a text shows the number, or one between the bounds. */
function showsOneOf(text: string, value: number | Between): boolean {
  if (typeof value === 'number') return shows(text, value);
  const isBetween = value.from <= Number(text) && Number(text) <= value.to;
  return isBetween || shows(text, value.from) || shows(text, value.to);
}

function wanted(value: string | number | Between): string {
  return typeof value === 'object' ? `${value.from} to ${value.to}` : `${value}`;
}

/** A range as "low–high", to compare with. */
export function isRangeText(
  text: string | undefined,
  { low, high }: { low: number; high: number },
) {
  const [from = '', to = '', ...rest] = text?.split('–') ?? [];
  return rest.length === 0 && shows(from, low) && shows(to, high);
}

/** Whether a cell has a median and its range: "0.17 0.043–0.51". */
export function isFigure(
  cell: string | undefined,
  range: { low: number; central: number; high: number },
): boolean {
  const [median = '', spread] = cell?.split(' ') ?? [];
  return shows(median, range.central) && isRangeText(spread, range);
}

const pages = new Map<string, HTMLElement>();

function pageOf(address: string): HTMLElement {
  const known = pages.get(address) ?? parse(builtFile(`${address.slice(1)}index.html`));
  pages.set(address, known);
  return known;
}

function readText(text: string): string {
  return text
    .replaceAll(/(\d)[\u2009\u202f](?=\d)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
