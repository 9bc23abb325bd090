import { measuredRun } from '../../catalog/measured-rows.ts';
import type { MeasuredRow } from '../../catalog/measurement.ts';
import { methodOf } from '../../catalog/method.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { at, latinHypercube, perDraw } from '../../estimation/draws.ts';
import { energyFromPrice, operatingSpread } from '../../estimation/price.ts';
import { type Range, rangeOf } from '../../estimation/ranges.ts';
import { shareDraws } from '../../estimation/shared-draws.ts';
import { energyFromSize } from '../../estimation/sized-model.ts';
import { fitWithout, type LeftOutFits } from '../energy/leave-out.ts';
import { meanInputPerOutputTokens } from '../energy/row-prediction.ts';

/** Ranges as the index would publish them for a measured model, J per output token, accelerators. */
export interface PublishedRangePredictor {
  /** From the model's size, with or without its architecture, by the fit without its group. */
  bySize: (row: MeasuredRow, evidence: 'architecture' | 'parameters') => Range;
  /** From list prices. */
  byPrice: (
    row: MeasuredRow,
    prices: { inputUsdPerMillionTokens: number; outputUsdPerMillionTokens: number },
  ) => Range;
}

interface TokenEnergy {
  outputJoules: Float64Array;
  inputJoules: Float64Array;
}

/**
 * Prepares the shared draws. Prefill is folded into output tokens as in the measurements, by the
 * mean of prompt over answer tokens of the model's rows of the task; rows of one model, precision
 * and task share a range, since their operating point is what is not known.
 */
export function publishedRangePredictor(
  rows: readonly MeasuredRow[],
  { factors }: CatalogData,
  fits: LeftOutFits,
): PublishedRangePredictor {
  const method = methodOf(factors);
  const shared = shareDraws(latinHypercube(), method);
  const spread = operatingSpread(shared, method);
  const inputPerOutput = new Map(
    [...Map.groupBy(rows, modelAndTask)].map(([key, group]) => [
      key,
      meanInputPerOutputTokens(group, factors.accelerator),
    ]),
  );
  const ranges = new Map<string, Range>();

  const folded = (row: MeasuredRow, key: string, energy: () => TokenEnergy): Range => {
    const known = ranges.get(`${key}|${modelAndTask(row)}`);
    if (known !== undefined) return known;
    const share = inputPerOutput.get(modelAndTask(row)) ?? 0;
    const { outputJoules, inputJoules } = energy();
    const range = rangeOf(
      perDraw(shared.count, (draw) => at(outputJoules, draw) + share * at(inputJoules, draw)),
    );
    ranges.set(`${key}|${modelAndTask(row)}`, range);
    return range;
  };

  return {
    bySize: (row, evidence) =>
      folded(row, evidence, () => {
        const file = fitWithout(row, 'architectureGroup', fits);
        const { size, architecture } = measuredRun(row, file);
        return energyFromSize(
          {
            tier: evidence,
            active: size.activeBillions,
            total: size.totalBillions,
            mixtureOfExperts: size.mixtureOfExperts,
            architecture: evidence === 'architecture' ? architecture : undefined,
            precision: { releasedBits: row.weightBits },
          },
          shared,
          methodOf({ ...factors, accelerator: file }),
        );
      }),
    byPrice: (row, prices) =>
      folded(row, 'price', () => energyFromPrice(prices, shared, spread, method.price)),
  };
}

function modelAndTask({ huggingFaceId, task }: MeasuredRow): string {
  return `${huggingFaceId}|${task}`;
}
