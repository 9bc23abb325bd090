import { shownSince } from '../../published/archive/history.ts';
import { currentChoices, currentLandmarks, currentRelease } from '../../release/current.ts';
import { cardsOf } from './link-cards.ts';

let cards: ReturnType<typeof cardsOf> | undefined;

/** The cards of all pages of this build, by their names, made once. */
export function currentCards(): ReturnType<typeof cardsOf> {
  cards ??= cardsOf(currentRelease().release, {
    since: ({ id }) => shownSince(id),
    choices: currentChoices(),
    landmarks: currentLandmarks(),
    site: new URL(import.meta.env.SITE),
  });
  return cards;
}
