import * as z from 'zod';
import { DataProblems } from '../../catalog/problem.ts';
import { readYaml } from '../../catalog/read-file.ts';
import { HowKnown, SourceId } from '../../catalog/source.ts';
import type { SpeedEvidence } from './conditioning.ts';
import type { LatencyCoefficients } from './decode-step.ts';

/** The record of data/factors/latency.yaml: how an observed decode speed is read. */

/** Path of the record from the project's root. */
export const LATENCY_FILE = 'data/factors/latency.yaml';

const positive = z.number().positive();
const Sources = z.array(SourceId).min(1);
const Basis = { how: HowKnown, sources: Sources, note: z.string() };
const Fitted = z.strictObject({ value: positive, standardErrorLn: positive.optional() });

export const LatencyFile = z.strictObject({
  sources: Sources,
  fitted: z.strictObject({
    staticMillisecondsPerStep: Fitted,
    staticMillisecondsPerStepAndLayer: Fitted,
    eightBitExpertsLayerOverhead: Fitted,
    hostMillisecondsPerSequence: Fitted,
    memoryGigabytesPerMillisecondH100: Fitted,
    memoryGigabytesPerMillisecondB200: Fitted,
    decodeTeraflopsPerSecondH100: Fitted,
    decodeTeraflopsPerSecondB200: Fitted,
    expertsDecodeMultiplier: Fitted,
    hybridMillisecondsPerLayerAndSequence: Fitted,
  }),
  /** Of rows predicted by fits without their architecture group, groups weighing the same. */
  leftOut: z.strictObject({
    /** Root mean square of ln(measured / predicted latency). */
    sdLn: positive,
    /** Slope of the latency's deviation on the energy's. */
    timePerEnergy: z.number().nonnegative(),
    /** What is left of sdLn once the energy's deviation is known. */
    sdLnGivenEnergy: positive,
  }),
  /** What an endpoint's observed speed adds to the error of a measured latency. */
  production: z.strictObject({ extraSdLn: z.number().nonnegative(), ...Basis }),
  leastEffectiveDraws: z.int().positive(),
});
export type LatencyFile = z.infer<typeof LatencyFile>;

/** The fitted coefficients in the shape that the core computes with. */
export function latencyCoefficients({ fitted }: Pick<LatencyFile, 'fitted'>): LatencyCoefficients {
  return {
    staticMillisecondsPerStep: fitted.staticMillisecondsPerStep.value,
    staticMillisecondsPerStepAndLayer: fitted.staticMillisecondsPerStepAndLayer.value,
    eightBitExpertsLayerOverhead: fitted.eightBitExpertsLayerOverhead.value,
    hostMillisecondsPerSequence: fitted.hostMillisecondsPerSequence.value,
    memoryGigabytesPerMillisecond: {
      H100: fitted.memoryGigabytesPerMillisecondH100.value,
      B200: fitted.memoryGigabytesPerMillisecondB200.value,
    },
    decodeTeraflopsPerSecond: {
      H100: fitted.decodeTeraflopsPerSecondH100.value,
      B200: fitted.decodeTeraflopsPerSecondB200.value,
    },
    expertsDecodeMultiplier: fitted.expertsDecodeMultiplier.value,
    hybridMillisecondsPerLayerAndSequence: fitted.hybridMillisecondsPerLayerAndSequence.value,
  };
}

/** How the speed of a production endpoint is read. */
export function speedEvidence(file: LatencyFile): SpeedEvidence {
  return {
    latency: latencyCoefficients(file),
    timePerEnergy: file.leftOut.timePerEnergy,
    sdLn: Math.hypot(file.leftOut.sdLnGivenEnergy, file.production.extraSdLn),
    leastEffectiveDraws: file.leastEffectiveDraws,
  };
}

/** Reads the record under the project's root. Throws DataProblems with all that is wrong with it. */
export function readLatency(root: string): LatencyFile {
  const { data, problems } = readYaml({ root, file: LATENCY_FILE, recordDepth: 1 }, LatencyFile);
  if (data === undefined) throw new DataProblems(problems);
  return data;
}
