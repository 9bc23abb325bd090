/**
 * How much is known of a model, strongest first: its own architecture was measured; its
 * architecture is published; its parameters are known; only its price is.
 */
export const EVIDENCE_TIERS = ['measured', 'architecture', 'parameters', 'price'] as const;
export type EvidenceTier = (typeof EVIDENCE_TIERS)[number];

/** Evidence tiers as the methodology numbers them. */
export const TIER_NUMBER = {
  measured: '1',
  architecture: '2a',
  parameters: '2b',
  price: '3',
} as const satisfies Record<EvidenceTier, string>;
export type TierNumber = (typeof TIER_NUMBER)[EvidenceTier];
