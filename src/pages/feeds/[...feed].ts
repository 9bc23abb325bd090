import type { APIRoute, GetStaticPaths } from 'astro';
import type { Feed } from 'feed';
import {
  changesFeed,
  FEED_FORMS,
  type FeedForm,
  feedText,
  makerFeed,
  releasesFeed,
  trainingFeed,
} from '../../published/archive/feeds.ts';
import { currentHistory, type History, leftMakers } from '../../published/archive/history.ts';
import { currentRelease } from '../../release/current.ts';
import { makersOf } from '../../release/makers.ts';
import { currentTraining } from '../../release/training.ts';

interface Props {
  form: FeedForm;
  make: (history: History, site: URL) => Feed;
}

/** Releases, changed figures, and the changed figures of each maker; each as RSS and JSON Feed. */
export const getStaticPaths: GetStaticPaths = () => {
  const { data, release } = currentRelease();
  // Every maker with a page, and those whose last model has left the list.
  const names = new Map([
    ...leftMakers(new Set()).flatMap(([maker, [one]]) =>
      one === undefined ? [] : [[maker, one.model.makerName] as const],
    ),
    ...makersOf(release, data).map(({ id, name }) => [id, name] as const),
  ]);
  const feeds: { name: string; make: Props['make'] }[] = [
    { name: 'releases', make: releasesFeed },
    { name: 'changes', make: changesFeed },
    { name: 'training', make: (_, site) => trainingFeed(currentTraining(), site) },
    ...[...names].map(([maker, name]) => ({
      name: `providers/${maker}`,
      make: (history: History, site: URL) => makerFeed(history, { maker, name }, site),
    })),
  ];
  return feeds.flatMap(({ name, make }) =>
    FEED_FORMS.map((form) => ({ params: { feed: `${name}.${form}` }, props: { form, make } })),
  );
};

export const GET: APIRoute<Props> = ({ props: { form, make }, site }) => {
  if (site === undefined)
    throw new Error('A feed needs the site’s address: set `site` in astro.config.mjs.');
  return new Response(feedText(make(currentHistory(), site), form));
};
