import type { CatalogData } from '../../catalog/read-data.ts';
import { discountOf, pricesBeforeDiscount } from '../../catalog/sale.ts';
import type { TokenPrices } from '../../catalog/snapshot.ts';

/** A measured model as the index knows it. */
export interface MeasuredModel {
  /** maker/slug where a record claims the measurements, else the Hugging Face id. */
  id: string;
  /** List prices before any discount, both above 0, where OpenRouter lists the model itself. */
  listPrices: { inputUsdPerMillionTokens: number; outputUsdPerMillionTokens: number } | undefined;
}

/** Finds, by Hugging Face id, the model of the index that claims the measurements. */
export function measuredModels(data: CatalogData): Map<string, MeasuredModel> {
  const { makers, modelList } = data;
  const prices = new Map(
    modelList.models.map((model) => [
      model.id,
      pricesBeforeDiscount(model.prices, discountOf(model, data)),
    ]),
  );
  const found = new Map<string, MeasuredModel>();
  for (const [maker, { models }] of makers) {
    for (const [slug, { measuredAs = [] }] of Object.entries(models)) {
      const id = `${maker}/${slug}`;
      for (const huggingFaceId of measuredAs) {
        if (!found.has(huggingFaceId)) {
          found.set(huggingFaceId, { id, listPrices: positivePrices(prices.get(id)) });
        }
      }
    }
  }
  return found;
}

function positivePrices(prices: TokenPrices | undefined): MeasuredModel['listPrices'] {
  const { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 } = prices ?? {};
  return inputUsdPerMillionTokens > 0 && outputUsdPerMillionTokens > 0
    ? { inputUsdPerMillionTokens, outputUsdPerMillionTokens }
    : undefined;
}
