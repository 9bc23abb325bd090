import { acceleratorEnergy, energyShape } from './accelerator.ts';
import { at, perDraw } from './draws.ts';
import type { Method, PriceRegression } from './method.ts';
import { drawOperatingPoint } from './operating-point.ts';
import { rangeOf } from './ranges.ts';
import type { SharedDraws } from './shared-draws.ts';

/** How far the operating point alone moves a model's energy from its median, per draw. */
export interface OperatingSpread {
  output: Float64Array;
  input: Float64Array;
}

/**
 * The spread that the operating point gives a generic mixture of experts of unpublished
 * architecture, serving stack apart: each draw's energy over the median of all draws.
 */
export function operatingSpread(shared: SharedDraws, method: Method): OperatingSpread {
  const size = { ...method.price.genericModel, mixtureOfExperts: true };
  const shape = energyShape(size, undefined, method.accelerator);
  const output = new Float64Array(shared.count);
  const input = new Float64Array(shared.count);
  for (let draw = 0; draw < shared.count; draw += 1) {
    const point = drawOperatingPoint(shared, draw, size.totalBillions, {}, method.serving);
    const energy = acceleratorEnergy(shape, point, method.accelerator);
    output[draw] = energy.outputJoules;
    input[draw] = energy.inputJoules * at(shared.prefillExtra, draw);
  }
  return { output: relativeToMedian(output), input: relativeToMedian(input) };
}

function relativeToMedian(values: Float64Array): Float64Array {
  const median = rangeOf(values).central;
  return values.map((value) => value / median);
}

/**
 * Energy of a model of undisclosed size from its list price, J per token and draw: the regression
 * line, its correlated residuals, the operating point's spread and the serving stack.
 */
export function energyFromPrice(
  prices: { inputUsdPerMillionTokens: number; outputUsdPerMillionTokens: number },
  shared: SharedDraws,
  spread: OperatingSpread,
  { output, input, residualCorrelation }: PriceRegression,
): { outputJoules: Float64Array; inputJoules: Float64Array } {
  const lineOutput = output.intercept + output.slope * Math.log(prices.outputUsdPerMillionTokens);
  const lineInput = input.intercept + input.slope * Math.log(prices.inputUsdPerMillionTokens);
  const ownShare = Math.sqrt(1 - residualCorrelation ** 2);
  return {
    outputJoules: perDraw(
      shared.count,
      (draw) =>
        Math.exp(lineOutput + output.residualSdLn * at(shared.firstSizeDeviate, draw)) *
        at(spread.output, draw) *
        at(shared.servingStack, draw),
    ),
    inputJoules: perDraw(shared.count, (draw) => {
      const residual =
        residualCorrelation * at(shared.firstSizeDeviate, draw) +
        ownShare * at(shared.secondSizeDeviate, draw);
      return (
        Math.exp(lineInput + input.residualSdLn * residual) *
        at(spread.input, draw) *
        at(shared.servingStack, draw)
      );
    }),
  };
}
