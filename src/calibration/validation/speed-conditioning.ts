import * as z from 'zod';
import { DataProblems } from '../../catalog/problem.ts';
import { readJson } from '../../catalog/read-file.ts';

/**
 * The record of data/measurements/speed-conditioning.json: what reading quantization and speed of
 * the endpoints would do to the ranges, which is too little for the index to read them. The result
 * of a trial, kept as it came out.
 */

/** Path of the record from the project's root. */
export const SPEED_CONDITIONING_FILE = 'data/measurements/speed-conditioning.json';

const count = z.int().positive();
const share = z.number().min(0).max(1);
/** Upper over lower end of a 90 % range. */
const highOverLow = z.number().min(1);

/** How wide ranges are, by what is read of the endpoints; medians over models. */
const Widths = z.strictObject({
  /** As that method published: quantization drawn where not released so, speed not read. */
  asPublished: highOverLow,
  withQuantization: highOverLow,
  /** Quantization and speed. */
  withSpeed: highOverLow,
  /** If batch, context, accelerators and bits were known exactly: serving stack, form error, place. */
  operatingPointKnown: highOverLow,
});
export type Widths = z.infer<typeof Widths>;

/** Measured rows of which only the architecture is told, and what else the fields say. */
const ValidationRow = z.strictObject({
  /** Serving software: drawn as for an endpoint, or known to be the measured one. */
  stack: z.enum(['drawn', 'one']),
  quantization: z.enum(['drawn', 'given']),
  /**
   * read: the measured latency, believed as far as the latency model is right. read-as-production:
   * believed no more than an endpoint's speed.
   */
  speed: z.enum(['unknown', 'read', 'read-as-production']),
  /** usual-batch: rows whose batch lies in the range that the method assumes. */
  rows: z.enum(['all', 'usual-batch']),
  /** groups: every architecture group counts the same; rows: every row does. */
  weighting: z.enum(['groups', 'rows']),
  medianHighOverLow: highOverLow,
  /** Measured energies inside the 90 % range. */
  coverageShare: share,
});
export type SpeedValidationRow = z.infer<typeof ValidationRow>;

/** Models of one kind on OpenRouter's list. */
const ModelWidths = z.strictObject({
  models: z.enum(['tier 2', 'tier 2a', 'tier 2b', 'tier 2, speed read at an endpoint', 'tier 1']),
  count,
  /** J per output token of the accelerators. */
  acceleratorJoules: Widths,
  /** gCO2e per output token. */
  gramsCO2e: Widths,
});
export type ModelWidths = z.infer<typeof ModelWidths>;

/**
 * Speeds seen at endpoints beside those that the assumed operating points would show, and what
 * speed has to do with energy under them.
 */
const ObservedSpeeds = z.strictObject({
  endpoints: count,
  /** Observed latencies inside the 90 % range of the predicted ones; near 0.9 if the assumptions hold. */
  insideRangeShare: share,
  /** Latency, time between two tokens. */
  medianObservedOverPredicted: z.number().positive(),
  /** Spread of ln(observed / median predicted latency) over endpoints. */
  observedSdLn: z.number().positive(),
  /** Mean over endpoints of the spread of ln latency over the draws. */
  predictedSdLn: z.number().positive(),
  /**
   * Median over endpoints of the correlation of ln energy and ln latency over the draws: near 0, a
   * speed says nothing of the energy.
   */
  medianEnergyLatencyCorrelation: z.number().min(-1).max(1),
});
export type ObservedSpeeds = z.infer<typeof ObservedSpeeds>;

export const SpeedConditioning = z.strictObject({
  /** The day of the model list that widths and observed speeds are of. */
  listRetrieved: z.iso.date(),
  /** The method whose ranges these were. */
  methodVersion: z.string().regex(/^\d+\.\d+$/, 'expected a version such as 1.1'),
  measuredRows: count,
  architectureGroups: count,
  validation: z.array(ValidationRow).min(1),
  widths: z.array(ModelWidths).min(1),
  observedSpeeds: ObservedSpeeds,
});
export type SpeedConditioning = z.infer<typeof SpeedConditioning>;

/** Reads the record under the project's root. Throws DataProblems with all that is wrong with it. */
export function readSpeedConditioning(root: string): SpeedConditioning {
  const { data, problems } = readJson(
    { root, file: SPEED_CONDITIONING_FILE, recordDepth: 2 },
    SpeedConditioning,
  );
  if (data === undefined) throw new DataProblems(problems);
  return data;
}
