import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { measuredRun } from '../../catalog/mlenergy-run.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import {
  configurationOf,
  metersTooLittle,
  SERVED_MODELS,
  type ServingMeasurement,
} from '../../catalog/serving-measurement.ts';
import { servingRun } from '../../catalog/serving-run.ts';
import { type Accelerator, DESIGN_OF } from '../../estimation/accelerator-designs.ts';
import type { MeasuredRun } from '../../estimation/measured-run.ts';
import type { ServingClass } from '../../estimation/serving-classes.ts';

/** A measured row of any set, as fit and scores see it. */
export interface MeasuredPoint {
  set: 'ml-energy' | 'contributed' | 'inferencex';
  configuration: string;
  architectureGroup: string;
  architectureFamily: string;
  accelerator: Accelerator;
  servingClass: ServingClass;
  /** Mean or median time between two tokens of one answer. */
  secondsPerOutputToken: number;
  /** Rows of one cell share its weight in the fit. */
  cell: string;
  /** False for rows that are predicted and shown, but left out of fits. */
  fitted: boolean;
  joulesPerOutputToken: number;
  /** Prompt lengths of the ML.ENERGY tasks stand in the coefficient file. */
  run: (file: AcceleratorEnergyFile) => MeasuredRun;
}

/** What the points are made of. */
export type MeasuredData = Pick<CatalogData, 'measurements' | 'servingMeasurements' | 'makers'> & {
  factors: Pick<CatalogData['factors'], 'accelerator' | 'serving'>;
};

/** The rows of all sets. */
export function measuredPoints(data: MeasuredData): MeasuredPoint[] {
  return [
    ...data.measurements.map(mlEnergyPoint),
    ...data.servingMeasurements.map((row) => servingPoint(row, data)),
  ];
}

/** A row of ML.ENERGY, or of the same benchmark by others; an architecture there is a cell. */
export function mlEnergyPoint(row: MeasuredRow): MeasuredPoint {
  return {
    set: row.source === undefined ? 'ml-energy' : 'contributed',
    configuration: row.configuration,
    architectureGroup: row.architectureGroup,
    architectureFamily: row.architectureFamily,
    accelerator: row.accelerator,
    servingClass: servingClassOf(row.accelerator, false),
    secondsPerOutputToken: row.interTokenLatencyMilliseconds / 1000,
    cell: row.architectureGroup,
    fitted: !row.knownOutlier,
    joulesPerOutputToken: row.joulesPerOutputToken,
    run: (file) => measuredRun(row, file),
  };
}

/** A row of InferenceX; a cell is an architecture on an accelerator, prefill apart or not. */
function servingPoint(row: ServingMeasurement, data: MeasuredData): MeasuredPoint {
  const { group, family } = SERVED_MODELS[row.model];
  const run = servingRun(row, data);
  return {
    set: 'inferencex',
    configuration: configurationOf(row),
    architectureGroup: group,
    architectureFamily: family,
    accelerator: row.gpu,
    servingClass: servingClassOf(row.gpu, row.disaggregated),
    secondsPerOutputToken: row.seconds_per_output_token,
    cell: `${row.model} ${row.gpu}${row.disaggregated ? ' disaggregated' : ''}`,
    fitted: !metersTooLittle(row, data.factors.accelerator.ratedWatts),
    joulesPerOutputToken: row.joules_per_output_token,
    run: () => run,
  };
}

/** The class of machines that a configuration is of. */
export function servingClassOf(accelerator: Accelerator, disaggregated: boolean): ServingClass {
  if (disaggregated || accelerator === 'GB200' || accelerator === 'GB300') {
    return 'rack';
  }
  const { family } = DESIGN_OF[accelerator];
  if (family === 'Hopper') return 'hopper';
  return family === 'Blackwell' ? 'blackwell-node' : 'amd';
}
