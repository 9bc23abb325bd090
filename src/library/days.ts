/** Of a day of the calendar, as dates count it. */
export const MILLISECONDS_PER_DAY = 86_400_000;
export const HOURS_PER_DAY = 24;

const MILLISECONDS_PER_YEAR = 365.25 * MILLISECONDS_PER_DAY;

/** A day as a year with its fraction: 2024.5 is the middle of 2024. */
export function yearOf(day: string): number {
  return 1970 + Date.parse(day) / MILLISECONDS_PER_YEAR;
}
