import { Feed, type Item } from 'feed';
import type { Training } from '../../release/training.ts';
import { addressOn } from '../../site.ts';
import { countText, quantityText, rangeText } from '../../text/numbers.ts';
import { TRAINING_TIER_MEANING } from '../../text/training.ts';
import { changeSentence, figureText, visibleChanges } from './change-words.ts';
import type { History } from './history.ts';
import type { FigureChange, ReleaseChange } from './release-change.ts';

/** What readers can subscribe to; every date comes from the releases, none from the clock. */

/** A feed in both of its forms. */
export const FEED_FORMS = ['xml', 'json'] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

/** What each form calls itself where a page points to it. */
export const FEED_TYPES: Readonly<Record<FeedForm, string>> = {
  xml: 'application/rss+xml',
  json: 'application/feed+json',
};

/** So many changed figures stand in the feed of all of them: those that moved furthest. */
const CHANGES_SHOWN = 200;

/** So many training runs stand in the feed of them. */
const RUNS_SHOWN = 100;

const COPYRIGHT = 'CC BY 4.0; names: OpenRouter; grid: Electricity Maps, ODbL 1.0';
const MEANING =
  'gCO2e per 1000 output tokens: the median, and in brackets the 5th to the 95th percentile. Estimates, not measurements.';

/** A feed of all archived releases, the latest first. */
export function releasesFeed({ releases, changes }: History, site: URL): Feed {
  const feed = newFeed('Releases of the LLM Carbon Index', 'releases', site, {
    description: 'Every release, with how far it moved the figures.',
    updated: lastPublished(releases),
  });
  for (const { release, date, methodVersion, published, estimated } of releases.toReversed()) {
    if (published === undefined) continue;
    const change = changes.find(({ to }) => to.release === release);
    const about = `OpenRouter’s list of ${date}, method ${methodVersion}, ${countText(estimated)} models with an estimate.`;
    const address = addressOn(site, `/releases/${release}/`);
    feed.addItem({
      title: `Release ${release}`,
      id: address,
      link: address,
      ...datedOn(published),
      description: change === undefined ? about : `${about} ${changeSentence(change)}`,
    });
  }
  return feed;
}

/** A feed of the figures that changed, those of the latest release that moved furthest first. */
export function changesFeed(history: History, site: URL): Feed {
  const feed = newFeed('Changed figures of the LLM Carbon Index', 'changes', site, {
    description: `Figures that differ from the release before, at most the ${CHANGES_SHOWN} that moved furthest. ${MEANING}`,
    updated: lastPublished(history.releases),
  });
  for (const item of changeItems(history, site).slice(0, CHANGES_SHOWN)) feed.addItem(item);
  return feed;
}

/** A feed of the figures of one maker's models that changed. */
export function makerFeed(
  history: History,
  { maker, name }: { maker: string; name: string },
  site: URL,
): Feed {
  const feed = newFeed(`${name} in the LLM Carbon Index`, `providers/${maker}`, site, {
    description: `Figures of ${name}’s models that differ from the release before. ${MEANING}`,
    updated: lastPublished(history.releases),
  });
  for (const item of changeItems(history, site, maker)) feed.addItem(item);
  return feed;
}

/** A feed of training runs, those of the models that were published last. */
export function trainingFeed({ runs, version, date }: Training, site: URL): Feed {
  const feed = newFeed('Training in the LLM Carbon Index', 'training', site, {
    description: `What the training of the ${RUNS_SHOWN} models emitted that were published last: tCO2e of the final run, the median, and in brackets the 5th to the 95th percentile. Not inference. Estimates, not measurements.`,
    updated: dayOf(date),
    link: '/training/',
    copyright: 'CC BY 4.0; runs: Epoch AI, CC BY 4.0; grid: Electricity Maps, ODbL 1.0',
  });
  const latest = runs.toSorted((a, b) => b.published.localeCompare(a.published));
  for (const { id, name, makers, published, facility } of latest.slice(0, RUNS_SHOWN)) {
    const address = addressOn(site, `/training/runs/${id}/`);
    feed.addItem({
      title: `Training of ${name}: ${quantityText(facility.tonnesCO2e.central)} tCO2e (${rangeText(facility.tonnesCO2e)})`,
      id: address,
      link: address,
      ...datedOn(published),
      description: `${makers.join(', ')}, published on ${published}. What is known: ${TRAINING_TIER_MEANING[facility.tier]}. Training data ${version}.`,
    });
  }
  return feed;
}

/** A feed as the text of one of its forms. */
export function feedText(feed: Feed, form: FeedForm): string {
  return `${form === 'xml' ? feed.rss2().toWellFormed().replaceAll(NO_XML, '') : jsonFeed(feed)}\n`;
}

/** As JSON Feed 1.1, which adds a language to the version that the library writes. */
function jsonFeed(feed: Feed): string {
  const written: object = JSON.parse(feed.json1());
  return JSON.stringify(
    { ...written, version: 'https://jsonfeed.org/version/1.1', language: feed.options.language },
    null,
    4,
  );
}

/** What XML 1.0 forbids, escaped too: one such character in a name would break the whole feed. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function newFeed(
  title: string,
  name: string,
  site: URL,
  {
    description,
    updated,
    link = '/releases/',
    copyright = COPYRIGHT,
  }: { description: string; updated: Date; link?: string; copyright?: string },
): Feed {
  return new Feed({
    id: addressOn(site, `/feeds/${name}`),
    title,
    description,
    updated,
    link: addressOn(site, link),
    language: 'en',
    copyright,
    generator: 'LLM Carbon Index',
    feedLinks: {
      rss: addressOn(site, `/feeds/${name}.xml`),
      json: addressOn(site, `/feeds/${name}.json`),
    },
  });
}

function changeItems({ releases, changes }: History, site: URL, maker?: string): Item[] {
  const publishedOn = new Map(releases.map(({ release, published }) => [release, published]));
  return changes.toReversed().flatMap((change) => {
    const published = publishedOn.get(change.to.release);
    if (published === undefined) return [];
    const figures = change.figures.filter((one) => maker === undefined || one.maker === maker);
    return visibleChanges({ figures })
      .toSorted((a, b) => distance(b) - distance(a))
      .map((figure) => changeItem(figure, change, { published, site }));
  });
}

function changeItem(
  { id, name, before, after, reasons }: FigureChange,
  { to }: ReleaseChange,
  { published, site }: { published: string; site: URL },
): Item {
  return {
    title: `${name}: ${figureText(before)} → ${figureText(after)}`,
    id: addressOn(site, `/releases/${to.release}/#${id}`),
    link: addressOn(site, `/models/${id}/`),
    ...datedOn(published),
    description: `Before: ${figureText(before)}. Now: ${figureText(after)}. Unit: ${MEANING} Release ${to.release}. Reason: ${reasons.join('; ')}.`,
  };
}

/** How far a figure moved on a logarithmic scale; models that came or went stand first. */
function distance({ factor }: FigureChange): number {
  return factor === undefined ? Number.MAX_VALUE : Math.abs(Math.log(factor));
}

function lastPublished(releases: History['releases']): Date {
  const days = releases.flatMap(({ published }) => published ?? []);
  return dayOf(days.at(-1) ?? releases[0]?.date ?? '1970-01-01');
}

/** An entry is published once, and not changed after. */
function datedOn(day: string): Pick<Item, 'date' | 'published'> {
  return { date: dayOf(day), published: dayOf(day) };
}

function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
