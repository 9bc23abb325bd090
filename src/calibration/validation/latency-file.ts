import * as z from 'zod';
import { HowKnown, SourceId } from '../../catalog/source.ts';

/** The record of data/factors/latency.yaml: how an observed decode speed was read in a trial. */

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
