/** The day that a cell names, ISO 8601; undefined where it names none that the calendar has. */
export function dayIn(text: string): string | undefined {
  const date = dayOf(text);
  return date !== undefined && isDay(date) ? date : undefined;
}

/** Whether the calendar has it: not 2025-02-30. */
function isDay(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** The day of a text as it is written, from ISO 8601 or from seconds since 1970, or thousandths of them. */
function dayOf(text: string): string | undefined {
  const [, year, , month, day] =
    /^(\d{4})([-/.])(\d{2})\2(\d{2})(?!\d)/.exec(text) ??
    /^(20\d{2})()(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  // Seconds have ten digits from 2001 to 2286, nanoseconds nine more.
  const [, seconds] = /^([1-9]\d{9})(?:\d{3}){0,3}(?:\.\d+)?$/.exec(text) ?? [];
  return seconds && new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}
