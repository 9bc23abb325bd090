import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { movedFigures, movedSentence } from '../../../src/components/releases/moved.ts';
import type { ArchivedIndex } from '../../../src/published/archive/archived-index.ts';
import {
  changeSentence,
  evidenceText,
  figureText,
  stepText,
  visibleChanges,
} from '../../../src/published/archive/change-words.ts';
import {
  changesFeed,
  feedText,
  makerFeed,
  releasesFeed,
} from '../../../src/published/archive/feeds.ts';
import type { History } from '../../../src/published/archive/history.ts';
import { inputWords } from '../../../src/published/archive/input-words.ts';
import type { FigureChange, ReleaseChange } from '../../../src/published/archive/release-change.ts';

const index = (release: string, methodVersion: string): ArchivedIndex => ({
  release,
  date: '2026-08-22',
  methodVersion,
  inputs: {},
  models: [],
  notEstimated: [],
});
const figure = (more: Partial<FigureChange> = {}): FigureChange => ({
  id: 'maker/model',
  name: 'Maker: Model',
  maker: 'maker',
  makerName: 'Maker',
  before: { low: 0.1, central: 0.2, high: 0.7 },
  after: { low: 0.3, central: 0.4, high: 0.9 },
  factor: 2,
  reasons: ['method 1.2 instead of 1.1', 'measurements'],
  ...more,
});
const came = figure({ id: 'maker/new', before: undefined, factor: undefined });
const went = figure({ id: 'maker/old', after: undefined, factor: undefined });
const change = (more: Partial<ReleaseChange> = {}): ReleaseChange => ({
  from: index('r1', '1.1'),
  to: index('r2', '1.2'),
  methodChanged: true,
  inputs: ['data/measurements/mlenergy-v3.csv'],
  figures: [...['a', 'b', 'c', 'd'].map((id) => figure({ id })), came, went, went],
  unchanged: 12_000,
  tiers: [],
  ...more,
});

test('a figure is its median with low and high, or none', () => {
  expect(figureText(figure().after)).toBe('0.40 (0.30–0.90)');
  expect(figureText(undefined)).toBe('no estimate');
});

test('evidence is said as it was before only where it is another', () => {
  expect(evidenceText('price', 'parameters')).toBe('price -> parameters');
  expect(evidenceText('price', 'price')).toBe('price');
  expect(evidenceText(undefined, 'measured')).toBe('measured');
  expect(evidenceText('price', undefined)).toBe('price -> none');
});

test('what changed between two releases is said with how many figures moved, came and went', () => {
  expect(changeSentence(change())).toBe(
    'What changed: method 1.2 instead of 1.1 and measurements. 4 of 12\u202f004 figures moved in the digits that are shown; 1 model came, 2 went.',
  );
  expect(
    changeSentence(change({ methodChanged: false, inputs: [], figures: [], unchanged: 7 })),
  ).toBe('No input of the figures changed.');
  // Notes and sources stand in the same files as numbers.
  expect(changeSentence(change({ methodChanged: false, figures: [], unchanged: 7 }))).toBe(
    'Only files differ (measurements), no published figure.',
  );
  expect(changeSentence(change({ methodChanged: false }))).toMatch(
    /^What changed: measurements\. /,
  );
  expect(changeSentence(change({ inputs: ['data/openrouter/models.json'] }))).toContain(
    'OpenRouter’s model list and prices (of the same day, read again).',
  );
});

test('a figure that reads as before has not moved, wherever steps are counted', () => {
  const { before } = figure();
  const hidden = figure({ id: 'e', after: before && { ...before, central: 0.2001 } });
  const one = change({ figures: [figure(), hidden, went] });
  expect(changeSentence(one)).toMatch(/ 1 of 12\u202f002 figures moved in the digits/);
  expect(stepText(one)).toBe('1 figure moved, 1 model went');
  expect(stepText(change({ figures: [went, went] }))).toBe('no figure moved, 2 models went');
});

