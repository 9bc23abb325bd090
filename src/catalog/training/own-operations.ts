import { languageFlop } from '../../estimation/training/language-flop.ts';
import { FLOP_SD_LN } from '../../estimation/training/method.ts';
import type { Spread } from '../../estimation/training/spread.ts';
import type { RunRow } from '../training-run.ts';

/** Operations that a run did itself, or why they cannot be told. */
export type OwnOperations =
  | { flop: number }
  | { flop?: undefined; startsFrom: readonly string[] }
  | { flop?: undefined; startsFrom?: undefined };

/** A difference smaller than this share of the whole is lost in its rounding. */
const LEAST_SHARE = 0.01;

/**
 * The operations of a run without those of the models it starts from: its fine-tuning where stated, else
 * its whole less the whole of its bases, else nothing, since a table of models counts the bases in.
 */
export function ownOperations(row: RunRow, byName: ReadonlyMap<string, RunRow>): OwnOperations {
  const { flop, own_flop: own, bases } = row;
  if (bases.length === 0) return flop === undefined ? {} : { flop };
  if (own !== undefined) return { flop: own };
  const before = bases.map((name) => byName.get(name)?.flop);
  if (flop !== undefined && before.every((each) => each !== undefined)) {
    const rest = flop - before.reduce((sum, each) => sum + each, 0);
    if (rest > LEAST_SHARE * flop) return { flop: rest };
  }
  return { startsFrom: bases };
}

/** Operations of the run, as its row has them, else from its size and the tokens it states. */
export function flopOf(row: RunRow, own: number | undefined): Spread | undefined {
  const { confidence, flop_from: from, domains, bases, data_points: tokens } = row;
  if (own !== undefined) {
    const sure = from.includes('reported') ? 'confident' : confidence;
    return { median: own, sdLn: FLOP_SD_LN[sure === 'unknown' ? 'likely' : sure] };
  }
  const activeParameters = row.active_parameters ?? row.parameters;
  // Data of other kinds are counted in pictures or seconds, and a fine-tuning's may be its base's.
  if (domains.join() !== 'Language' || bases.length > 0) return undefined;
  if (activeParameters === undefined || tokens === undefined) return undefined;
  // Fewer are passed over several times, and the table does not say how often.
  if (tokens < activeParameters) return undefined;
  return { median: languageFlop({ activeParameters, tokens }), sdLn: FLOP_SD_LN.likely };
}
