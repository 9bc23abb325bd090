import * as z from 'zod';
import { HowKnown, SourceId } from './source.ts';

/** How an input of the estimate is known; every drawn one carries this. */
export const FactorBasis = {
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  note: z.string(),
};
