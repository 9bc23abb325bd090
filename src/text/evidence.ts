import type { ModelFacts } from '../catalog/maker.ts';
import { unknownSize } from '../catalog/unknown-size.ts';
import type { EvidenceTier } from '../estimation/tier.ts';

/** What each evidence tier says about a model, in a sentence's words. */
export const EVIDENCE_MEANING: Readonly<Record<EvidenceTier, string>> = {
  measured:
    'the accelerator energy of this very model has been measured, on known hardware and load',
  architecture: 'its full architecture is published; no measurement of its own corrects the figure',
  parameters: 'only its active and total parameters are known',
  price: 'its size is undisclosed or not recorded here yet; energy is inferred from its list price',
};

/** Of a model whose weights nobody has seen, what it is built on is all that can be published. */
const BUILT_ON_AN_OPEN_ONE =
  'the architecture of the open model that it is said to be built on is published; no measurement of its own corrects the figure';

/** The same of one model, of which it is known whether its weights are open, and why it has no size. */
export function evidenceMeaning({
  evidence,
  weights,
}: {
  evidence: EvidenceTier;
  weights: ModelFacts['weights'];
}): string {
  if (evidence === 'price') {
    return `its size is ${unknownSize(weights)}; energy is inferred from its list price`;
  }
  return evidence === 'architecture' && weights === 'closed'
    ? BUILT_ON_AN_OPEN_ONE
    : EVIDENCE_MEANING[evidence];
}
