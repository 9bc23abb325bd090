import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { MOST_CARD_ROWS } from '../../../src/components/sharing/CardRows.tsx';
import { cardPicture } from '../../../src/components/sharing/card-picture.ts';
import { CARD } from '../../../src/components/sharing/card-size.ts';
import {
  cardsOf,
  choiceCard,
  modelCard,
  PAGE_CARDS,
  SITE_CARD,
} from '../../../src/components/sharing/link-cards.ts';
import { pictureHtml, snippetsOf } from '../../../src/components/sharing/snippets.ts';
import { badgeOf, badgeSvg } from '../../../src/published/badge.ts';
import type { ReleasedChoice } from '../../../src/release/released-choices.ts';
import { release } from '../release/some-models.ts';

const range = { low: 0.018, central: 0.2, high: 2.2 };
const tokens = {
  gramsCO2e: range,
  wattHours: range,
  millilitresWater: range,
  acceleratorJoulesPerToken: range,
};

describe('a badge', () => {
  const badge = badgeOf({
    perThousandOutputTokens: tokens,
    emissionClass: { place: 3, of: 9, others: 7 },
  });

  test('never shows the median without its range, or a number without its unit', () => {
    expect(badge.message).toBe('0.20 (0.018–2.2), class 3 of 9');
    expect(badge.label).toBe('gCO2e per 1k output tokens');
    expect(badgeSvg(badge)).toContain('0.20 (0.018–2.2)');
  });
});

describe('the picture of a link', () => {
  const since = () => '2026-01-01-00000000';
  const card = {
    title: 'A model <of> & a name',
    line: 'Maker',
    foot: 'Release',
    address: 'example.org',
    figure: { range, evidence: 'price' as const, axis: { low: 0.01, high: 10 } },
  };

  test('of a model’s page shows its published range, its evidence, its method and the release that it holds since', () => {
    const cards = new Map(
      cardsOf(release, {
        since,
        choices: [],
        landmarks: release.models,
        site: new URL('https://example.org'),
      }),
    );
    for (const { id, evidence, perThousandOutputTokens: output } of release.models) {
      expect(cards.get(modelCard(id)), id).toMatchObject({
        figure: { range: output.gramsCO2e, evidence },
        line: expect.stringContaining(evidence),
        address: `example.org/models/${id}/`,
        foot: expect.stringContaining(`Since release ${since()}, method ${release.methodVersion}.`),
      });
    }
    expect(cards.size).toBe(release.models.length + 1 + Object.keys(PAGE_CARDS).length);
  });

  test('of the calculator shows a thousand times what a thousand tokens emit, in its unit', () => {
    const landmarks = release.models.slice(0, 3);
    const cards = new Map(
      cardsOf(release, { since, choices: [], landmarks, site: new URL('https://example.org') }),
    );
    const { unit, rows } = cards.get(PAGE_CARDS.calculator)?.several ?? {};
    expect(unit).toBe('gCO₂e per million output tokens');
    expect(rows?.map(({ name, range }) => [name, range.central])).toEqual(
      landmarks.map(({ shortName, perThousandOutputTokens: output }) => [
        shortName,
        1000 * output.gramsCO2e.central,
      ]),
    );
  });

  test('of hosts shows one model from its lowest to its highest host', () => {
    const cards = new Map(
      cardsOf(release, { since, choices: [], landmarks: [], site: new URL('https://example.org') }),
    );
    const { line, several } = cards.get(PAGE_CARDS.hosts) ?? {};
    const most = release.models.find(({ shortName }) => line?.startsWith(shortName));
    const hosts = Number(/ (\d+) hosts/.exec(line ?? '')?.[1]);
    expect(several?.rows).toHaveLength(Math.min(MOST_CARD_ROWS, hosts));
    const medians = (most?.served.endpoints ?? []).flatMap(({ estimate }) =>
      estimate === undefined ? [] : [estimate.perThousandOutputTokens.gramsCO2e.central],
    );
    const shown = several?.rows.map(({ range }) => range.central) ?? [];
    expect(shown.length).toBeGreaterThan(1);
    expect([shown[0], shown.at(-1)]).toEqual([Math.min(...medians), Math.max(...medians)]);
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  });

  test('of an answer shows the models that emit least and the one that emits most, each with its own range', () => {
    const chosen = release.models.map((model) => ({
      model,
      quality: 50,
      gramsCO2e: model.perThousandOutputTokens.gramsCO2e,
      amongLowest: 0.5,
      against: { probabilityLess: 0.5, ratio: range },
    }));
    const [first, ...others] = chosen;
    const choice = {
      level: { index: 'intelligence', least: 50 },
      candidates: release.models,
      places: 1,
      chosen: [first!, ...others],
      highest: chosen.at(-1)!,
    } satisfies ReleasedChoice;
    const cards = new Map(
      cardsOf(release, {
        since,
        choices: [choice],
        landmarks: [],
        site: new URL('https://example.org'),
      }),
    );
    for (const name of [SITE_CARD, choiceCard(choice.level)]) {
      const rows = cards.get(name)?.several?.rows ?? [];
      const ranges = new Map(chosen.map(({ model, gramsCO2e }) => [model.shortName, gramsCO2e]));
      expect([rows[0]?.name, rows.at(-1)?.name]).toEqual([
        first!.model.shortName,
        choice.highest.model.shortName,
      ]);
      for (const row of rows) expect(row.range).toEqual(ranges.get(row.name));
    }
  });

  test('is a PNG of the size that sites ask for, whatever the name holds', async () => {
    const picture = Buffer.from(await cardPicture(card));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([CARD.width, CARD.height]);
  });

  test('has the same bytes each time, drawn or kept', async () => {
    const [first, second] = [await cardPicture(card), await cardPicture(card)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe('what is pasted elsewhere', () => {
  const texts = snippetsOf(
    { id: 'a/b:free', shortName: 'B' },
    new URL('https://index.example'),
  ).map(({ code }) => code);

  test('leads to the site, with names that files can have', () => {
    expect(texts).toEqual([
      '[![gCO2e per 1k output tokens](https://index.example/badge/a/b=free.svg)](https://index.example/models/a/b:free/)',
      '<iframe src="https://index.example/embed/a/b=free/" width="640" height="210" title="B: gCO2e per 1000 output tokens" loading="lazy"></iframe>',
      'curl https://index.example/api/v1/models/a/b=free.json',
    ]);
  });
});

test('a picture for another page is a link with the picture in it, and nothing beside', () => {
  const picture = { src: 'https://example.org/a.svg', width: 600, height: 315, alt: 'A & B' };
  const { childNodes } = parse(pictureHtml('https://example.org/a/', picture));
  expect(childNodes.map(String)).toEqual([
    expect.stringMatching(/^<a href="https:\/\/example\.org\/a\/"><img [^>]*><\/a>$/),
  ]);
});

test('what other pages paste runs no script, whatever a model is called', () => {
  const shortName = 'x" onload="alert(1)" y="<script>';
  const chart = snippetsOf({ id: 'a/b', shortName }, new URL('https://example.org')).find(
    ({ kind }) => kind === 'HTML',
  );
  const [frame] = parse(chart?.code ?? '').querySelectorAll('iframe');
  expect(Object.keys(frame?.attributes ?? {})).toEqual([
    'src',
    'width',
    'height',
    'title',
    'loading',
  ]);
  expect(frame?.getAttribute('title')).toBe(`${shortName}: gCO2e per 1000 output tokens`);
});
