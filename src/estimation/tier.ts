/**
 * How much is known of a model, strongest first: its own architecture was measured; its
 * architecture is published; its parameters are known; only its price is.
 */
export const EVIDENCE_TIERS = ['measured', 'architecture', 'parameters', 'price'] as const;
export type EvidenceTier = (typeof EVIDENCE_TIERS)[number];
