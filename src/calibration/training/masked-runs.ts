import type { KnownRun } from '../../catalog/training/known-run.ts';
import { estimateTraining } from '../../estimation/training/estimate.ts';
import type { Scored } from './scores.ts';

/** Runs of the table with what is known of them hidden, and computed from the rest. */

/** Hours that the table quotes against those computed from operations that somebody counted. */
export function maskedHours(runs: readonly KnownRun[]): Scored[] {
  return runs.flatMap(({ basis: { facts }, row, accelerator }) => {
    const known = facts?.chipHours;
    const counted = row?.flop_from.some((how) => how === 'operations' || how === 'reported');
    if (
      facts?.flop === undefined ||
      known === undefined ||
      !counted ||
      !accelerator.stated ||
      row?.bases.length !== 0 ||
      row.flop === undefined ||
      row.flop < LEAST_FLOP
    ) {
      return [];
    }
    const range = estimateTraining({
      ...facts,
      energy: undefined,
      chipHours: undefined,
    })?.chipHours;
    return range === undefined ? [] : [{ known: known.median, range }];
  });
}

/** Smaller runs are tried by students on what is at hand, and the fit does not hold for them. */
const LEAST_FLOP = 1e20;

/** Operations of language models that were trained from the beginning against those from size alone. */
export function maskedOperations(runs: readonly KnownRun[]): Scored[] {
  return runs.flatMap(({ basis: { facts }, row }) => {
    if (facts?.size === undefined || facts.flop === undefined || row?.flop === undefined) return [];
    const range = estimateTraining({
      ...facts,
      energy: undefined,
      chipHours: undefined,
      flop: undefined,
    })?.flop;
    return range === undefined ? [] : [{ known: facts.flop.median, range }];
  });
}
