import { at } from './draws.ts';
import { drawsInOrderOf, OWN_TO_MODEL } from './own-draws.ts';
import { type Column, mapDraws, type SharedDraws } from './shared-draws.ts';

/** The inputs whose shares of the uncertainty are told apart, each with its columns of the draws. */
const INPUT_COLUMNS = {
  load: ['lnConcurrentSequences'],
  servingStack: ['servingStack'],
  hosts: ['hostDeviate'],
  // Price and size of one model are never both unknown: they share their columns.
  formOrPrice: [
    'formErrorDeviate',
    'unitActiveParameters',
    'unitTotalParameters',
    'mixtureOfExperts',
    'prefillExtra',
  ],
  hostAndIdle: ['hostAndIdle'],
  powerUsageEffectiveness: ['unitPowerUsageEffectiveness'],
  embodied: ['embodiedGramsPerKilowattHour'],
} as const satisfies Record<string, readonly Column[]>;

/** Besides those: the mix of machines, whose shares are drawn together, and the grids of all hosts. */
export type UncertainInput = keyof typeof INPUT_COLUMNS | 'machines' | 'grid';

/** Shares of a variance; they add up to 1. */
export interface Contributions {
  /** Share of each input by itself. */
  inputs: Readonly<Record<UncertainInput, number>>;
  /** What the inputs explain only together; slightly below 0 where sampling noise exceeds it. */
  interactions: number;
}

/** Enough bins to follow a smooth dependence, few enough for sixty-four draws in each. */
const BINS = 64;
/** Sweeps over all dimensions; chance correlations between them are gone after the second. */
const SWEEPS = 2;

/** What one model's values were computed from. */
interface OfModel {
  /** Seeds its own draws. */
  drawnAs: string;
  /** The grid intensity of its hosts together, per draw. */
  grid: Float64Array;
}

/** Splits the variance of ln(values), all draws of one model. */
export type ContributionsOf = (values: Float64Array, model: OfModel) => Contributions;

/**
 * Prepares the split of the variance of ln y over its inputs, for any number of models that share
 * these draws. An additive model ln y = sum f_i(x_i) is fitted by backfitting, each f_i a step
 * function of BINS equal steps; an input's share is Cov(f_i, ln y) / Var(ln y), less what that many
 * steps explain by chance, and never below 0. Where inputs are independent this is the first-order
 * Sobol index. What no sum of single inputs explains is interactions.
 * Sources: I. M. Sobol, Mathematics and Computers in Simulation 55 (2001); G. Li et al., Journal of
 * Physical Chemistry A 114 (2010), for the covariance decomposition; T. J. Hastie and R. J.
 * Tibshirani, Generalized Additive Models (1990), for backfitting.
 */
export function prepareContributions(shared: SharedDraws): ContributionsOf {
  // Bins stand where the values stood, so that they are put in a model's order as the draws are.
  const binned = mapDraws(shared, binsByRank);
  const countsOf = new Map<Column, Float64Array>();
  const machines = [binned.classShares.hopper, binned.classShares.rack, binned.classShares.amd].map(
    (shares) => binnedInput(shares),
  );
  return (values, { drawnAs, grid }) => {
    const centred = centredLogs(values);
    const own = drawsInOrderOf(drawnAs, OWN_TO_MODEL, binned);
    const columns = (input: keyof typeof INPUT_COLUMNS) =>
      INPUT_COLUMNS[input].map((column) => {
        // In whatever order, as many draws are in each bin.
        const ofColumn = binnedInput(own[column], countsOf.get(column));
        countsOf.set(column, ofColumn.counts);
        return ofColumn;
      });
    const all = {
      load: columns('load'),
      servingStack: columns('servingStack'),
      machines,
      hosts: columns('hosts'),
      formOrPrice: columns('formOrPrice'),
      hostAndIdle: columns('hostAndIdle'),
      powerUsageEffectiveness: columns('powerUsageEffectiveness'),
      grid: [binnedInput(binsByRank(grid))],
      embodied: columns('embodied'),
    } satisfies Record<UncertainInput, BinnedInput[]>;
    const effects = new Map<BinnedInput, Float64Array>(
      Object.values(all).flatMap((columns) =>
        columns.map((column) => [column, new Float64Array(BINS)]),
      ),
    );
    const residual = backfit(centred, effects);
    const total = sumOfProducts(centred, centred);
    const parameters = effects.keys().reduce((sum, column) => sum + freeSteps(column), 0);
    const residualMeanSquare =
      sumOfProducts(residual, residual) / Math.max(1, centred.length - parameters - 1);
    const byChance = (column: BinnedInput) => (freeSteps(column) * residualMeanSquare) / total;
    const share = (columns: readonly BinnedInput[]) =>
      columns.reduce((sum, column) => {
        const effect = effects.get(column) ?? new Float64Array(BINS);
        const explained = covarianceWith(centred, column, effect) / total;
        return sum + Math.max(0, explained - byChance(column));
      }, 0);
    const inputs = {
      load: share(all.load),
      servingStack: share(all.servingStack),
      machines: share(all.machines),
      hosts: share(all.hosts),
      formOrPrice: share(all.formOrPrice),
      hostAndIdle: share(all.hostAndIdle),
      powerUsageEffectiveness: share(all.powerUsageEffectiveness),
      grid: share(all.grid),
      embodied: share(all.embodied),
    };
    const explained = Object.values(inputs).reduce((sum, part) => sum + part, 0);
    return { inputs, interactions: 1 - explained };
  };
}

