import type { ErrorFigures } from '../../../calibration/statistics/scores.ts';
import type { CurrentValidation } from '../../../release/current-validation.ts';

/** A line of an error table. */
export interface ScoreRow {
  label: string;
  figures: ErrorFigures;
}

const OPERATING_POINT = {
  known: 'load and hardware known',
  drawn: 'load and hardware sampled, as published',
} as const;

const TIER_WORDS = {
  '1': '1, own measurements',
  '2a': '2a, architecture',
  '2b': '2b, parameters alone',
  '3': '3, list price alone',
} as const;

/** The fit on what it has seen, on other architectures and on other families, by both weightings. */
export function leftOutRows(report: CurrentValidation): ScoreRow[] {
  return [
    { label: 'Fitted on all (not a test)', scores: report.inSample },
    { label: 'Its architecture left out', scores: report.leaveOneGroupOut.overall },
    { label: 'Its whole family left out', scores: report.leaveOneFamilyOut.overall },
  ].flatMap(({ label, scores }) => [
    { label: `${label}; architectures weighted equally`, figures: scores.groupsEqual },
    { label: `${label}; rows weighted equally`, figures: scores.rowsEqual },
  ]);
}

/** The measured models, treated as if less were known of them. */
export function maskedRows({ masking }: CurrentValidation): ScoreRow[] {
  return masking.map(({ tier, operatingPoint, figures }) => ({
    label: `Tier ${TIER_WORDS[tier]}; ${OPERATING_POINT[operatingPoint]}`,
    figures: figures.groupsEqual,
  }));
}

/** Our formula beside EcoLogits' on the same rows. */
export function peerRows({ leaveOneGroupOut, peer }: CurrentValidation): ScoreRow[] {
  return [
    { label: 'Ours, architecture left out', figures: leaveOneGroupOut.overall.groupsEqual },
    {
      label: 'EcoLogits, told load and accelerators',
      figures: peer.atTrueConfiguration.groupsEqual,
    },
    { label: 'EcoLogits, with its defaults', figures: peer.atItsDefaults.groupsEqual },
  ];
}

/** Open models predicted from their price, and measured ones where there are any; none on a list of a few. */
export function pricedRows({ price }: CurrentValidation): ScoreRow[] {
  if (price === null) return [];
  return [
    { label: 'Models weighted equally', figures: price.overall.rowsEqual },
    { label: 'Makers weighted equally', figures: price.overall.groupsEqual },
    ...(price.measuredTier === null
      ? []
      : [{ label: 'Models that were measured', figures: price.measuredTier }]),
  ];
}
