import type { APIRoute, GetStaticPaths } from 'astro';
import { cardSvg } from '../../components/sharing/card-picture.ts';
import { currentCards } from '../../components/sharing/current-cards.ts';
import type { CardProps } from '../../components/sharing/RangeCard.tsx';

interface Props {
  card: CardProps;
}

export const getStaticPaths: GetStaticPaths = () =>
  currentCards().map(([card, props]) => ({
    params: { card },
    props: { card: props } satisfies Props,
  }));

/** The same picture as a drawing, for whoever sets it into a page of their own. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(`${cardSvg(props.card)}\n`, { headers: { 'Content-Type': 'image/svg+xml' } });
