import type { TokenPrices } from '../catalog/snapshot.ts';
import type { ModelEstimate, TokenEstimate } from '../estimation/estimate.ts';

/**
 * What the electricity of the central estimate would cost, as a share of the list price: a check on
 * every estimate. Absent where there is no list price; above 1 the estimate and the price do not go
 * together.
 */
export interface ElectricityShare {
  output?: number;
  input?: number;
}

/** Variants whose price is not a list price. */
const DISCOUNTED_VARIANTS = ['free', 'batch'];

/** The share for output and input tokens, at one electricity price for all, in USD per kWh. */
export function electricityShareOfListPrice(
  estimate: ModelEstimate,
  prices: TokenPrices,
  variant: string | undefined,
  usdPerKilowattHour: number,
): ElectricityShare {
  if (variant !== undefined && DISCOUNTED_VARIANTS.includes(variant)) return {};
  const share = (tokens: TokenEstimate, usdPerMillionTokens: number | undefined) => {
    if (usdPerMillionTokens === undefined || usdPerMillionTokens === 0) return undefined;
    const kilowattHoursPerMillionTokens = tokens.wattHours.central;
    return (kilowattHoursPerMillionTokens * usdPerKilowattHour) / usdPerMillionTokens;
  };
  const output = share(estimate.perThousandOutputTokens, prices.outputUsdPerMillionTokens);
  const input = share(estimate.perThousandInputTokens, prices.inputUsdPerMillionTokens);
  return { ...(output !== undefined && { output }), ...(input !== undefined && { input }) };
}
