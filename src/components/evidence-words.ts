import type { EvidenceTier } from '../estimation/tier.ts';

/** What each evidence tier says about a model, in a sentence's words. */
export const EVIDENCE_MEANING: Readonly<Record<EvidenceTier, string>> = {
  measured:
    'the accelerator energy of this very model has been measured, on known hardware and load',
  architecture: 'its full architecture is published, but its energy has not been measured',
  parameters: 'only its active and total parameters are known',
  price: 'its size is undisclosed; energy is inferred from its list price',
};
