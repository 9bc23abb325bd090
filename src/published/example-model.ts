import { currentRelease } from '../release/current.ts';

/** A model that most readers know. */
const KNOWN_TO_MOST = 'openai/gpt-5';

/** The model that examples are of: one that most know, or another where that has left the list. */
export function exampleModel(): string {
  const { models } = currentRelease().release;
  return (models.find(({ id }) => id === KNOWN_TO_MOST) ?? models[0])?.id ?? KNOWN_TO_MOST;
}
