import { at, perDraw } from './draws.ts';
import type { PriceEvidence } from './method.ts';

/** What one host asks for a million tokens, before any sale, in USD. */
export interface Offer {
  inputUsdPerMillionTokens: number;
  outputUsdPerMillionTokens: number;
}

/** ln of the energy of a request, J: a normal quantity. */
export interface LnJoules {
  mean: number;
  sd: number;
}

/** What a price says of the request's energy: the line at that price, and its spread. */
export function linePrediction(
  usd: number,
  { intercept, slope }: Pick<PriceEvidence, 'intercept' | 'slope'>,
): number {
  return intercept + slope * Math.log(usd);
}

/** USD per million requests of one output token and the input tokens that come with it. */
export function requestUsd(
  { inputUsdPerMillionTokens, outputUsdPerMillionTokens }: Offer,
  { inputTokensPerOutputToken }: Pick<PriceEvidence, 'inputTokensPerOutputToken'>,
): number {
  return outputUsdPerMillionTokens + inputTokensPerOutputToken * inputUsdPerMillionTokens;
}

/** The median of what a model's hosts ask for a request, USD per million; undefined where none asks a price. */
export function medianRequestUsd(
  offers: readonly Offer[],
  price: Pick<PriceEvidence, 'inputTokensPerOutputToken'>,
): number | undefined {
  const usd = offers
    .map((offer) => requestUsd(offer, price))
    .filter((one) => one > 0)
    .toSorted((a, b) => a - b);
  const lower = usd[Math.floor((usd.length - 1) / 2)];
  const upper = usd[Math.ceil((usd.length - 1) / 2)];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}

/**
 * What the prices of a model's hosts say of the energy of a request, the median of them being the
 * evidence; undefined where none asks one.
 */
export function evidenceOfOffers(
  offers: readonly Offer[],
  totalBillions: number,
  price: PriceEvidence,
): LnJoules | undefined {
  const usd = medianRequestUsd(offers, price);
  if (usd === undefined) return undefined;
  const { manyHosts, manyHostsSdLn, fewHostsSdLn, measuredAboveTotalBillions } = price.knownSize;
  const wellKnown = offers.length >= manyHosts && totalBillions >= measuredAboveTotalBillions;
  return {
    mean: linePrediction(usd, price),
    sd: wellKnown ? manyHostsSdLn : fewHostsSdLn,
  };
}

/**
 * By what factor evidence moves a draw of J, whose ln is near a normal quantity: the two are averaged
 * with their precisions, which is what Bayes' rule gives for normal quantities. Each draw moves along a
 * straight line in ln J, so what models have in common stays in common.
 */
export function moveByEvidence(
  drawn: LnJoules,
  evidence: LnJoules | undefined,
): (joules: number) => number {
  if (evidence === undefined) return () => 1;
  const precision = 1 / drawn.sd ** 2 + 1 / evidence.sd ** 2;
  const mean = (drawn.mean / drawn.sd ** 2 + evidence.mean / evidence.sd ** 2) / precision;
  const narrowed = 1 / Math.sqrt(precision) / drawn.sd;
  return (joules) => {
    const ln = Math.log(joules);
    return Math.exp(mean + narrowed * (ln - drawn.mean) - ln);
  };
}

/** Mean and standard deviation of ln over positive draws. */
export function lnMoments(values: Float64Array): LnJoules {
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < values.length; draw += 1) {
    const ln = Math.log(at(values, draw));
    sum += ln;
    squares += ln * ln;
  }
  const mean = sum / values.length;
  return { mean, sd: Math.sqrt(Math.max(0, squares / values.length - mean ** 2)) };
}

/**
 * What is known of the energy of a closed model's request: the line of its price, or, where its
 * factual capacity was tested, the line of both. Makers of closed models keep more of a price, which
 * counts as far as the price does.
 */
export function closedRequest(
  offer: Offer & { effectiveBillions?: number | undefined },
  price: PriceEvidence,
): LnJoules {
  const { closed, withCapacity, slope } = price;
  const usd = requestUsd(offer, price);
  const lnMargin = Math.log(closed.marginFactor);
  if (offer.effectiveBillions === undefined) {
    return { mean: linePrediction(usd, price) + lnMargin, sd: closed.sdLn };
  }
  const { intercept, priceSlope, capacitySlope } = withCapacity;
  return {
    mean:
      intercept +
      priceSlope * Math.log(usd) +
      capacitySlope * Math.log(offer.effectiveBillions) +
      (priceSlope / slope) * lnMargin,
    sd: closed.sdLnWithCapacity,
  };
}

/**
 * Energy of a model of undisclosed size from its list price, J per token and draw: the request's
 * energy by the line for closed models, split between the output token, at the context of that
 * request, and its input tokens.
 */
export function energyFromPrice(
  offer: Offer & { effectiveBillions?: number | undefined },
  {
    count,
    priceDeviate,
    inputShareDeviate,
  }: { count: number; priceDeviate: Float64Array; inputShareDeviate: Float64Array },
  price: PriceEvidence,
): { outputJoulesAtRequestContext: Float64Array; inputJoules: Float64Array } {
  const { closed, inputTokensPerOutputToken } = price;
  const { median, sdLn } = closed.inputOverOutput;
  const { mean, sd } = closedRequest(offer, price);
  const inputOverOutput = inputShareDeviate.map((deviate) => median * Math.exp(sdLn * deviate));
  const outputJoulesAtRequestContext = perDraw(
    count,
    (draw) =>
      Math.exp(mean + sd * at(priceDeviate, draw)) /
      (1 + inputTokensPerOutputToken * at(inputOverOutput, draw)),
  );
  return {
    outputJoulesAtRequestContext,
    inputJoules: perDraw(
      count,
      (draw) => at(outputJoulesAtRequestContext, draw) * at(inputOverOutput, draw),
    ),
  };
}
