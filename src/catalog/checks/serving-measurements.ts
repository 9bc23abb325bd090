import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import {
  configurationOf,
  impliedWatts,
  SERVING_MEASUREMENTS_FILE,
} from '../serving-measurement.ts';

/** Energy and throughput are medians over different runs, so the power between them is rough. */
const PLAUSIBLE_POWER_SHARE = { low: 0.05, high: 2 };

/** Each measured configuration of today's engines is there once, and its figures could be true. */
export function servingMeasurementsAgree({
  servingMeasurements,
  factors,
}: Pick<CatalogData, 'servingMeasurements' | 'factors'>): Problem[] {
  const { ratedWatts } = factors.accelerator;
  const seen = new Set<string>();
  return servingMeasurements.flatMap((row) => {
    const record = configurationOf(row);
    const report = (field: string, message: string) => [
      { file: SERVING_MEASUREMENTS_FILE, record, field, message },
    ];
    const again = seen.has(record);
    seen.add(record);
    const powerShare = impliedWatts(row) / ratedWatts[row.gpu];
    return [
      ...(again ? report('model', 'is there twice; expected each configuration once') : []),
      ...(row.disaggregated && row.decode_workers === 0
        ? report('decode_workers', '0 where prefill runs apart; expected at least 1')
        : []),
      ...(row.runs_with_energy > row.runs
        ? report('runs_with_energy', `${row.runs_with_energy} of ${row.runs}; expected no more`)
        : []),
      ...(powerShare < PLAUSIBLE_POWER_SHARE.low || powerShare > PLAUSIBLE_POWER_SHARE.high
        ? report(
            'joules_per_output_token',
            `${row.joules_per_output_token} J at ${row.tokens_per_second_per_gpu} tokens/s make ${powerShare.toFixed(2)} of the accelerator's rated power; expected ${PLAUSIBLE_POWER_SHARE.low} to ${PLAUSIBLE_POWER_SHARE.high}, check the units`,
          )
        : []),
    ];
  });
}
