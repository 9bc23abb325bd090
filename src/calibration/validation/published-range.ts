import type { MeasuredRow } from '../../catalog/measurement.ts';
import { methodOf } from '../../catalog/method-of-factors.ts';
import { measuredRun } from '../../catalog/mlenergy-run.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { at, perDraw } from '../../estimation/draws.ts';
import type { Method } from '../../estimation/method.ts';
import { type EnergyInput, prepareEnergy } from '../../estimation/model-energy.ts';
import { drawsInOrderOf, OWN_TO_MODEL } from '../../estimation/own-draws.ts';
import { prepare } from '../../estimation/preparation.ts';
import type { Offer } from '../../estimation/price.ts';
import { type Range, rangeOf } from '../../estimation/ranges.ts';
import { fitWithout, type LeftOutFits } from '../energy/leave-out.ts';
import { meanInputPerOutputTokens } from '../energy/row-prediction.ts';

/** Ranges as the index would publish them for a measured model, J per output token, accelerators. */
export interface PublishedRangePredictor {
  /** From the model's size, with or without its architecture, by the fit without its group. */
  bySize: (row: MeasuredRow, evidence: 'architecture' | 'parameters') => Range;
  /** From list prices. */
  byPrice: (row: MeasuredRow, prices: Offer) => Range;
}

/** One host of which nothing is known. */
const ONE_HOST = [{ share: 1, place: {} }];

/**
 * Ranges as of one host of which nothing is known, whose prices say nothing. Prefill is folded into output tokens as in the measurements, by the
 * mean of prompt over answer tokens of the model's rows of the task; rows of one model, precision
 * and task share a range, since their operating point is what is not known.
 */
export function publishedRangePredictor(
  rows: readonly MeasuredRow[],
  { factors }: CatalogData,
  fits: LeftOutFits,
): PublishedRangePredictor {
  const method = methodOf(factors);
  const inputPerOutput = new Map(
    [...Map.groupBy(rows, modelAndTask)].map(([key, group]) => [
      key,
      meanInputPerOutputTokens(group, factors.accelerator),
    ]),
  );
  const ranges = new Map<string, Range>();

  const folded = (row: MeasuredRow, key: string, input: () => [EnergyInput, Method]): Range => {
    const known = ranges.get(`${key}|${modelAndTask(row)}`);
    if (known !== undefined) return known;
    const share = inputPerOutput.get(modelAndTask(row)) ?? 0;
    const [{ model, endpoints }, ofMethod] = input();
    const preparation = prepare(ofMethod);
    const own = drawsInOrderOf(row.huggingFaceId, OWN_TO_MODEL, preparation.shared);
    const { outputJoules, inputJoules } = prepareEnergy(model, own, preparation)(endpoints)(
      own,
    ).energy;
    const range = rangeOf(
      perDraw(own.count, (draw) => at(outputJoules, draw) + share * at(inputJoules, draw)),
    );
    ranges.set(`${key}|${modelAndTask(row)}`, range);
    return range;
  };

  return {
    bySize: (row, evidence) =>
      folded(row, evidence, () => {
        const file = fitWithout(row, 'architectureGroup', fits);
        const { size, architecture } = measuredRun(row, file);
        const model = {
          tier: evidence,
          active: size.activeBillions,
          total: size.totalBillions,
          mixtureOfExperts: size.mixtureOfExperts,
          architecture: evidence === 'architecture' ? architecture : undefined,
          precision: { releasedBits: row.weightBits },
        };
        return [{ model, endpoints: ONE_HOST }, methodOf({ ...factors, accelerator: file })];
      }),
    byPrice: (row, prices) =>
      folded(row, 'price', () => [
        { model: { tier: 'price', ...prices }, endpoints: ONE_HOST },
        method,
      ]),
  };
}

function modelAndTask({ huggingFaceId, task }: MeasuredRow): string {
  return `${huggingFaceId}|${task}`;
}
