import { acceleratorEnergy, PLAIN_SERVING } from './accelerator.ts';
import { normalQuantile } from './distributions.ts';
import { energyShape } from './energy-shape.ts';
import { acceleratorsForWeights } from './market.ts';
import type { Method } from './method.ts';
import { RANGE_PERCENTILES, type Range } from './ranges.ts';
import { knownSize, type SizedModel } from './sized-model.ts';

/**
 * The fixed operating point that compares architectures without the unknowns of serving: one replica
 * of H100 by the memory rule, 100 sequences, 3,500 tokens of context, weights as released (16 bits
 * where that is unknown).
 */
export const REFERENCE_POINT = {
  ...PLAIN_SERVING,
  accelerator: 'H100',
  concurrentSequences: 100,
  contextTokens: 3500,
} as const;
const BITS_WHERE_UNKNOWN = 16;

/**
 * Accelerator energy at the reference point, J per output token, with the form error alone as its
 * range. Undefined for models whose size is only roughly known.
 */
export function referenceJoulesPerOutputToken(
  model: SizedModel,
  method: Method,
): Range | undefined {
  const size = knownSize(model);
  if (size === undefined) return undefined;
  const { tier, architecture, measuredCorrectionLn = 0, precision } = model;
  const weightBits = precision.releasedBits ?? BITS_WHERE_UNKNOWN;
  const { outputJoules } = acceleratorEnergy(
    energyShape(size, architecture, method.accelerator),
    {
      ...REFERENCE_POINT,
      weightBits,
      acceleratorsPerReplica: acceleratorsForWeights(
        size.totalBillions,
        weightBits,
        method.serving.memoryGigabytes[REFERENCE_POINT.accelerator],
        method.serving,
      ),
    },
    method.accelerator,
  );
  const percentile = (share: number) =>
    outputJoules *
    Math.exp(measuredCorrectionLn + method.formErrorSdLn[tier] * normalQuantile(share));
  return {
    low: percentile(RANGE_PERCENTILES.low),
    central: percentile(RANGE_PERCENTILES.central),
    high: percentile(RANGE_PERCENTILES.high),
  };
}
