import * as z from 'zod';
import { MILLISECONDS_PER_DAY } from '../library/days.ts';

const LEADING_DAY = /^\d{4}-\d{2}-\d{2}(?=$|T|\s)/;
const FURTHEST_EXPIRY_YEARS = 20;

/** Before this day there was nothing to list; an earlier creation is a placeholder. */
const EARLIEST_CREATION = '2015-01-01';

/**
 * The day that a foreign date or date-time begins with, in UTC where it says its distance from it; undefined
 * where it is none.
 */
export function dayOf(text: string): string | undefined {
  const day = z.iso.date().safeParse(LEADING_DAY.exec(text.trim())?.[0]).data;
  const moment = z.iso.datetime({ offset: true }).safeParse(text.trim()).data;
  return day === undefined || moment === undefined
    ? day
    : new Date(moment).toISOString().slice(0, 10);
}

/**
 * The UTC day of a Unix time in seconds. Undefined for placeholders (zero, negative, long before
 * OpenRouter) and for what is more than a day after `retrieved`, such as milliseconds.
 */
export function creationDay(unixSeconds: number, retrieved: string): string | undefined {
  const milliseconds = unixSeconds * 1000;
  if (!(milliseconds >= Date.parse(EARLIEST_CREATION)) || isToCome(unixSeconds, retrieved)) {
    return undefined;
  }
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whether a Unix time in seconds is more than a day after `retrieved`: nothing is created in the future. */
export function isToCome(unixSeconds: number, retrieved: string): boolean {
  return unixSeconds * 1000 >= Date.parse(retrieved) + 2 * MILLISECONDS_PER_DAY;
}

/** The day, unless it is later than `retrieved`: nothing can be known of the future. */
export function pastDay(day: string, retrieved: string): string | undefined {
  return day <= retrieved ? day : undefined;
}

/** The day, unless it is so far off (such as 2098-12-31) that it means "never". */
export function expiryDay(day: string, retrieved: string): string | undefined {
  const furthestYear = Number(retrieved.slice(0, 4)) + FURTHEST_EXPIRY_YEARS;
  const furthest = `${furthestYear}${retrieved.slice(4)}`;
  return day <= furthest ? day : undefined;
}
