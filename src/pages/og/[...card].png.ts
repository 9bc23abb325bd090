import type { APIRoute, GetStaticPaths } from 'astro';
import { cardPicture, drawCards } from '../../components/sharing/card-picture.ts';
import { cardsOf } from '../../components/sharing/link-cards.ts';
import type { CardProps } from '../../components/sharing/RangeCard.tsx';
import { shownSince } from '../../published/archive/history.ts';
import { currentChoices, currentLandmarks, currentRelease } from '../../release/current.ts';

interface Props {
  card: CardProps;
}

/** Drawing is begun here, for all, since it runs beside everything else. */
export const getStaticPaths: GetStaticPaths = () => {
  const cards = cardsOf(currentRelease().release, {
    since: ({ id }) => shownSince(id),
    choices: currentChoices(),
    landmarks: currentLandmarks(),
    site: new URL(import.meta.env.SITE),
  });
  drawCards(cards.map(([, card]) => card));
  return cards.map(([card, props]) => ({
    params: { card },
    props: { card: props } satisfies Props,
  }));
};

/** The picture that a link to a page is shown with. */
export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await cardPicture(props.card));
