import type { ModelFacts } from './maker.ts';

/** Why a model has no size here: its maker keeps it to itself, or nobody has written it down yet. */
export function unknownSize(
  weights: ModelFacts['weights'],
): 'undisclosed' | 'not recorded here yet' {
  return weights === 'closed' ? 'undisclosed' : 'not recorded here yet';
}
