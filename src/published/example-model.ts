import { currentData, currentRelease } from '../release/current.ts';

/** A model that most readers know. */
const KNOWN_TO_MOST = 'openai/gpt-5';

/** The model that examples are of: one that most know, or another where that is not sold any more. */
export function exampleModel(): string {
  const known = currentData().modelList.models.find(({ id }) => id === KNOWN_TO_MOST);
  // A model with a list price has an estimate; whether others have one only the release tells.
  if ((known?.prices.outputUsdPerMillionTokens ?? 0) > 0) return KNOWN_TO_MOST;
  return currentRelease().release.models[0]?.id ?? KNOWN_TO_MOST;
}
