import { normalQuantile } from '../distributions.ts';
import { at, mulberry32, perDraw } from '../draws.ts';
import { fnv1a } from '../own-draws.ts';
import { type Range, rangeOf } from '../ranges.ts';
import { TRAINING_METHOD } from './method.ts';
import type { Spread } from './spread.ts';

/** Emissions of one run, to be added up with others. */
export interface RunOfTotal {
  /** Names the run: its own part of the draws hangs on it alone. */
  id: string;
  tonnes: Spread;
}

const DRAWS = 4096;

/** The part of all errors that runs share, once per draw. */
const SHARED = deviates('what all runs share');

/** One run's tonnes per draw: a part of its error in common with all runs, the rest its own. */
export function drawsOfRun({ id, tonnes: { median, sdLn } }: RunOfTotal): Float64Array {
  const own = deviates(id);
  const common = Math.sqrt(TRAINING_METHOD.correlationBetweenRuns);
  const alone = Math.sqrt(1 - TRAINING_METHOD.correlationBetweenRuns);
  return perDraw(
    DRAWS,
    (draw) => median * Math.exp(sdLn * (common * at(SHARED, draw) + alone * at(own, draw))),
  );
}

/**
 * Totals of groups of runs, tonnes, by the names of the groups. The errors of two runs are correlated
 * by 0.3, since throughput, boundary and grid are misjudged together: the range of a total is wider
 * than if they were independent. The middle lies above the sum of the medians, as means do.
 */
export function totalsOfRuns(
  runs: readonly (RunOfTotal & { groups: readonly string[] })[],
): Map<string, Range> {
  const sums = new Map<string, Float64Array>();
  for (const run of runs) {
    const draws = drawsOfRun(run);
    for (const group of new Set(run.groups)) {
      const sum = sums.get(group) ?? new Float64Array(DRAWS);
      for (let draw = 0; draw < DRAWS; draw += 1) sum[draw] = at(sum, draw) + at(draws, draw);
      sums.set(group, sum);
    }
  }
  return new Map([...sums].map(([group, sum]) => [group, rangeOf(sum)]));
}

/** Standard normal draws of a name, the same on every machine. */
function deviates(name: string): Float64Array {
  const random = mulberry32(fnv1a(name));
  // A uniform draw of exactly 0 has no deviate.
  return perDraw(DRAWS, () => normalQuantile(Math.max(random(), Number.EPSILON)));
}
