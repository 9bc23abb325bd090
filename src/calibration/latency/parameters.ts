import type { Prior } from '../statistics/fit-logarithms.ts';
import { LatencyFile } from './record.ts';

/** The fitted part of the latency record. */
export type FittedLatency = Pick<LatencyFile, 'fitted'>;

/** A coefficient that the latency fit may move. */
export type LatencyParameter = keyof FittedLatency['fitted'];

/**
 * What was believed before the measurements; units as in data/factors/latency.yaml. Memory rates:
 * 70 % of NVIDIA's data sheets (H100 SXM 3.35 TB/s, B200 8 TB/s). Compute: half of their dense
 * 16-bit rates (989 and 2,250 TFLOP/s). The rest is wide, since nothing was known.
 */
export const LATENCY_PRIORS: Readonly<Record<LatencyParameter, Prior>> = {
  staticMillisecondsPerStep: { median: 1, sdLn: 1 },
  staticMillisecondsPerStepAndLayer: { median: 0.08, sdLn: 1 },
  eightBitExpertsLayerOverhead: { median: 1, sdLn: 1 },
  hostMillisecondsPerSequence: { median: 0.01, sdLn: 1 },
  memoryGigabytesPerMillisecondH100: { median: 2.3, sdLn: 0.2 },
  memoryGigabytesPerMillisecondB200: { median: 5.6, sdLn: 0.2 },
  decodeTeraflopsPerSecondH100: { median: 500, sdLn: 0.2 },
  decodeTeraflopsPerSecondB200: { median: 1100, sdLn: 0.2 },
  expertsDecodeMultiplier: { median: 3, sdLn: 0.5 },
  hybridMillisecondsPerLayerAndSequence: { median: 0.02, sdLn: 1 },
};

/** The free parameters in the order in which the fit holds them: that of the record's schema. */
export const LATENCY_PARAMETERS: readonly LatencyParameter[] =
  LatencyFile.shape.fitted.keyof().options;

/** The fitted part with these values, given as logarithms in the order of the parameters. */
export function fittedLatency(lnValues: readonly number[]): FittedLatency {
  const values = LATENCY_PARAMETERS.map((name, index) => {
    const lnValue = lnValues[index];
    if (lnValue === undefined) throw new RangeError(`no value for ${name}`);
    return [name, { value: Math.exp(lnValue) }];
  });
  return { fitted: LatencyFile.shape.fitted.parse(Object.fromEntries(values)) };
}
