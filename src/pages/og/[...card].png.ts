import type { APIRoute, GetStaticPaths } from 'astro';
import { cardPicture, drawCards } from '../../components/sharing/card-picture.ts';
import { currentCards } from '../../components/sharing/current-cards.ts';
import type { CardProps } from '../../components/sharing/RangeCard.tsx';

interface Props {
  card: CardProps;
}

/** Drawing is begun here, for all, since it runs beside everything else. */
export const getStaticPaths: GetStaticPaths = () => {
  const cards = currentCards();
  drawCards(cards.map(([, card]) => card));
  return cards.map(([card, props]) => ({
    params: { card },
    props: { card: props } satisfies Props,
  }));
};

/** The picture that a link to a page is shown with. */
export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await cardPicture(props.card));
