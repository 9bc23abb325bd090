import type { Offer } from '../estimation/price.ts';
import type { CatalogData } from './read-data.ts';
import type { ListedModel, TokenPrices } from './snapshot.ts';

/**
 * The fraction by which a model's listed prices are reduced at present, 0 where they are not. The
 * list seldom says it of the entry, so the endpoints sold at the entry's prices say it; where one of
 * them asks as much without a discount, or with a smaller one, the price is that much less of a sale.
 */
export function discountOf(
  { id, discount, prices }: Pick<ListedModel, 'id' | 'discount' | 'prices'>,
  { endpoints }: Pick<CatalogData, 'endpoints'>,
): number {
  if (discount !== undefined) return discount;
  const known = endpoints.models.find((model) => model.id === id)?.endpoints ?? [];
  const discounts = known
    .filter((endpoint) => samePrices(endpoint.prices, prices))
    .map((endpoint) => endpoint.discount ?? 0);
  return discounts.length === 0 ? 0 : Math.min(...discounts);
}

function samePrices(left: TokenPrices, right: TokenPrices): boolean {
  return (
    left.inputUsdPerMillionTokens === right.inputUsdPerMillionTokens &&
    left.outputUsdPerMillionTokens === right.outputUsdPerMillionTokens
  );
}

/** Prices before a discount, in USD per million tokens: what is evidence of energy. */
export function pricesBeforeDiscount(prices: TokenPrices, discount: number): TokenPrices {
  if (discount === 0) return prices;
  const before = (price: number | undefined) =>
    // Twelve digits, as prices are read: a division leaves noise in the last ones.
    price === undefined ? undefined : Number((price / (1 - discount)).toPrecision(12));
  return {
    inputUsdPerMillionTokens: before(prices.inputUsdPerMillionTokens),
    outputUsdPerMillionTokens: before(prices.outputUsdPerMillionTokens),
    cachedInputUsdPerMillionTokens: before(prices.cachedInputUsdPerMillionTokens),
  };
}

/** What is asked before a discount; undefined where one of the two prices is not stated. */
export function offerBeforeDiscount(prices: TokenPrices, discount: number): Offer | undefined {
  const before = pricesBeforeDiscount(prices, discount);
  const { inputUsdPerMillionTokens, outputUsdPerMillionTokens } = before;
  return inputUsdPerMillionTokens === undefined || outputUsdPerMillionTokens === undefined
    ? undefined
    : { inputUsdPerMillionTokens, outputUsdPerMillionTokens };
}
