import { linesText, type UsageLine } from '../../query/usage-lines.ts';

/** The days of the export that was read last, and what was read of it. */
let latest: { period: string; use: string } | undefined;

/** Keeps the days of an export for the report on these lines, as long as they stand as they were read. */
export function keepPeriod(period: string | undefined, lines: readonly UsageLine[]): void {
  latest = period === undefined ? undefined : { period, use: linesText(lines) };
}

/** The days of the export that these lines are of, where they are of one that says its days. */
export function periodOf(lines: readonly UsageLine[]): string | undefined {
  return latest?.use === linesText(lines) ? latest.period : undefined;
}
