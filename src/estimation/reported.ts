import { at, perDraw, product } from './draws.ts';
import type { ModelDraws } from './estimate.ts';
import { type Range, rangeOf, scaleRange } from './ranges.ts';
import { type PerTokenKind, perTokenKind, type Workload, workloadJoules } from './workload.ts';

/** What a report asks for, taken apart: location-based throughout. */
export const REPORTED = [
  'facilityWattHours',
  'operationalGramsCO2e',
  'embodiedGramsCO2e',
  'gramsCO2e',
  'waterOnSiteMillilitres',
  'waterOffSiteMillilitres',
] as const;
export type Reported = (typeof REPORTED)[number];

/** The same per draw: columns that can be added. */
export type ReportedDraws = Readonly<Record<Reported, Float64Array>>;

/**
 * What a model's tokens take, per draw. Operational is the electricity of the facility times its
 * grid (E x I of the SCI), embodied the share of making the hardware (M).
 */
export function reportedDraws(draws: ModelDraws, workload: Workload): ReportedDraws {
  const { factor } = draws.serving;
  const joules = workloadJoules(draws, workload);
  const taking = (part: Parameters<typeof factor>[0]) => product(joules, factor(part));
  const operationalGramsCO2e = taking('facilityGrams');
  const gramsCO2e = taking('facilityAndEmbodiedGrams');
  const waterOnSiteMillilitres = taking('waterOnSiteMillilitres');
  return {
    facilityWattHours: taking('facilityWattHours'),
    operationalGramsCO2e,
    embodiedGramsCO2e: difference(gramsCO2e, operationalGramsCO2e),
    gramsCO2e,
    waterOnSiteMillilitres,
    waterOffSiteMillilitres: difference(taking('waterMillilitres'), waterOnSiteMillilitres),
  };
}

/** Several of them together, draw by draw. All must have the same draws. */
export function sumOfReported(parts: readonly ReportedDraws[], count: number): ReportedDraws {
  return ofEach((name) =>
    perDraw(count, (draw) => parts.reduce((sum, part) => sum + at(part[name], draw), 0)),
  );
}

/** Their ranges. Each is a percentile of its own: the parts of a range do not add up to its whole. */
export function reportedRanges(draws: ReportedDraws): Record<Reported, Range> {
  return ofEach((name) => rangeOf(draws[name]));
}

/** What a report says of a thousand tokens of each kind. */
export type ReportedTokens = PerTokenKind<Record<Reported, Range>>;

/** The same of one model, from its draws. */
export function reportedTokens(draws: ModelDraws): ReportedTokens {
  return perTokenKind((workload) => reportedRanges(reportedDraws(draws, workload)));
}

/** The same of so many times as many tokens. */
export function scaleReported(
  reported: Record<Reported, Range>,
  factor: number,
): Record<Reported, Range> {
  return ofEach((name) => scaleRange(reported[name], factor));
}

function ofEach<T>(value: (name: Reported) => T): Record<Reported, T> {
  return {
    facilityWattHours: value('facilityWattHours'),
    operationalGramsCO2e: value('operationalGramsCO2e'),
    embodiedGramsCO2e: value('embodiedGramsCO2e'),
    gramsCO2e: value('gramsCO2e'),
    waterOnSiteMillilitres: value('waterOnSiteMillilitres'),
    waterOffSiteMillilitres: value('waterOffSiteMillilitres'),
  };
}

function difference(whole: Float64Array, part: Float64Array): Float64Array {
  return perDraw(whole.length, (draw) => at(whole, draw) - at(part, draw));
}
