import { describe, expect, test } from 'vitest';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { hostsOf, makersOf } from '../../../src/release/makers.ts';
import { buildRelease } from '../../../src/release/release.ts';
import { data as allData } from '../estimation/method-under-test.ts';

/** Of the makers that are so the one with the most entries: any of them may leave the list. */
const ROUTERS = 'openrouter';
const byMaker = Map.groupBy(allData.modelList.models, ({ id }) => id.replace(/^~|\/.*/g, ''));
const largest = (isSo: (id: string) => boolean) =>
  [...byMaker.keys()]
    .filter((id) => id !== ROUTERS && isSo(id))
    .toSorted((a, b) => byMaker.get(b)!.length - byMaker.get(a)!.length)[0];
const servesOn = (id: string) => allData.makers.get(id)?.servesOn;
const SERVING = largest((id) => servesOn(id) !== undefined)!;
const MANY = largest((id) => servesOn(id) === undefined)!;
const ALIASED = largest((id) => byMaker.get(id)!.some((entry) => entry.id.startsWith('~')));

const models = [...new Set([SERVING, MANY, ALIASED ?? MANY, ROUTERS])].flatMap(
  (id) => byMaker.get(id) ?? [],
);
const data = { ...allData, modelList: { ...allData.modelList, models } };
const release = buildRelease(data, hashInputs(process.cwd()));
const makers = makersOf(release, data);
const maker = (wanted: string) => makers.find(({ id }) => id === wanted)!;

describe('the providers', () => {
  test('hold every entry of the list once, under who made it', () => {
    const ids = makers.flatMap(({ models: own, withoutEstimate, otherNames }) =>
      [...own, ...withoutEstimate, ...otherNames].map(({ id }) => id),
    );
    expect(ids.toSorted()).toEqual(models.map(({ id }) => id).toSorted());
    for (const { id, otherNames } of makers) {
      for (const entry of otherNames) expect(entry.id.replace('~', '')).toMatch(`${id}/`);
    }
  });

  test.skipIf(ALIASED === undefined)(
    'count an alias as another name, not as a model without an estimate',
    () => {
      const { withoutEstimate, otherNames } = maker(ALIASED!);
      const kinds = withoutEstimate.map(({ kind }) => kind);
      expect(kinds).not.toContain('alias');
      expect(kinds).not.toContain('variant');
      expect(otherNames.length).toBeGreaterThan(0);
    },
  );

  test.skipIf(!byMaker.has(ROUTERS))('count routers as entries without an estimate', () => {
    const { models: own, otherNames, name, withoutEstimate } = maker(ROUTERS);
    expect([own, otherNames]).toEqual([[], []]);
    expect(name).toMatch(/^OpenRouter$/i);
    expect(withoutEstimate.length).toBeGreaterThan(0);
  });

  test('say what a maker serves from where that is known', () => {
    expect(maker(SERVING).servesOn).toEqual(servesOn(SERVING));
    expect(maker(MANY).servesOn).toBeUndefined();
  });

  test('stand with the most models first, and their models from the lowest median up', () => {
    const counts = makers.map((one) => one.models.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const medians = maker(MANY).models.map(
      ({ perThousandOutputTokens }) => perThousandOutputTokens.gramsCO2e.central,
    );
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
  });

  test('name the hosts that the list names, each with how many models it serves', () => {
    const { models: own } = maker(MANY);
    const hosts = hostsOf(own);
    for (const { slug, modelCount } of hosts) {
      const served = own.filter(({ served: { listed, endpoints } }) =>
        listed ? endpoints.some(({ host }) => host.slug === slug) : false,
      );
      expect([slug, modelCount]).toEqual([slug, served.length]);
    }
    expect(hosts.length).toBeGreaterThan(0);
  });
});
