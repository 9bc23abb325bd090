import { MILLISECONDS_PER_DAY } from '../../library/days.ts';

/** Where a name says a month alone, its middle stands for it. */
const MIDDLE = '15';
const DAYS_PER_YEAR = 365.25;

/**
 * Days from the day that a model's name says to another: of 2024-08-06, 2507 (July 2025) or 0324 (24 March
 * of the nearest year). Undefined where it says none.
 */
export function daysFromName(slug: string, day: string): number | undefined {
  const [, full] = /(?:^|[-_])(20\d\d-[01]\d-[0-3]\d)(?![a-z0-9])/i.exec(slug) ?? [];
  const [, four = ''] = /[-_](\d{4})(?![a-z0-9.])/i.exec(slug) ?? [];
  const [first, last] = [four.slice(0, 2), four.slice(2)];
  const days = (said: string) => (Date.parse(day) - Date.parse(said)) / MILLISECONDS_PER_DAY;
  if (full !== undefined) return known(days(full));
  if (Number(first) >= 20) return known(days(`20${first}-${last}-${MIDDLE}`));
  const apart = known(days(`${day.slice(0, 4)}-${first}-${last}`));
  return apart && apart - Math.round(apart / DAYS_PER_YEAR) * DAYS_PER_YEAR;
}

/** Digits that are no day of the calendar say none. */
function known(days: number): number | undefined {
  return Number.isNaN(days) ? undefined : days;
}