test.each([
  [['data/models/a.yaml'], undefined, ['records of 1 maker']],
  [['data/models/a.yaml', 'data/models/b.yaml'], undefined, ['records of 2 makers']],
  [['data/models/a.yaml', 'data/models/b.yaml'], 'b', ['the maker’s record']],
  [['data/models/a.yaml'], 'b', []],
  [['data/hosts/a.yaml'], 'b', ['the record of the host a']],
  [['data/hosts/a.yaml', 'data/hosts/b.yaml'], undefined, ['the records of the hosts a and b']],
  [
    ['a', 'b', 'c', 'd'].map((slug) => `data/hosts/${slug}.yaml`),
    undefined,
    ['records of 4 hosts'],
  ],
  [
    ['data/openrouter/models.json', 'npm:@tgwf/co2', 'data/factors/new.yaml'],
    undefined,
    ['OpenRouter’s model list and prices', 'grid intensities', 'data/factors/new.yaml'],
  ],
  [
    ['data/sources.yaml', 'data/openrouter/usage.json', 'data/factors/equivalences.yaml'],
    undefined,
    [],
  ],
])('changed inputs are named for readers: %o of %s', (changed, maker, words) => {
  expect(inputWords(changed, maker)).toEqual(words);
});

test('a change is visible where a shown digit of median, low or high differs', () => {
  const from = { low: 0.1, central: 0.2, high: 0.7 };
  const to = (more: object) => figure({ before: from, after: { ...from, ...more } });
  const seen = [to({ central: 0.21 }), to({ low: 0.11 }), to({ high: 0.71 }), came, went];
  const unseen = [to({}), to({ central: 0.2001, low: 0.10001 })];
  expect(visibleChanges(change({ figures: [...unseen, ...seen] }))).toEqual(seen);
});

