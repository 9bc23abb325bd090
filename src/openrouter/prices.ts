import * as z from 'zod';

const DECIMAL = /^(?<mantissa>-?(?:\d+\.?\d*|\.\d+))(?:e(?<exponent>[+-]?\d+))?$/i;

const EXPECTED = 'expected USD per token as a decimal such as "0.0000001", or "-1" where it varies';

const EXPECTED_PRICE = `${EXPECTED}; 0 or between 1e-11 and 0.1`;

/**
 * A foreign price in USD per token, read as USD per million tokens. Absent for null, "" and for
 * -1, which is how OpenRouter says that the price varies.
 */
export const ForeignTokenPrice = z
  .union([z.string().trim().regex(/^$/), z.string().trim().regex(DECIMAL), z.number()], {
    error: EXPECTED,
  })
  .nullish()
  .transform((price) => (price === null || price === undefined ? undefined : perMillion(price)))
  .pipe(z.number({ error: EXPECTED }).refine(isPlausible, EXPECTED_PRICE).optional());

/** USD per million tokens: a thousandth of the cheapest and a hundred times the dearest ever listed. */
const PLAUSIBLE_PRICE = { least: 1e-5, most: 1e5 } as const;

function isPlausible(usdPerMillionTokens: number): boolean {
  const { least, most } = PLAUSIBLE_PRICE;
  return usdPerMillionTokens === 0 || (usdPerMillionTokens >= least && usdPerMillionTokens <= most);
}

function perMillion(price: string | number): number | undefined {
  if (price === '' || Number(price) === -1) {
    return undefined;
  }
  const { mantissa, exponent } = DECIMAL.exec(String(price))?.groups ?? {};
  if (mantissa === undefined) {
    return Number.NaN;
  }
  // The decimal point is moved in the text: 0.0000001 * 1e6 would be 0.09999999999999999.
  const shifted = Number(`${mantissa}e${Number(exponent ?? 0) + 6}`);
  return Number(shifted.toPrecision(12));
}
