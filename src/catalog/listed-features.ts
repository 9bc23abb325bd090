import type { Feature } from '../library/model-needs.ts';
import type { ListedModel } from './snapshot.ts';

/** What an entry of the list can be asked to do, besides text in and text out. */
export function featuresOf(
  listed: Pick<ListedModel, 'supportsTools' | 'supportsReasoning' | 'inputModalities'>,
): Feature[] {
  return [
    ...(listed.supportsTools ? (['tools'] as const) : []),
    ...(listed.supportsReasoning ? (['reasoning'] as const) : []),
    ...(listed.inputModalities.includes('image') ? (['images'] as const) : []),
  ];
}
