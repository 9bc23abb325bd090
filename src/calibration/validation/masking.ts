import type { MeasuredRow } from '../../catalog/measurement.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import type { Range } from '../../estimation/ranges.ts';
import type { TierNumber } from '../../estimation/tier.ts';
import { fitWithout, type LeftOutFits } from '../energy/leave-out.ts';
import { rowJoules } from '../energy/row-prediction.ts';
import {
  type BothWeightings,
  type PredictionRange,
  type ScoredPrediction,
  scoreBothWays,
} from '../statistics/scores.ts';
import { type MeasuredModel, measuredModels } from './measured-models.ts';
import { predictByOtherCells } from './own-correction.ts';
import { formErrorRange, type PredictedRow } from './predicted-rows.ts';
import { publishedRangePredictor } from './published-range.ts';

/** Measured rows predicted as if less were known of them than is. */
export interface MaskedTier {
  tier: TierNumber;
  /**
   * known: batch, accelerator and answer are the row's own, and the range is the form error's.
   * drawn: they are unknown, and the range is the published kind, serving stack included.
   */
  operatingPoint: 'known' | 'drawn';
  models: number;
  figures: BothWeightings;
}

/**
 * The masking experiment: every measured row is predicted by fits that have not seen its group,
 * with ever less knowledge of the model. Tier 1 adds the model's other cells, and leaves out models
 * with one cell; tier 3 covers the models that OpenRouter lists at a price, by the price line as it
 * stands, which has seen the price list they are on.
 */
export function maskTiers(
  predicted: readonly PredictedRow[],
  data: CatalogData,
  fits: LeftOutFits,
): MaskedTier[] {
  const rows = predicted.map(({ row }) => row);
  const models = measuredModels(data);
  const file = data.factors.accelerator;
  const { formErrorSdLn, studentT90 } = file;
  const known = (row: MeasuredRow, predictedJoules: number, sdLn: number) =>
    scored(row, predictedJoules, formErrorRange(predictedJoules, sdLn, studentT90));
  const published = publishedRangePredictor(rows, data, fits);
  const priced = rows.flatMap((row) => {
    const prices = models.get(row.huggingFaceId)?.listPrices;
    return prices === undefined ? [] : [{ row, prices }];
  });

  const tier = (
    name: MaskedTier['tier'],
    operatingPoint: MaskedTier['operatingPoint'],
    predictions: readonly RowPrediction[],
  ): MaskedTier => ({
    tier: name,
    operatingPoint,
    models: new Set(predictions.map(({ row }) => modelOf(row, models))).size,
    figures: scoreBothWays(predictions.map(({ prediction }) => prediction)),
  });

  return [
    tier(
      '1',
      'known',
      predictByOtherCells(predicted, file, (row) => modelOf(row, models)).map(
        ({ row, predictedJoules }) => known(row, predictedJoules, formErrorSdLn.measured),
      ),
    ),
    tier(
      '2a',
      'known',
      predicted.map(({ row, leftOut }) => ({ row, prediction: leftOut.architectureGroup })),
    ),
    tier(
      '2b',
      'known',
      rows.map((row) => {
        const unseen = fitWithout(row, 'architectureGroup', fits);
        return known(row, rowJoules(row, unseen, 'withheld'), formErrorSdLn.parameters);
      }),
    ),
    tier(
      '2a',
      'drawn',
      rows.map((row) => fromRange(row, published.bySize(row, 'architecture'))),
    ),
    tier(
      '2b',
      'drawn',
      rows.map((row) => fromRange(row, published.bySize(row, 'parameters'))),
    ),
    ...(priced.length === 0
      ? []
      : [
          tier(
            '3',
            'drawn',
            priced.map(({ row, prices }) => fromRange(row, published.byPrice(row, prices))),
          ),
        ]),
  ];
}

interface RowPrediction {
  row: MeasuredRow;
  prediction: ScoredPrediction;
}

function modelOf(row: MeasuredRow, models: ReadonlyMap<string, MeasuredModel>): string {
  return models.get(row.huggingFaceId)?.id ?? row.huggingFaceId;
}

function scored(row: MeasuredRow, predictedJoules: number, range: PredictionRange): RowPrediction {
  const { architectureGroup, joulesPerOutputToken: measuredJoules } = row;
  return { row, prediction: { architectureGroup, measuredJoules, predictedJoules, range } };
}

function fromRange(row: MeasuredRow, { low, central, high }: Range): RowPrediction {
  return scored(row, central, { lowJoules: low, highJoules: high });
}
