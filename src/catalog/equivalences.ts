import * as z from 'zod';
import { HowKnown, SourceId } from './source.ts';

/** Everyday things that give a sense of an amount; nothing is estimated with them. */

/** Path of the equivalences from the project's root. */
export const EQUIVALENCES_FILE = 'data/factors/equivalences.yaml';

const Equivalence = z.strictObject({
  /** What is counted, in the plural: "kilometres in an average petrol car". */
  what: z.string().min(1),
  /** Emissions, or electricity for what runs on it. */
  counts: z.enum(['gramsCO2e', 'wattHours']),
  /** What one of it takes, in that unit. */
  perUnit: z.number().positive().max(1e6),
  year: z.int().min(2015).max(2100),
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  note: z.string().min(1),
});
export type Equivalence = z.infer<typeof Equivalence>;

/** data/factors/equivalences.yaml */
export const EquivalencesFile = z.record(z.string(), Equivalence);
export type EquivalencesFile = z.infer<typeof EquivalencesFile>;
