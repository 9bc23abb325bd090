import { shownSince } from '../../published/archive/history.ts';
import { currentChoices, currentLandmarks, currentRelease } from '../../release/current.ts';
import { cardsOf } from './link-cards.ts';

/** The cards of all pages of this build, by their names. */
export function currentCards(): ReturnType<typeof cardsOf> {
  return cardsOf(currentRelease().release, {
    since: ({ id }) => shownSince(id),
    choices: currentChoices(),
    landmarks: currentLandmarks(),
    site: new URL(import.meta.env.SITE),
  });
}
