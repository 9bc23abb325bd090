import { shownSince } from '../../published/archive/history.ts';
import { currentChoices, currentLandmarks, currentRelease } from '../../release/current.ts';
import { once } from '../../release/once.ts';
import { cardsOf } from './link-cards.ts';

/** The cards of all pages of this build, by their names, made once. */
export const currentCards = once(() =>
  cardsOf(currentRelease().release, {
    since: ({ id }) => shownSince(id),
    choices: currentChoices(),
    landmarks: currentLandmarks(),
    site: new URL(import.meta.env.SITE),
  }),
);
