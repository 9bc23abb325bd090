import { median } from 'simple-statistics';
import type { CatalogData } from '../../catalog/read-data.ts';
import {
  impliedWatts,
  metersTooLittle,
  type ServedModel,
  type ServingConfiguration,
  type ServingMeasurement,
} from '../../catalog/serving-measurement.ts';
import { DESIGN_OF, type PerAccelerator } from '../../estimation/accelerator-designs.ts';
import type { ServingClass } from '../../estimation/serving-classes.ts';
import { SECONDS_PER_HOUR } from '../../estimation/units.ts';
import type { Workload } from '../../estimation/workload.ts';
import { servingClassOf } from '../energy/measured-points.ts';

/** A measured configuration as a host could serve by it: what a request takes and costs. */
export interface MarketRow {
  model: ServedModel;
  servingClass: ServingClass;
  /** J of one output token and the input tokens that come with it, accelerators alone. */
  requestJoules: number;
  /** Cost of the accelerators, USD per million of such requests. */
  requestUsd: number;
}

/** Speeds that people are served at, output tokens per second of one answer. */
const SPEEDS = { least: 12, most: 90 };
/** Configurations below this share of the best throughput at their speed are not what a host would run. */
const NEAR_BEST = 0.35;
/** The request of the rows. */
export const MEASURED_REQUEST = {
  inputTokens: 8192,
  cachedInputTokens: 0,
  outputTokens: 1024,
  requests: 1,
} as const satisfies Workload;

/**
 * The measured configurations of long prompts that a host could run: near the best throughput of
 * their accelerator at their speed. Of rows without measured energy, whose only gap is the power of
 * the accelerators, it is taken as the share of the rated power that busy accelerators of the family
 * are measured at.
 */
export function marketRows(data: CatalogData): MarketRow[] {
  const { ratedWatts } = data.factors.accelerator;
  const { usdPerHour } = data.factors.serving.accelerators;
  const busyShare = busyShareByFamily(data);
  const rows = [...data.servingMeasurements, ...data.servingThroughputs].filter(
    (row) =>
      row.input_tokens === MEASURED_REQUEST.inputTokens &&
      row.output_tokens === MEASURED_REQUEST.outputTokens &&
      1 / row.seconds_per_output_token >= SPEEDS.least &&
      1 / row.seconds_per_output_token <= SPEEDS.most,
  );
  const best = bestThroughput(rows);
  return rows
    .filter((row) => outputPerSecond(row) >= NEAR_BEST * best(row))
    .map((row): MarketRow => {
      const joules = meteredJoules(row, ratedWatts);
      const watts = ratedWatts[row.gpu] * (busyShare.get(DESIGN_OF[row.gpu].family) ?? 1);
      return {
        model: row.model,
        servingClass: servingClassOf(row.gpu, row.disaggregated),
        requestJoules: joules ?? watts / outputPerSecond(row),
        requestUsd: ((usdPerHour[row.gpu] / SECONDS_PER_HOUR) * 1e6) / outputPerSecond(row),
      };
    });
}

/** Measured J per output token; undefined where it was not measured, or prefill seems left out of it. */
function meteredJoules(
  row: ServingConfiguration | ServingMeasurement,
  ratedWatts: PerAccelerator,
): number | undefined {
  if (!('joules_per_output_token' in row) || row.disaggregated) return undefined;
  return metersTooLittle(row, ratedWatts) ? undefined : row.joules_per_output_token;
}

/** Output tokens per second and accelerator. */
function outputPerSecond(row: ServingConfiguration): number {
  const { input_tokens: input, output_tokens: output } = row;
  return (row.tokens_per_second_per_gpu * output) / (input + output);
}

/** The best throughput of a row's model on its accelerator, at its speed or a greater one. */
function bestThroughput(rows: readonly ServingConfiguration[]) {
  const alike = Map.groupBy(rows, ({ model, gpu }) => `${model} ${gpu}`);
  return (row: ServingConfiguration) =>
    Math.max(
      ...(alike.get(`${row.model} ${row.gpu}`) ?? [])
        .filter((other) => other.seconds_per_output_token <= row.seconds_per_output_token)
        .map(outputPerSecond),
    );
}

function busyShareByFamily({ servingMeasurements, factors }: CatalogData) {
  const { ratedWatts } = factors.accelerator;
  const metered = servingMeasurements.filter(
    (row) => !row.disaggregated && !metersTooLittle(row, ratedWatts),
  );
  return new Map(
    [...Map.groupBy(metered, ({ gpu }) => DESIGN_OF[gpu].family)].map(([family, rows]) => [
      family,
      median(rows.map((row) => impliedWatts(row) / ratedWatts[row.gpu])),
    ]),
  );
}
