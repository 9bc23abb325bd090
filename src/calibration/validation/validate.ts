import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { fitCoefficients } from '../energy/fit-coefficients.ts';
import { leaveEachOut } from '../energy/leave-out.ts';
import { type BothWeightings, scoreBothWays } from '../statistics/scores.ts';
import {
  compareDisclosures,
  type DisclosureReport,
  type PublishedEstimate,
} from './disclosures.ts';
import { type LeftOutScores, scoreLeftOut } from './left-out-scores.ts';
import { type MaskedTier, maskTiers } from './masking.ts';
import { type PeerScores, scorePeerFormula } from './peer-formula.ts';
import { predictRows } from './predicted-rows.ts';

/** What validation needs: the data, and the published estimates that disclosures are held against. */
export interface ValidationData extends CatalogData {
  /** By model id; the entries of a release do. */
  estimates: ReadonlyMap<string, PublishedEstimate>;
}

/** A measured row beside its predictions, J per output token, prefill folded in. */
export interface ScatterRow {
  configuration: string;
  huggingFaceId: string;
  architectureGroup: string;
  architectureFamily: string;
  task: MeasuredRow['task'];
  accelerator: MeasuredRow['accelerator'];
  acceleratorCount: number;
  weightBits: number;
  concurrentSequences: number;
  mixtureOfExperts: boolean;
  /** Shown, but not part of any fit or score. */
  knownOutlier: boolean;
  measuredJoules: number;
  inSampleJoules: number;
  /** By the fit without the row's group, with its 90 % range. */
  groupLeftOutJoules: number;
  groupLeftOutLowJoules: number;
  groupLeftOutHighJoules: number;
  familyLeftOutJoules: number;
}

/** Everything that the validation page shows. Plain data: it survives JSON unchanged. */
export interface ValidationReport {
  measuredRows: number;
  measuredModels: number;
  architectureGroups: number;
  architectureFamilies: number;
  /** What a 90 % range multiplies and divides the central value by, architecture known. */
  rangeFactor: number;
  inSample: BothWeightings;
  leaveOneGroupOut: LeftOutScores;
  leaveOneFamilyOut: LeftOutScores;
  scatter: ScatterRow[];
  masking: MaskedTier[];
  peer: PeerScores;
  disclosures: DisclosureReport;
}

/**
 * Validates the energy model against the measured rows and the published disclosures: refits
 * without each group and each family, predicts what was left out, and scores it. Takes some
 * seconds. Pure: the same data give the same report.
 */
export function validate(data: ValidationData): ValidationReport {
  const { accelerator: file } = data.factors;
  const byGroup = leaveEachOut(data.measurements, file, 'architectureGroup');
  const byFamily = leaveEachOut(data.measurements, file, 'architectureFamily');
  const predicted = predictRows(data.measurements, {
    full: fitCoefficients(data.measurements, file),
    leftOut: { architectureGroup: byGroup, architectureFamily: byFamily },
  });
  const counted = predicted.filter(({ row }) => !row.knownOutlier);
  return {
    measuredRows: data.measurements.length,
    measuredModels: new Set(data.measurements.map(({ huggingFaceId }) => huggingFaceId)).size,
    architectureGroups: byGroup.size,
    architectureFamilies: byFamily.size,
    rangeFactor: Math.exp(file.studentT90 * file.formErrorSdLn.architecture),
    inSample: scoreBothWays(counted.map(({ inSample }) => inSample)),
    leaveOneGroupOut: scoreLeftOut(counted, 'architectureGroup'),
    leaveOneFamilyOut: scoreLeftOut(counted, 'architectureFamily'),
    scatter: predicted.map(({ row, inSample, leftOut }) => {
      const { predictedJoules, range } = leftOut.architectureGroup;
      return {
        configuration: row.configuration,
        huggingFaceId: row.huggingFaceId,
        architectureGroup: row.architectureGroup,
        architectureFamily: row.architectureFamily,
        task: row.task,
        accelerator: row.accelerator,
        acceleratorCount: row.acceleratorCount,
        weightBits: row.weightBits,
        concurrentSequences: row.concurrentSequences,
        mixtureOfExperts: row.mixtureOfExperts,
        knownOutlier: row.knownOutlier,
        measuredJoules: row.joulesPerOutputToken,
        inSampleJoules: inSample.predictedJoules,
        groupLeftOutJoules: predictedJoules,
        groupLeftOutLowJoules: range.lowJoules,
        groupLeftOutHighJoules: range.highJoules,
        familyLeftOutJoules: leftOut.architectureFamily.predictedJoules,
      };
    }),
    masking: maskTiers(counted, data, byGroup),
    peer: scorePeerFormula(counted.map(({ row }) => row)),
    disclosures: compareDisclosures(data.disclosures, data.estimates),
  };
}
