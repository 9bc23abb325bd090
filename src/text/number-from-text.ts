/** A number whose mark may as well stand between thousands as before a fraction: 1,200 and 4.000. */
export interface TwoNumbers {
  mark: ',' | '.';
  before: string;
  after: string;
}

/** The two numbers that a text can be; undefined where it is one, or none. */
export function twoNumbers(text: string): TwoNumbers | undefined {
  const [, before = '', mark, after = ''] = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(text.trim()) ?? [];
  return mark === ',' || mark === '.' ? { mark, before, after } : undefined;
}

/**
 * A number as typed or linked, with a decimal point or comma. Undefined where it is none, and where
 * its comma may as well group thousands: 1,200.
 */
export function numberFromText(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '' || twoNumbers(typed)?.mark === ',') return undefined;
  // Number() would take 0x10 for 16 as well.
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(typed)) return undefined;
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
