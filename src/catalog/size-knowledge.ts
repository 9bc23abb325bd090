import {
  type MeasuredAgainstPredicted,
  measuredCorrectionLn,
  predictedJoulesPerOutputToken,
} from '../estimation/measured-run.ts';
import type { SizedModel } from '../estimation/sized-model.ts';
import { coreArchitecture } from './core-architecture.ts';
import type { AcceleratorEnergyFile } from './factor-files.ts';
import { architectureOf } from './facts-of.ts';
import type { ModelFacts, Parameters } from './maker.ts';
import type { MeasuredRow } from './measurement.ts';
import { acceleratorCoefficients } from './method-of-factors.ts';
import { cellOf, measuredRun } from './mlenergy-run.ts';
import type { CatalogData } from './read-data.ts';
import { WEIGHT_BITS } from './weight-bits.ts';

/**
 * What is known of a model's size, in the core's terms: its tier is the strongest that its record
 * supports. Undefined where the record has no parameters.
 */
export function sizedModel(facts: ModelFacts, data: CatalogData): SizedModel | undefined {
  const { parameters } = facts;
  if (parameters === undefined) return undefined;
  const architecture = architectureOf(facts, data);
  const measured = measurementsOf(facts, data);
  const tier =
    architecture === undefined ? 'parameters' : measured.length > 0 ? 'measured' : 'architecture';
  return {
    tier,
    active: parameters.activeBillions,
    total: parameters.totalBillions,
    mixtureOfExperts: isMixture(parameters),
    architecture: architecture && coreArchitecture(architecture),
    measuredCorrectionLn:
      tier === 'measured'
        ? measuredCorrectionLn(
            againstPrediction(measured, data.factors.accelerator),
            data.factors.accelerator.measuredCorrection,
          )
        : 0,
    precision: {
      releasedBits: facts.precision === undefined ? undefined : WEIGHT_BITS[facts.precision.format],
    },
  };
}

/** The measured rows that are this very model, known outliers apart. */
export function measurementsOf(facts: ModelFacts, data: CatalogData): MeasuredRow[] {
  const names = new Set(facts.measuredAs ?? []);
  return data.measurements.filter((row) => names.has(row.huggingFaceId) && !row.knownOutlier);
}

/** Whether a model is a mixture of experts; undefined where its size is too roughly known to say. */
function isMixture({ activeBillions, totalBillions, mixtureOfExperts }: Parameters) {
  if (mixtureOfExperts !== undefined) return mixtureOfExperts;
  if (typeof activeBillions !== 'number' || typeof totalBillions !== 'number') return undefined;
  return activeBillions < totalBillions;
}

function againstPrediction(
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
): MeasuredAgainstPredicted[] {
  const coefficients = acceleratorCoefficients(file);
  return rows.map((row) => ({
    cell: cellOf(row),
    measuredJoules: row.joulesPerOutputToken,
    predictedJoules: predictedJoulesPerOutputToken(measuredRun(row, file), coefficients)
      .joulesPerOutputToken,
  }));
}
