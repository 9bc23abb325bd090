import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { visibleChanges } from '../../../src/published/archive/change-words.ts';
import {
  changesFeed,
  feedText,
  makerFeed,
  releasesFeed,
} from '../../../src/published/archive/feeds.ts';
import { currentHistory } from '../../../src/published/archive/history.ts';

const site = new URL('https://index.example');
const history = currentHistory();
const archived = history.releases.filter(({ published }) => published !== undefined);

const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  language: z.literal('en'),
  feed_url: z.url(),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      content_html: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
    }),
  ),
});

const itemsOf = (text: string) => JsonFeed.parse(JSON.parse(text)).items;

const moved = ({ before, after }: { before?: object | undefined; after?: object | undefined }) =>
  before !== undefined && after !== undefined;

describe('the feeds', () => {
  test('stay XML whatever a name holds', () => {
    const change = history.changes.find((one) => visibleChanges(one).length > 0);
    const [figure] = change?.figures ?? [];
    const name = 'a\u0000\u0008\ud800\ufffe]]>b';
    const named = { ...history, changes: [{ ...change!, figures: [{ ...figure!, name }] }] };
    const xml = feedText(changesFeed(named, site), 'xml');
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/u);
    expect(xml).not.toContain('a]]>b');
  });

  test('name every archived release, the latest first, on the day of its archiving', () => {
    const items = itemsOf(feedText(releasesFeed(history, site), 'json'));
    expect(items.map(({ title }) => title)).toEqual(
      archived.toReversed().map(({ release }) => `Release ${release}`),
    );
    expect(items[0]?.date_published).toContain(archived.at(-1)?.published);
  });

  test('say of a changed figure what it was, what it is, and why', () => {
    // The figures of a release that is not archived yet stand in no feed.
    const last = history.changes.findLast(
      (change) =>
        archived.some(({ release }) => release === change.to.release) &&
        visibleChanges(change).some(moved),
    );
    const { id, name, maker, makerName } = visibleChanges(last!).find(moved)!;
    const feed = makerFeed(history, { maker, name: makerName }, site);
    const address = `https://index.example/releases/${last!.to.release}/#${id}`;
    const item = itemsOf(feedText(feed, 'json')).find((one) => one.id === address);
    expect(item?.title).toContain(`${name}: `);
    expect(item?.url).toBe(`https://index.example/models/${id}/`);
    expect(item?.title).toMatch(/: [\d.]+ \([\d.]+–[\d.]+\) → [\d.]+ \([\d.]+–[\d.]+\)$/);
    expect(item?.content_html).toMatch(/gCO2e per 1000 output tokens.+Reason: \S.+\./s);
  });

  test('hold a model of one maker in no other maker’s feed', () => {
    const maker = { maker: 'mistralai', name: 'Mistral' };
    const items = itemsOf(feedText(makerFeed(history, maker, site), 'json'));
    expect(items.length).toBeGreaterThan(0);
    for (const { id } of items) expect(id).toContain('#mistralai/');
  });

  test('pass over changes that nobody sees in the digits shown', () => {
    const [change] = history.changes;
    const shown = visibleChanges(change!);
    expect(shown.length).toBeLessThanOrEqual(change!.figures.length);
    const texts = itemsOf(feedText(changesFeed(history, site), 'json')).map(({ title }) =>
      title.slice(title.lastIndexOf(': ') + 2).split(' → '),
    );
    expect(texts.length).toBeGreaterThan(0);
    for (const [before, after] of texts) expect(before).not.toBe(after);
  });

  test('are the same bytes on any day', () => {
    expect(feedText(changesFeed(history, site), 'xml')).toBe(
      feedText(changesFeed(history, site), 'xml'),
    );
    const days = feedText(releasesFeed(history, site), 'xml').match(
      /<(pubDate|lastBuildDate)>[^<]+/g,
    );
    for (const day of days ?? []) expect(day).toMatch(/00:00:00 GMT$/);
  });
});
