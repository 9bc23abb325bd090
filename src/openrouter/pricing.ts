import type * as z from 'zod';
import { problemsOf } from '../catalog/problem.ts';
import type { ListedModel, PriceOverride } from '../catalog/snapshot.ts';
import { ForeignOverride, type ForeignPricing } from './foreign.ts';
import type { DropField } from './sift.ts';

/** OpenRouter's prices in our words: the usual ones, and what they are reduced by or replaced with. */
export function pricing(
  foreign: ForeignPricing,
  drop: DropField,
): Pick<z.input<typeof ListedModel>, 'prices' | 'discount' | 'priceOverrides'> {
  const overrides = overridesIn(foreign, drop);
  return {
    prices: tokenPrices(foreign),
    discount: discountIn(foreign, drop),
    priceOverrides: overrides.length > 0 ? overrides : undefined,
  };
}

/** Ten times as many as any model has. */
const MOST_OVERRIDES = 50;

function overridesIn({ overrides }: ForeignPricing, drop: DropField): PriceOverride[] {
  const all = overrides ?? [];
  if (all.length > MOST_OVERRIDES) {
    drop('pricing.overrides', all, `expected at most ${MOST_OVERRIDES}, not ${all.length}`);
    return [];
  }
  return all.flatMap((input, index) => priceOverride(input, `pricing.overrides.${index}`, drop));
}

function tokenPrices(
  prices: Pick<ForeignPricing, 'prompt' | 'completion' | 'input_cache_read'>,
): z.input<typeof ListedModel>['prices'] {
  return {
    inputUsdPerMillionTokens: prices.prompt,
    outputUsdPerMillionTokens: prices.completion,
    cachedInputUsdPerMillionTokens: prices.input_cache_read,
  };
}

/**
 * The discount already taken off the prices, as a number or, like prices, as its text; none for 0 and for
 * what is no fraction, which is told.
 */
function discountIn({ discount }: ForeignPricing, drop: DropField): number | undefined {
  if (discount === undefined || discount === null || discount === '') return undefined;
  const isText = typeof discount === 'string' && /^\d*\.?\d+$/.test(discount);
  const fraction = isText ? Number(discount) : discount;
  if (typeof fraction === 'number' && fraction >= 0 && fraction < 1) return fraction || undefined;
  drop('pricing.discount', discount, 'expected a fraction from 0 to below 1');
  return undefined;
}

/** An override of text prices under conditions that are known; none where it has other ones, which is told. */
function priceOverride(input: unknown, field: string, drop: DropField): PriceOverride[] {
  const read = ForeignOverride.safeParse(input);
  if (!read.success) {
    const [problem] = problemsOf('', input, read.error, 0);
    drop(field, input, `${problem?.field ?? ''} ${problem?.message ?? ''}`.trim());
    return [];
  }
  const { min_prompt_tokens, utc_start, utc_end } = read.data;
  const prices = tokenPrices(read.data);
  if (Object.values(prices).every((price) => price === undefined)) return [];
  return [
    {
      aboveInputTokens: min_prompt_tokens ?? undefined,
      utcFrom: utc_start ?? undefined,
      utcUntil: utc_end ?? undefined,
      prices,
    },
  ];
}
