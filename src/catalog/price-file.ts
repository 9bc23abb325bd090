import * as z from 'zod';
import { FactorBasis } from './factor-basis.ts';
import { between, contextTokens, sdLn, usdPerKilowattHour } from './plausible-factors.ts';
import { LEAST_ACTIVE_SHARE, PLAUSIBLE_BILLIONS } from './plausible-sizes.ts';

/** What prices say of energy: the record of data/factors/price.yaml. */

/** Its path from the project's root. */
export const PRICE_FILE = 'data/factors/price.yaml';

const positive = z.number().positive();

/** A mixture in which more of the parameters work is hardly one. */
const MOST_ACTIVE_SHARE = 0.5;

/** data/factors/price.yaml */
export const PriceFile = z.strictObject({
  line: z.strictObject({
    intercept: z.number(),
    slope: positive,
    /** Root mean square of the residuals, the model's maker left out of the fit. */
    residualSdLn: sdLn,
    fittedOnModels: z.int().positive(),
    fittedOnMakers: z.int().positive(),
    ...FactorBasis,
  }),
  /** Models far from the line fitted without their maker, as multiples of it. They stay in the fit. */
  outliers: z.array(z.strictObject({ model: z.string(), overLine: positive })),
  withCapacity: z.strictObject({
    intercept: z.number(),
    priceSlope: positive,
    capacitySlope: positive,
    /** Root mean square of the residuals, the model's maker left out; that of the price alone beside it. */
    residualSdLn: sdLn,
    priceAloneResidualSdLn: sdLn,
    fittedOnModels: z.int().positive(),
    fittedOnMakers: z.int().positive(),
    ...FactorBasis,
  }),
  request: z.strictObject({
    inputTokensPerOutputToken: between(1, 100, 'tokens of prompts for one of answers'),
    contextTokens: contextTokens,
    ...FactorBasis,
  }),
  knownSize: z.strictObject({
    manyHosts: z.int().positive(),
    manyHostsSdLn: sdLn,
    fewHostsSdLn: sdLn,
    measuredAboveTotalBillions: between(10, 1000, 'billions of the smallest measured mixture'),
    ...FactorBasis,
  }),
  closed: z.strictObject({
    marginFactor: between(0.2, 2, 'what a dollar buys of energy, over one of open models’ prices'),
    sdLn,
    sdLnWithCapacity: sdLn,
    inputOverOutput: z.strictObject({
      median: between(0.02, 1, 'energy of a token that is read over that of one written'),
      sdLn,
    }),
    ...FactorBasis,
  }),
  genericModel: z
    .strictObject({ activeBillions: positive, totalBillions: positive, ...FactorBasis })
    .refine(
      ({ activeBillions: active, totalBillions: total }) =>
        total <= PLAUSIBLE_BILLIONS.most &&
        active >= LEAST_ACTIVE_SHARE * total &&
        active <= MOST_ACTIVE_SHARE * total,
      {
        message: `expected a common mixture: ${LEAST_ACTIVE_SHARE} to ${MOST_ACTIVE_SHARE} of at most ${PLAUSIBLE_BILLIONS.most} billion active`,
      },
    ),
  electricityUsdPerKilowattHour: usdPerKilowattHour,
});
export type PriceFile = z.infer<typeof PriceFile>;