/** One input, its values put in bins. */
interface BinnedInput {
  /** The bin of each draw. */
  bins: Uint8Array;
  /** How many draws are in each bin. */
  counts: Float64Array;
}

function binnedInput(values: Float64Array, counts?: Float64Array): BinnedInput {
  const bins = new Uint8Array(values);
  return { bins, counts: counts ?? countsPerBin(bins) };
}

function countsPerBin(bins: Uint8Array): Float64Array {
  const counts = new Float64Array(BINS);
  for (const bin of bins) counts[bin] = at(counts, bin) + 1;
  return counts;
}

/** Steps that a step function with mean 0 may choose freely: one less than there are values in. */
function freeSteps({ counts }: BinnedInput): number {
  return counts.filter((count) => count > 0).length - 1;
}

/** Bins that hold the same number of draws each, in the order of the values; equal values share one. */
function binsByRank(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  // A value is in a bin from the first on whose lowest rank it takes: it is above all that come before.
  const lastBefore = Float64Array.from({ length: BINS - 1 }, (_, bin) =>
    at(sorted, Math.ceil(((bin + 1) * sorted.length) / BINS) - 1),
  );
  return values.map((value) => {
    let low = 0;
    let high = lastBefore.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(lastBefore, middle) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

/** Fits the step functions in turn to what the others leave, in place. Returns what all leave. */
function backfit(
  centred: Float64Array,
  effects: ReadonlyMap<BinnedInput, Float64Array>,
): Float64Array {
  const residual = centred.slice();
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const [input, effect] of effects) {
      const { bins } = input;
      const step = meanPerBin(residual, input);
      for (let bin = 0; bin < BINS; bin += 1) effect[bin] = at(effect, bin) + at(step, bin);
      for (let draw = 0; draw < residual.length; draw += 1) {
        residual[draw] = at(residual, draw) - at(step, bins[draw] ?? 0);
      }
    }
  }
  return residual;
}

function meanPerBin(values: Float64Array, { bins, counts }: BinnedInput): Float64Array {
  const sums = new Float64Array(BINS);
  for (let draw = 0; draw < values.length; draw += 1) {
    const bin = bins[draw] ?? 0;
    sums[bin] = at(sums, bin) + at(values, draw);
  }
  return sums.map((sum, bin) => sum / Math.max(1, at(counts, bin)));
}

function covarianceWith(values: Float64Array, { bins }: BinnedInput, effect: Float64Array): number {
  let sum = 0;
  for (let draw = 0; draw < values.length; draw += 1) {
    sum += at(values, draw) * at(effect, bins[draw] ?? 0);
  }
  return sum;
}

function centredLogs(values: Float64Array): Float64Array {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return logs.map((value) => value - mean);
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let draw = 0; draw < a.length; draw += 1) sum += at(a, draw) * at(b, draw);
  return sum;
}
