import type { AskedComparison } from './compare-asked.ts';

/** What the page compares now, for the parts that are fetched only when they are asked for. */
let shown: AskedComparison | undefined;
const listeners = new Set<() => void>();

/** Says what is compared now. */
export function showComparison(comparison: AskedComparison): void {
  shown = comparison;
  for (const listener of listeners) listener();
}

/** What is compared now; undefined before anything has been computed. */
export function shownComparison(): AskedComparison | undefined {
  return shown;
}

/** Calls back whenever something else is compared, until the returned function is called. */
export function onComparison(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
