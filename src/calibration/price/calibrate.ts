import { rootMeanSquare, sampleCorrelation } from 'simple-statistics';
import { joinHosts } from '../../catalog/hosts.ts';
import { methodOf, type PriceFile } from '../../catalog/method.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { createEstimator } from '../../estimation/estimate.ts';
import { type PerTokenKind, priceObservations, TOKEN_KINDS } from './observations.ts';
import { fitPriceLines, type LeftOutPrediction, leaveEachMakerOut } from './price-lines.ts';

/**
 * The price file as the list of today and the sizes of today have it: lines, residual spreads and
 * their correlation (makers left out), counts and outliers. Generic model and electricity price are
 * kept. Throws a RangeError where there are too few models to fit.
 */
export function calibratePrice(data: CatalogData): PriceFile {
  const observations = priceObservations(data);
  const lines = fitPriceLines(observations);
  const leftOut = leaveEachMakerOut(observations);
  const outputResiduals = leftOut.map(({ residualLn }) => residualLn.output);
  const inputResiduals = leftOut.map(({ residualLn }) => residualLn.input);
  const residualSdLn = {
    output: rootMeanSquare(outputResiduals),
    input: rootMeanSquare(inputResiduals),
  };
  const fitted: PriceFile = {
    ...data.factors.price,
    fittedOnModels: observations.length,
    fittedOnMakers: new Set(observations.map(({ maker }) => maker)).size,
    output: { ...lines.output, residualSdLn: residualSdLn.output },
    input: { ...lines.input, residualSdLn: residualSdLn.input },
    residualCorrelation: sampleCorrelation(outputResiduals, inputResiduals),
    outliers: outliers(leftOut, residualSdLn),
  };
  return withCentralOnTheLine(fitted, data);
}

/**
 * Lowers or raises the intercepts so that the estimate's central value lies on the fitted line. The
 * models it is fitted on carry the serving stack (median 0.8) in their central values, and the
 * estimate from a price multiplies by the stack, and by a skewed operating point, once more.
 */
function withCentralOnTheLine(fitted: PriceFile, data: CatalogData): PriceFile {
  const unitLine = {
    ...fitted,
    output: { ...fitted.output, intercept: 0 },
    input: { ...fitted.input, intercept: 0 },
  };
  const estimate = createEstimator(methodOf({ ...data.factors, price: unitLine }));
  const atOneDollar = estimate({
    model: { tier: 'price', inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 1 },
    // Energy of the accelerators is the same everywhere; it only has to be served somewhere.
    endpoints: [{ share: 1, place: joinHosts(data).unknown.place.place }],
  });
  const { perThousandOutputTokens, perThousandInputTokens } = atOneDollar;
  const lowered = (line: PriceFile['output'], centralJoules: number) => ({
    ...line,
    intercept: line.intercept - Math.log(centralJoules),
  });
  return {
    ...fitted,
    output: lowered(fitted.output, perThousandOutputTokens.acceleratorJoulesPerToken.central),
    input: lowered(fitted.input, perThousandInputTokens.acceleratorJoulesPerToken.central),
  };
}

/** In standard deviations. About 1 model in 20 lies further out where residuals are normal. */
const OUTLIER_BEYOND_SD = 2;

/** Models that lie far from the line, output or input, furthest first. They stay in the fit. */
function outliers(leftOut: readonly LeftOutPrediction[], sdLn: PerTokenKind) {
  const distance = ({ residualLn }: LeftOutPrediction) =>
    Math.max(...TOKEN_KINDS.map((kind) => Math.abs(residualLn[kind]) / sdLn[kind]));
  return leftOut
    .filter((prediction) => distance(prediction) > OUTLIER_BEYOND_SD)
    .toSorted((one, other) => distance(other) - distance(one))
    .map(({ observation, residualLn }) => ({
      model: observation.model,
      outputOverLine: Math.exp(residualLn.output),
      inputOverLine: Math.exp(residualLn.input),
    }));
}
