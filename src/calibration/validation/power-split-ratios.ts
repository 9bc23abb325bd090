import { acceleratorCoefficients } from '../../catalog/method-of-factors.ts';
import { POWER_SPLIT_RUN } from '../../catalog/power-split.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { servingRun } from '../../catalog/serving-run.ts';
import { predictedJoulesPerOutputToken } from '../../estimation/measured-run.ts';

/** Measured over predicted energy of one configuration. */
export interface SplitRatios {
  /** Per output token, decoding alone. */
  decode: number;
  /** Per input token. */
  prefill: number;
}

/**
 * The direct measurements of decode and prefill over what the equation says of each. The fit has seen
 * neither: its rows fold the two into one.
 */
export function powerSplitRatios({
  powerSplit,
  makers,
  factors,
}: Pick<CatalogData, 'powerSplit' | 'makers' | 'factors'>): SplitRatios[] {
  const coefficients = acceleratorCoefficients(factors.accelerator);
  return powerSplit.map((row) => {
    const run = servingRun(
      {
        ...POWER_SPLIT_RUN,
        speculation: row.speculation,
        disaggregated: true,
        decode_tp: row.accelerators / 2,
        decode_ep: 1,
        decode_dp: false,
        decode_workers: 1,
        prefill_gpus: row.accelerators / 2,
        concurrency: row.concurrency,
      },
      { makers, factors },
    );
    const { outputJoules, inputJoules } = predictedJoulesPerOutputToken(run, coefficients);
    return {
      decode: row.decode_joules_per_output_token / outputJoules,
      prefill: row.prefill_joules_per_input_token / inputJoules,
    };
  });
}
