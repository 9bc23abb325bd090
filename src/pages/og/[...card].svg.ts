import type { APIRoute, GetStaticPaths } from 'astro';
import { cardSvg } from '../../components/sharing/card-picture.ts';
import { cardsOf } from '../../components/sharing/link-cards.ts';
import type { CardProps } from '../../components/sharing/RangeCard.tsx';
import { shownSince } from '../../published/archive/history.ts';
import { currentChoices, currentLandmarks, currentRelease } from '../../release/current.ts';

interface Props {
  card: CardProps;
}

export const getStaticPaths: GetStaticPaths = () =>
  cardsOf(currentRelease().release, {
    since: ({ id }) => shownSince(id),
    choices: currentChoices(),
    landmarks: currentLandmarks(),
    site: new URL(import.meta.env.SITE),
  }).map(([card, props]) => ({
    params: { card },
    props: { card: props } satisfies Props,
  }));

/** The same picture as a drawing, for whoever sets it into a page of their own. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(`${cardSvg(props.card)}\n`, { headers: { 'Content-Type': 'image/svg+xml' } });
