import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { heldFits } from '../energy/left-out-file.ts';
import { measuredPoints } from '../energy/measured-points.ts';
import { type BothWeightings, scoreBothWays } from '../statistics/scores.ts';
import {
  compareDisclosures,
  type DisclosureReport,
  type EstimateOf,
  type JoulesAtLoadOf,
} from './disclosures.ts';
import { type LeftOutScores, scoreLeftOut } from './left-out-scores.ts';
import { type MaskedTier, maskTiers } from './masking.ts';
import { type PeerScores, scorePeerFormula } from './peer-formula.ts';
import { predictRows } from './predicted-rows.ts';
import { type SetScore, scoreSets } from './set-scores.ts';
import { type MarketScore, scoreMarkets } from './simulated-markets.ts';

/** What validation needs: the data, and the published estimates that disclosures are held against. */
export interface ValidationData extends CatalogData {
  /** What requests take with the models of the release. */
  estimateOf: EstimateOf;
  /** What the equation says of them at a load that a publisher states. */
  joulesAtLoadOf: JoulesAtLoadOf;
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
  /** Those of them that others than ML.ENERGY have measured. */
  contributedRows: number;
  measuredModels: number;
  architectureGroups: number;
  architectureFamilies: number;
  /** What a 90 % range multiplies and divides the central value by, architecture known. */
  rangeFactor: number;
  inSample: BothWeightings;
  leaveOneGroupOut: LeftOutScores;
  leaveOneFamilyOut: LeftOutScores;
  /** Rows of today's engines, and how many of them the fit leaves out. */
  servingRows: number;
  servingRowsNotFitted: number;
  /** Both sets, with architectures and with accelerators left out. */
  setScores: SetScore[];
  scatter: ScatterRow[];
  masking: MaskedTier[];
  /** The published ranges in markets that are put together from measured configurations. */
  markets: MarketScore[];
  peer: PeerScores;
  disclosures: DisclosureReport;
}

/**
 * Validates the energy model against the measured rows and the published disclosures: predicts each row
 * by the fits that have not seen its architecture, its family or its accelerator, and scores it. Pure: the
 * same data give the same report.
 */
export function validate(data: ValidationData): ValidationReport {
  const { accelerator: file } = data.factors;
  const points = measuredPoints(data);
  const leftOut = heldFits(data.leftOutFits, file);
  const byGroup = leftOut.architectureGroup;
  const predicted = predictRows(data.measurements, {
    full: file,
    leftOut,
  });
  const counted = predicted.filter(({ row }) => !row.knownOutlier);
  return {
    measuredRows: data.measurements.length,
    contributedRows: data.measurements.filter(({ source }) => source !== undefined).length,
    measuredModels: new Set(data.measurements.map(({ huggingFaceId }) => huggingFaceId)).size,
    architectureGroups: new Set(data.measurements.map((row) => row.architectureGroup)).size,
    architectureFamilies: new Set(data.measurements.map((row) => row.architectureFamily)).size,
    rangeFactor: Math.exp(file.studentT90 * file.formErrorSdLn.architecture),
    inSample: scoreBothWays(counted.map(({ inSample }) => inSample)),
    leaveOneGroupOut: scoreLeftOut(counted, 'architectureGroup'),
    leaveOneFamilyOut: scoreLeftOut(counted, 'architectureFamily'),
    servingRows: data.servingMeasurements.length,
    servingRowsNotFitted: points.filter(({ set, fitted }) => set === 'inferencex' && !fitted)
      .length,
    setScores: [
      ...scoreSets(points, 'architectureGroup', byGroup),
      ...scoreSets(points, 'accelerator', leftOut.accelerator),
    ],
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
    markets: scoreMarkets(data, byGroup),
    peer: scorePeerFormula(counted.map(({ row }) => row)),
    disclosures: compareDisclosures(data.disclosures, data.estimateOf, data.joulesAtLoadOf),
  };
}
