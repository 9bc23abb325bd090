/** Of a day of the calendar, as dates count it. */
export const MILLISECONDS_PER_DAY = 86_400_000;
