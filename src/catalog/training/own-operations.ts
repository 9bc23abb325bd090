import { languageFlop } from '../../estimation/training/language-flop.ts';
import { sdLnOfConfidence } from '../../estimation/training/method.ts';
import type { Spread } from '../../estimation/training/spread.ts';
import { activeParametersOfSize } from '../../estimation/training/tokens-of-size.ts';
import { yearOf } from '../../library/days.ts';
import type { RunRow } from '../training-run.ts';

/** Operations that a run did itself, or why they cannot be told. */
export type OwnOperations =
  | { flop: number; none?: undefined }
  | { flop?: undefined; none?: NoOwnOperations };

/** Why a run that starts from other models has no operations of its own. */
export type NoOwnOperations =
  /** Nobody says what it added. */
  | { because: 'own-part-unknown'; startsFrom: readonly string[] }
  /** Its row says so in two ways that are far from each other. */
  | { because: 'own-part-contradicted'; startsFrom: readonly string[] };

/** A difference smaller than this share of the whole is lost in its rounding. */
const LEAST_SHARE = 0.01;
/** Fewer tokens are no training of a language model: the operations lost a power of ten. */
const LEAST_TOKENS = 2e5;
/** Nobody passes more often over the data of a fine-tuning. */
const MOST_PASSES = 100;

/**
 * The operations of a run without those of the models it starts from: its fine-tuning where stated, else
 * its whole less the whole of its bases, else nothing, since a table of models counts the bases in.
 */
export function ownOperations(row: RunRow, byName: ReadonlyMap<string, RunRow>): OwnOperations {
  const { flop, own_flop: own, bases } = row;
  if (bases.length === 0) return flop === undefined ? {} : { flop };
  if (own !== undefined) {
    return isContradicted(row, own)
      ? { none: { because: 'own-part-contradicted', startsFrom: bases } }
      : { flop: own };
  }
  const before = bases.map((name) => byName.get(name)?.flop);
  if (flop !== undefined && before.every((each) => each !== undefined)) {
    const rest = flop - before.reduce((sum, each) => sum + each, 0);
    if (rest > LEAST_SHARE * flop) return { flop: rest };
  }
  return { none: { because: 'own-part-unknown', startsFrom: bases } };
}

/**
 * Whether the operations of a fine-tuning cannot be of its size and data. Those that its maker reports, or
 * that come from hours, are believed; the data may be the base's, so few passes over them say nothing.
 */
function isContradicted({ flop_from: from, domains, ...row }: RunRow, own: number): boolean {
  const activeParameters = row.active_parameters ?? row.parameters;
  if (domains.join() !== 'Language' || activeParameters === undefined) return false;
  if (from.includes('reported') || from.includes('hardware')) return false;
  const passes = (tokens: number) => own / languageFlop({ activeParameters, tokens });
  return (
    passes(LEAST_TOKENS) < 1 ||
    (row.data_points !== undefined && passes(row.data_points) > MOST_PASSES)
  );
}

/**
 * Operations of the run, as its row has them, else from its size and the tokens it states.
 * `activeParameters` are those of its row, or of the record of the model that it made; where neither says,
 * a very large model of late years is taken for a mixture of experts, as where its size alone is known.
 */
export function flopOf(
  row: RunRow,
  own: number | undefined,
  activeParameters: number | undefined,
): Spread | undefined {
  const { confidence, flop_from: from, domains, bases, data_points: tokens } = row;
  if (own !== undefined) {
    return {
      median: own,
      sdLn: sdLnOfConfidence(from.includes('reported') ? 'confident' : confidence),
    };
  }
  // Data of other kinds are counted in pictures or seconds, and a fine-tuning's may be its base's.
  if (domains.join() !== 'Language' || bases.length > 0) return undefined;
  const totalParameters = row.parameters ?? activeParameters;
  if (totalParameters === undefined || tokens === undefined) return undefined;
  const active = activeParametersOfSize({
    totalParameters,
    activeParameters,
    year: yearOf(row.published),
  });
  // Fewer are passed over several times, and the table does not say how often.
  if (tokens < active.median) return undefined;
  return {
    median: languageFlop({ activeParameters: active.median, tokens }),
    sdLn: Math.hypot(sdLnOfConfidence('likely'), active.sdLn),
  };
}
