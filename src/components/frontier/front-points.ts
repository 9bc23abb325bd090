import type { FrontStep } from '../../estimation/frontier.ts';
import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import type { MassUnit } from '../../query/mass-unit.ts';

/** A model with its index, as the chart and the table have it. */
export interface RatedPoint {
  id: string;
  name: string;
  makerName: string;
  evidence: EvidenceTier;
  /** On the scale of the index, as listed. */
  quality: number;
  /** Whether many readers know it: it is named before others. */
  isWellKnown: boolean;
}

/** A model with its carbon. */
export interface FrontPoint extends RatedPoint {
  /** A mass of CO2e, or multiples of what all are held against. */
  carbon: Range;
  /** How often it is on the front; undefined for a model that does not compete. */
  probabilityOnFront: number | undefined;
}

/** Quality against carbon, as it is drawn. */
export interface DrawnFront {
  points: readonly FrontPoint[];
  /** Where the front lies, from the highest quality down. */
  steps: readonly FrontStep[];
  /** What the figures are multiples of, in words that follow “times”; undefined where they are masses. */
  heldAgainst?: string | undefined;
  /** What they are weighed in, where they are masses; grams where nothing is said. */
  unit?: MassUnit;
}
