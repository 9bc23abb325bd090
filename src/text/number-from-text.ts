/**
 * A number as typed or linked, with a decimal point or comma. Undefined where it is none, and where
 * its comma may as well group thousands: 1,200.
 */
export function numberFromText(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '' || /^[1-9]\d{0,2},\d{3}$/.test(typed)) return undefined;
  // Number() would take 0x10 for 16 as well.
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(typed)) return undefined;
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
