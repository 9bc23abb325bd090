import * as z from 'zod';

/**
 * Within which bounds a factor of the estimate is believed. They are wide, a slip of the decimal point or of
 * a unit is out of them. Who has a source for more widens them here, with it.
 */

/** A number between two bounds; the message says what they are of, and why these. */
export function between(low: number, high: number, why: string) {
  const error = `expected ${low} to ${high}: ${why}. Check the decimal point and the unit`;
  return z.number().min(low, { error }).max(high, { error });
}

/** Spread of a logarithm. At 0.05 nine in ten cases lie within 8 %, at 1.2 within a factor of 7. */
export const sdLn = between(
  0.05,
  1.2,
  'the standard deviation of a logarithm, at 0.05 nine in ten within 8 %, at 1.2 within a factor of 7',
);

/** PUE of data centres: facility energy is never below the servers', and no host is known to take more than twice it. */
export const PLAUSIBLE_OVERHEAD = { lowest: 1, highest: 2, highestBound: 2.5 } as const;

/** Board power, W: the H100's PCIe board takes 350, a chip of a GB300 1,400. */
export const boardWatts = between(300, 3000, 'watts of one accelerator’s board');

/** From 40 GB of an A100 to some hundreds; the rent of one an hour, by InferenceX 1.16 to 2.79 USD. */
export const memoryGigabytes = between(40, 1000, 'gigabytes of one accelerator');
export const usdPerAcceleratorHour = between(0.3, 10, 'USD an hour of one accelerator');

/** Clouds write servers off over four to six years. */
export const hardwareLifetimeYears = between(
  3,
  10,
  'years over which a server is written off, four to six at large clouds',
);

/** DeepSeek's production mean is 4,989 tokens in the cache, OpenRouter's mean request has some thousands more. */
export const contextTokens = between(
  1000,
  30_000,
  'tokens of a mean request’s context, thousands where anybody counted',
);

/** InferenceX measures 4 to 1,024; a mean over the market is at neither end. */
export const concurrentSequences = between(10, 500, 'sequences that a replica decodes together');

/** The server around the accelerators takes as much as they do where they idle, and never less than nothing. */
export const hostAndIdle = between(1, 3, 'energy of a server over that of its accelerators');

/** Classes of machines, over the mean machine: the measured ones are within a factor of two of it. */
export const overMeanMachine = between(
  0.2,
  4,
  'over the mean machine, measured within twice of it',
);

/** Ternary weights have 1.58 bits, and none is known with more than 32. */
export const weightBits = between(1, 32, 'bits of one weight');

/** A cache hit skips prefill, and its list prices, a tenth of fresh input's mostly, are above what it takes. */
export const cachedInputShare = between(
  0.01,
  0.3,
  'energy of a cached token over that of a fresh one, which is read again and not computed',
);

/** Industry pays 0.04 to 0.2 USD where most data centres are. */
export const usdPerKilowattHour = between(0.02, 0.4, 'USD per kWh of electricity');

/** Evaporative cooling takes up to two litres; power plants and reservoirs of a country 0.2 to some twenty. */
export const onSiteLitresPerKilowattHour = between(0, 5, 'litres per kWh of the servers');
export const offSiteLitresPerKilowattHour = between(
  0.1,
  40,
  'litres consumed per kWh generated, one to twenty in most countries',
);

/** Of two things, how many times one is the other; a factor that leaves all open is none. */
export const spreadFactor = between(1, 5, 'a factor between a mean and its bounds');

/** Reports shares that do not add up to 1, with what they do add up to. */
export function sharesAddUp(shares: readonly number[], context: z.RefinementCtx): void {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) < 1e-9) return;
  const message = `expected shares that add up to 1, not to ${Number(sum.toPrecision(6))}`;
  context.addIssue({ code: 'custom', message });
}
