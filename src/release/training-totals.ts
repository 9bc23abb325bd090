import { countryName } from '../catalog/country.ts';
import type { Range } from '../estimation/ranges.ts';
import { totalsOfRuns } from '../estimation/training/total.ts';
import { DOMAIN_WORDS } from '../text/training.ts';
import { type EstimatedRun, runsWithoutEstimate, type Training } from './training.ts';

/** By what training is added up. */
const TOTAL_KINDS = ['all', 'year', 'country', 'maker', 'domain', 'weights'] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

/** What some runs emitted together. */
export interface TrainingTotal {
  name: string;
  /** tCO2e of the whole facility. */
  tonnes: Range;
  runs: number;
  /** Runs that are known of and have no estimate: the total lacks them. */
  missing: number;
}

/** The group of a run in each kind. */
const GROUPS: Readonly<Record<TotalKind, (run: GroupedRun) => string>> = {
  all: () => 'All runs',
  year: ({ published }) => published.slice(0, 4),
  country: ({ country }) => (country === undefined ? 'unknown' : countryName(country)),
  maker: ({ makers }) => makers[0] ?? 'unknown',
  domain: ({ domain }) => DOMAIN_WORDS[domain],
  weights: ({ access }) =>
    access === 'open' || access === 'restricted'
      ? 'Open weights'
      : access === 'closed'
        ? 'Closed'
        : 'Not known',
};

type GroupedRun = Pick<EstimatedRun, 'published' | 'country' | 'makers' | 'domain' | 'access'>;

/**
 * Totals of the runs by each kind, the largest first (years: the newest first). Of the runs that are
 * known and estimated: what nobody states is not in them.
 */
export function trainingTotals({
  runs,
  unestimated,
}: Pick<Training, 'runs' | 'unestimated'>): Record<TotalKind, TrainingTotal[]> {
  const keyOf = (kind: TotalKind, run: GroupedRun) => `${kind}|${GROUPS[kind](run)}`;
  const totals = totalsOfRuns(
    runs.map((run) => ({
      id: run.id,
      tonnes: run.facility.tonnes,
      groups: TOTAL_KINDS.map((kind) => keyOf(kind, run)),
    })),
  );
  const missing = runsWithoutEstimate({ unestimated });
  const ofKind = (kind: TotalKind): TrainingTotal[] => {
    const counted = Map.groupBy(runs, (run) => GROUPS[kind](run));
    const lacking = Map.groupBy(missing, (run) => GROUPS[kind](run));
    return [...counted].flatMap(([name, members]): TrainingTotal[] => {
      const tonnes = totals.get(`${kind}|${name}`);
      if (tonnes === undefined) return [];
      const lacks = lacking.get(name)?.length ?? 0;
      return [{ name, tonnes, runs: members.length, missing: lacks }];
    });
  };
  const largest = (kind: TotalKind) =>
    ofKind(kind).toSorted((a, b) => b.tonnes.central - a.tonnes.central);
  return {
    all: ofKind('all'),
    year: ofKind('year').toSorted((a, b) => b.name.localeCompare(a.name)),
    country: largest('country'),
    maker: largest('maker'),
    domain: largest('domain'),
    weights: largest('weights'),
  };
}
