import type { PlaceFactors } from './facility.ts';

/** How far an estimate counts; each boundary holds all before it. */
export const BOUNDARIES = ['accelerators', 'server', 'facility', 'facilityAndEmbodied'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** The boundary of every published figure. */
export const PUBLISHED_BOUNDARY: Boundary = 'facilityAndEmbodied';

/** The factors of a place that count up to each boundary. Making hardware takes no electricity here. */
export const BOUNDARY_FACTORS = {
  accelerators: { grams: 'acceleratorsGrams', wattHours: 'acceleratorsWattHours' },
  server: { grams: 'serverGrams', wattHours: 'serverWattHours' },
  facility: { grams: 'facilityGrams', wattHours: 'facilityWattHours' },
  facilityAndEmbodied: { grams: 'facilityAndEmbodiedGrams', wattHours: 'facilityWattHours' },
} as const satisfies Record<Boundary, { grams: keyof PlaceFactors; wattHours: keyof PlaceFactors }>;
