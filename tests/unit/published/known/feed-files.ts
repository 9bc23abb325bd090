import * as z from 'zod';
import type { Range } from '../../../../src/estimation/ranges.ts';
import { figureText } from '../../../../src/published/archive/change-words.ts';
import { currentTraining } from '../../../../src/release/training.ts';
import { quantityText } from '../../../../src/text/numbers.ts';
import { SITE } from '../routes.ts';
import { numbersIn, twoDigitsOf } from '../written.ts';
import { type KnownFiles, saying } from './known-file.ts';
import { ARCHIVED } from './release-files.ts';

/** The most that the feed of all changed figures holds. */
const SHOWN = 200;

const MEANING = 'gCO2e per 1000 output tokens: the median, and in brackets the 5th to the 95th';

/** A range as it stands in a feed: central, low, high; or that there is none. */
type Shown = readonly number[] | 'no estimate';

const shown = (range: Range | undefined): Shown =>
  range === undefined ? 'no estimate' : twoDigitsOf(range);

/** Every release after the first with its changes in the digits that are shown, the latest first. */
const CHANGES = ARCHIVED.slice(1)
  .map(({ record, models: after }, position) => {
    const { models: before, record: last } = ARCHIVED[position] ?? { models: after, record };
    const ids = [...new Set([...after.keys(), ...before.keys()])];
    const pairs = ids.map((id) => {
      const [was, is] = [before.get(id), after.get(id)];
      return { id, named: is ?? was, was: gramsOf(was), is: gramsOf(is) };
    });
    return { record, last, pairs };
  })
  .toReversed();

function gramsOf(model: { perThousandOutputTokens: { gramsCO2e: Range } } | undefined) {
  return model?.perThousandOutputTokens.gramsCO2e;
}

const ITEMS = CHANGES.flatMap(({ record, last, pairs }) =>
  pairs
    .filter(({ was, is }) => String(shown(was)) !== String(shown(is)))
    .toSorted((a, b) => distance(b) - distance(a))
    .map(({ id, named, was, is }) => ({
      maker: named?.maker,
      item: {
        id: new URL(`/releases/${record.release}/#${id}`, SITE).href,
        url: new URL(`/models/${id}/`, SITE).href,
        day: record.published,
        name: named?.name,
        title: [shown(was), shown(is)],
        text: [shown(was), shown(is)],
        rest: saying(
          new RegExp(`^${MEANING} percentile\\.`),
          new RegExp(`Release ${record.release}\\. Reason: \\w`),
          ...(was && is ? methodWords(last, record) : []),
        ),
      },
    })),
);

/** How far a median moved on a logarithmic scale; models that came or went stand first. */
function distance({ was, is }: { was: Range | undefined; is: Range | undefined }): number {
  return was && is ? Math.abs(Math.log(is.central / was.central)) : Number.MAX_VALUE;
}

type Versioned = (typeof ARCHIVED)[number]['record'];

function methodWords(last: Versioned, next: Versioned): RegExp[] {
  return last.methodVersion === next.methodVersion
    ? []
    : [new RegExp(`\\bmethod ${next.methodVersion} instead of ${last.methodVersion}\\b`)];
}

/** What the feed of releases says of each, the latest first. */
const RELEASES = ARCHIVED.toReversed().map(({ record, models }) => {
  const change = CHANGES.find((one) => one.record === record);
  const address = new URL(`/releases/${record.release}/`, SITE).href;
  return {
    id: address,
    url: address,
    day: record.published,
    title: `Release ${record.release}`,
    text: saying(
      new RegExp(`^OpenRouter’s list of ${record.date}, method ${record.methodVersion},`),
      new RegExp(` ${models.size} models with an estimate\\.`),
      ...(change === undefined ? [] : [movedWords(change), ...methodWords(change.last, record)]),
    ),
  };
});

function movedWords({ last, record, pairs }: (typeof CHANGES)[number]): RegExp {
  const both = pairs.filter(({ was, is }) => was !== undefined && is !== undefined);
  const moved = both.filter(({ was, is }) => figureText(was) !== figureText(is));
  const came = pairs.filter(({ was }) => was === undefined);
  const went = pairs.filter(({ is }) => is === undefined);
  const differ = pairs.some(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is));
  if (!differ && last.methodVersion === record.methodVersion) {
    return /(no published figure|No input of the figures changed)\.$/;
  }
  const models =
    came.length + went.length === 0
      ? ''
      : `; ${came.length} ${came.length === 1 ? 'model' : 'models'} came, ${went.length} went`;
  return new RegExp(
    ` ${moved.length} of ${both.length} figures moved in the digits that are shown${models}\\.$`,
  );
}

