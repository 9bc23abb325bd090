import type { LatencyCoefficients } from '../../../../src/calibration/latency/decode-step.ts';

/** Round figures of the size that the fit finds. */
export const latencyUnderTest: LatencyCoefficients = {
  staticMillisecondsPerStep: 2,
  staticMillisecondsPerStepAndLayer: 0.1,
  eightBitExpertsLayerOverhead: 1.5,
  hostMillisecondsPerSequence: 0.03,
  memoryGigabytesPerMillisecond: { H100: 2, B200: 4 },
  decodeTeraflopsPerSecond: { H100: 500, B200: 1000 },
  expertsDecodeMultiplier: 3,
  hybridMillisecondsPerLayerAndSequence: 0.01,
};
