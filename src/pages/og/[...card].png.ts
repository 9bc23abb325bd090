import type { APIRoute, GetStaticPaths } from 'astro';
import { cardPicture } from '../../components/sharing/card-picture.ts';
import { cardsOf } from '../../components/sharing/link-cards.ts';
import { currentChoices, currentLandmarks, currentRelease } from '../../release/current.ts';

interface Props {
  picture: ReturnType<typeof cardPicture>;
}

/** All are begun here, since drawing runs beside everything else. */
export const getStaticPaths: GetStaticPaths = () =>
  cardsOf(currentRelease().release, {
    choices: currentChoices(),
    landmarks: currentLandmarks(),
    site: new URL(import.meta.env.SITE),
  }).map(([card, props]) => ({
    params: { card },
    props: { picture: cardPicture(props) } satisfies Props,
  }));

/** The picture that a link to a page is shown with. */
export const GET: APIRoute<Props> = async ({ props }) => new Response(await props.picture);
