import type { PriceOverride, TokenPrices } from '../catalog/snapshot.ts';
import { countText, percentText, priceText } from './numbers.ts';

/** A price of input and output, in USD per million tokens: "$0.20 in, $1.50 out". */
export function pricesText({
  inputUsdPerMillionTokens: input,
  outputUsdPerMillionTokens: output,
}: TokenPrices): string {
  if (input === undefined || output === undefined) return 'not stated';
  return input === 0 && output === 0
    ? 'free'
    : `$${priceText(input)} in, $${priceText(output)} out`;
}

interface Priced {
  prices: TokenPrices;
  /** The fraction by which they are reduced at present. */
  discount: number;
  priceOverrides?: readonly PriceOverride[] | undefined;
}

/**
 * What else is asked in place of these prices, and when: "$4.00 in, $18.00 out above 272 000 tokens of
 * input". A price that an override leaves out stays as it is.
 */
export function otherPricesTexts({
  prices,
  priceOverrides = [],
}: Pick<Priced, 'prices' | 'priceOverrides'>): string[] {
  return priceOverrides.map((override) => {
    const asked = { ...prices, ...override.prices };
    const { cachedInputUsdPerMillionTokens: cached } = override.prices;
    const text =
      pricesText(asked) === pricesText(prices) && cached !== undefined
        ? `$${priceText(cached)} for input from a cache`
        : pricesText(asked);
    return [text, ...conditions(override)].join(' ');
  });
}

/** That prices are reduced, and what else is asked under conditions, for a line under a host's name. */
export function priceTerms(priced: Priced): string[] {
  const sale = priced.discount === 0 ? [] : [`price reduced by ${percentText(priced.discount)}`];
  return [...sale, ...otherPricesTexts(priced)];
}

function conditions({ aboveInputTokens, utcFrom, utcUntil }: PriceOverride): string[] {
  return [
    ...(aboveInputTokens === undefined
      ? []
      : [`above ${countText(aboveInputTokens)} tokens of input`]),
    ...(utcFrom === undefined ? [] : [`from ${utcFrom}`]),
    ...(utcUntil === undefined ? [] : [`until ${utcUntil}`]),
    ...(utcFrom === undefined && utcUntil === undefined ? [] : ['UTC']),
  ];
}