describe('a feed', () => {
  const site = new URL('https://index.example');
  const file = { bytes: 1, sha256: '' };
  const known = (release: string, published: string | undefined, estimated: number) => ({
    release,
    date: `2026-08-${release.slice(1)}`,
    methodVersion: `1.${release.slice(1)}`,
    published,
    estimated,
    notEstimated: 30,
    files: { 'index.json': file, 'index.csv': file },
    texts: { 'index.json': '', 'index.csv': '' },
    index: index(release, '1.1'),
  });
  const twice = change({
    from: index('r10', '1.1'),
    to: index('r11', '1.2'),
    figures: [
      figure({ id: 'maker/twice' }),
      figure({ id: 'other/half', maker: 'other', factor: 0.1 }),
      figure({ id: 'maker/thrice', factor: 3 }),
      went,
      figure({ id: 'maker/unseen', after: figure().before, factor: 1 }),
    ],
  });
  const history: History = {
    releases: [
      known('r10', '2026-09-01', 300),
      known('r11', '2026-09-15', 12_000),
      known('r12', undefined, 5),
    ],
    changes: [twice, change({ from: index('r11', '1.2'), to: index('r12', '1.2') })],
  };
  const Json = z.object({
    title: z.string(),
    feed_url: z.string(),
    home_page_url: z.string(),
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
  const read = (feed: ReturnType<typeof releasesFeed>) =>
    Json.parse(JSON.parse(feedText(feed, 'json')));
  const meaning =
    'gCO2e per 1000 output tokens: the median, and in brackets the 5th to the 95th percentile. Estimates, not measurements.';

  test('of releases has the published ones, the latest first, with list, method, count and change', () => {
    const { title, feed_url, home_page_url, items } = read(releasesFeed(history, site));
    expect([title, feed_url, home_page_url]).toEqual([
      'Releases of the LLM Carbon Index',
      'https://index.example/feeds/releases.json',
      'https://index.example/releases/',
    ]);
    expect(items).toEqual([
      {
        id: 'https://index.example/releases/r11/',
        url: 'https://index.example/releases/r11/',
        title: 'Release r11',
        content_html: `OpenRouter’s list of 2026-08-11, method 1.11, 12\u202f000 models with an estimate. ${changeSentence(twice)}`,
        date_modified: '2026-09-15T00:00:00.000Z',
      },
      {
        id: 'https://index.example/releases/r10/',
        url: 'https://index.example/releases/r10/',
        title: 'Release r10',
        content_html: 'OpenRouter’s list of 2026-08-10, method 1.10, 300 models with an estimate.',
        date_modified: '2026-09-01T00:00:00.000Z',
      },
    ]);
  });

  test('of changes has what readers see change in published releases, what moved furthest first', () => {
    const { title, feed_url, description, items } = read(changesFeed(history, site));
    expect(title).toBe('Changed figures of the LLM Carbon Index');
    expect(feed_url).toBe('https://index.example/feeds/changes.json');
    expect(description).toBe(
      `Figures that differ from the release before, at most the 200 that moved furthest. ${meaning}`,
    );
    expect(items.map(({ id }) => id.split('#')[1])).toEqual([
      'maker/old',
      'other/half',
      'maker/thrice',
      'maker/twice',
    ]);
    expect(items[2]).toEqual({
      id: 'https://index.example/releases/r11/#maker/thrice',
      url: 'https://index.example/models/maker/thrice/',
      title: 'Maker: Model: 0.20 (0.10–0.70) → 0.40 (0.30–0.90)',
      content_html: `Before: 0.20 (0.10–0.70). Now: 0.40 (0.30–0.90). Unit: ${meaning} Release r11. Reason: method 1.2 instead of 1.1; measurements.`,
      date_modified: '2026-09-15T00:00:00.000Z',
    });
    expect(items[0]).toMatchObject({
      url: 'https://index.example/models/maker/old/',
      title: 'Maker: Model: 0.20 (0.10–0.70) → no estimate',
    });
  });

  test('of changes holds no more than it says', () => {
    const figures = Array.from({ length: 250 }, (_, at) =>
      figure({ id: `maker/m${at}`, factor: at + 2 }),
    );
    const { items } = read(changesFeed({ ...history, changes: [{ ...twice, figures }] }, site));
    expect(items).toHaveLength(200);
    expect(items[0]?.id).toContain('#maker/m249');
  });

  test('of a maker has its models alone, and its name', () => {
    const { title, description, items } = read(
      makerFeed(history, { maker: 'other', name: 'Others' }, site),
    );
    expect(title).toBe('Others in the LLM Carbon Index');
    expect(description).toBe(
      `Figures of Others’s models that differ from the release before. ${meaning}`,
    );
    expect(items.map(({ id }) => id)).toEqual(['https://index.example/releases/r11/#other/half']);
  });

  test('as RSS says when something was last published, and where both forms are', () => {
    const xml = feedText(makerFeed(history, { maker: 'other', name: 'Others' }, site), 'xml');
    expect(xml).toContain('<lastBuildDate>Tue, 15 Sep 2026 00:00:00 GMT</lastBuildDate>');
    expect(xml).toContain(
      '<atom:link href="https://index.example/feeds/providers/other.xml" rel="self"',
    );
    expect(xml.startsWith('<?xml')).toBe(true);
    expect(xml.endsWith('\n')).toBe(true);
    expect(xml).toContain('<link>https://index.example/releases/</link>');
    expect(xml).toContain('<language>en</language>');
    expect(xml).toContain('<generator>LLM Carbon Index</generator>');
    const later = { ...history, releases: [...history.releases, known('r13', '2026-10-01', 3)] };
    expect(feedText(changesFeed(later, site), 'xml')).toContain(
      '<lastBuildDate>Thu, 01 Oct 2026 00:00:00 GMT</lastBuildDate>',
    );
    const unpublished = { ...history, releases: [known('r10', undefined, 3)], changes: [] };
    expect(feedText(releasesFeed(unpublished, site), 'xml')).toContain(
      '<lastBuildDate>Mon, 10 Aug 2026 00:00:00 GMT</lastBuildDate>',
    );
  });
});

test('what moved stands with why, once where it is common to all, and those that moved furthest first', () => {
  const all = 'method 1.2 instead of 1.1';
  const figures = movedFigures(
    change({
      figures: [
        figure({ id: 'a', factor: 1.1, reasons: [all] }),
        figure({ id: 'b', factor: 0.2, reasons: [all, 'the maker’s record'] }),
        { ...came, reasons: ['new on OpenRouter’s list'] },
        { ...went, reasons: ['listed without an estimate now (It answers with images)'] },
        figure({ id: 'c', before: figure().after, factor: 1, reasons: [all] }),
      ],
    }),
  );
  expect(figures.moved.map((one) => [one.figure.id, one.own])).toEqual([
    ['b', ['the maker’s record']],
    ['a', []],
    ['maker/new', ['new on OpenRouter’s list']],
    ['maker/old', ['listed without an estimate now (It answers with images)']],
  ]);
  expect(figures.common).toEqual([all]);
  expect(new Map(figures.reasons)).toEqual(
    new Map([
      ['the maker’s record', 1],
      ['new on OpenRouter’s list', 1],
      ['listed without an estimate now', 1],
    ]),
  );
  expect(movedSentence(figures)).toBe(
    '2 figures moved in the digits that are shown, 1 model came, 1 went.',
  );
  expect(movedSentence(movedFigures(change({ figures: [] })))).toMatch(/^no figure moved/);
  const { before } = figure();
  const atEnd = figure({ after: before && { ...before, high: 2 * before.high } });
  expect(movedSentence(movedFigures(change({ figures: [atEnd, figure()] })))).toBe(
    '2 figures moved in the digits that are shown, 1 of them only at an end of the range.',
  );
});