const JsonFeed = z.object({
  feed_url: z.string(),
  description: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      content_html: z.string(),
      date_modified: z.string(),
    }),
  ),
});

/** A feed in either of its forms. */
function readFeed(text: string) {
  if (!text.startsWith('<')) {
    const { feed_url: address, description, items } = JsonFeed.parse(JSON.parse(text));
    return {
      address,
      description,
      items: items.map(({ id, url, title, content_html: content, date_modified: date }) =>
        readItem({ id, url, title, content, date }),
      ),
    };
  }
  const [head = '', ...items] = text.split('<item>');
  const inside = (xml: string, tag: string) =>
    new RegExp(`<${tag}[^>]*>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${tag}>`, 's').exec(xml)?.[1] ??
    '';
  return {
    address: /<atom:link href="([^"]+)"/.exec(head)?.[1],
    description: inside(head, 'description'),
    items: items.map((xml) =>
      readItem({
        id: inside(xml, 'guid'),
        url: inside(xml, 'link'),
        title: inside(xml, 'title'),
        content: inside(xml, 'description'),
        date: inside(xml, 'pubDate'),
      }),
    ),
  };
}

const FIGURE = String.raw`no estimate|[\d.\u202f]+ \([\d.\u202f]+–[\d.\u202f]+\)`;
const CHANGED = new RegExp(`^(?<name>.+): (?<was>${FIGURE}) → (?<is>${FIGURE})$`);
const TOLD = new RegExp(
  `^Before: (?<was>${FIGURE})\\. Now: (?<is>${FIGURE})\\. Unit: (?<rest>.+)$`,
);

/** An entry, its figures as numbers where it is about a changed figure. */
function readItem(item: Record<'id' | 'url' | 'title' | 'content' | 'date', string>) {
  const { id, url, title, content } = item;
  const day = new Date(item.date).toISOString().replace('T00:00:00.000Z', '');
  const titled = CHANGED.exec(title)?.groups;
  const told = TOLD.exec(content)?.groups;
  if (titled === undefined || told === undefined) return { id, url, day, title, text: content };
  const figures = ({ was = '', is = '' }: Record<string, string>) =>
    [was, is].map((figure) => (figure === 'no estimate' ? figure : numbersIn(figure)));
  return {
    id,
    url,
    day,
    name: titled.name,
    title: figures(titled),
    text: figures(told),
    rest: told.rest,
  };
}

/** What the feed of training runs says: of the hundred models that were published last. */
function trainingFeed(address: string) {
  const { runs, version } = currentTraining();
  const latest = runs.toSorted((a, b) => b.published.localeCompare(a.published)).slice(0, 100);
  return {
    address,
    description: /tCO2e of the final run.*Not inference\. Estimates, not measurements\.$/,
    items: latest.map(({ id, published, facility }) => ({
      id: new URL(`/training/runs/${id}/`, SITE).href,
      url: new URL(`/training/runs/${id}/`, SITE).href,
      day: published,
      title: saying(/^Training of .+ tCO2e \(.+\)$/, numberIn(facility.tonnesCO2e.central)),
      text: saying(new RegExp(`published on ${published}`), new RegExp(`${version}\\.$`)),
    })),
  };
}

/** A number of two digits as it is written, whatever its thousands are parted by. */
function numberIn(value: number): RegExp {
  const [digits = ''] = quantityText(value).split(' ');
  return new RegExp(digits.replaceAll('.', '\\.'));
}

export const FEED_FILES: KnownFiles = {
  '/feeds/[...feed]': {
    read: readFeed,
    expected: ({ feed = '' }) => {
      const address = new URL(`/feeds/${feed}`, SITE).href;
      const [, name = '', maker] = /^([^/]+?)(?:\/(.+))?\.(?:xml|json)$/.exec(feed) ?? [];
      if (name === 'training') return trainingFeed(address);
      if (name === 'releases') return { address, description: /\w/, items: RELEASES };
      const items = ITEMS.filter((one) => maker === undefined || one.maker === maker);
      return {
        address,
        description: new RegExp(`${MEANING} percentile\\. Estimates, not measurements\\.$`),
        items: (maker === undefined ? items.slice(0, SHOWN) : items).map(({ item }) => item),
      };
    },
  },
};
