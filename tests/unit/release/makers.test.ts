import { describe, expect, test } from 'vitest';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { hostsOf, makersOf, spanOf } from '../../../src/release/makers.ts';
import { buildRelease } from '../../../src/release/release.ts';
import { data as allData } from '../estimation/method-under-test.ts';

const WANTED = /^~?(anthropic|meta|meta-llama|openrouter|mistralai)\//;
const models = allData.modelList.models.filter(({ id }) => WANTED.test(id));
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

  test('count an alias or a variant as another name, not as a model without an estimate', () => {
    const kinds = maker('anthropic').withoutEstimate.map(({ kind }) => kind);
    expect(kinds).not.toContain('alias');
    expect(kinds).not.toContain('variant');
    expect(maker('anthropic').otherNames.length).toBeGreaterThan(0);
    expect(maker('openrouter')).toMatchObject({ models: [], otherNames: [] });
    expect(maker('openrouter').name).toMatch(/^OpenRouter$/i);
    expect(maker('openrouter').withoutEstimate.length).toBeGreaterThan(0);
  });

  test('say what a maker serves from where that is known', () => {
    expect(maker('anthropic').servesOn?.kinds).toContain('trainium');
    expect(maker('mistralai').servesOn).toBeUndefined();
  });

  test('stand with the most models first, and their models from the lowest median up', () => {
    const counts = makers.map((one) => one.models.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const medians = spanOf(maker('mistralai'))!.medians;
    const inOrder = maker('mistralai').models.map(
      ({ perThousandOutputTokens }) => perThousandOutputTokens.gramsCO2e.central,
    );
    expect(inOrder).toEqual(medians);
  });

  test('span all ranges of their models, and nothing where there is no model', () => {
    const ranges = maker('mistralai').models.map((one) => one.perThousandOutputTokens.gramsCO2e);
    const span = spanOf(maker('mistralai'))!;
    expect(ranges.every(({ low, high }) => span.low <= low && high <= span.high)).toBe(true);
    expect(ranges.map(({ low }) => low)).toContain(span.low);
    expect(spanOf(maker('openrouter'))).toBeUndefined();
  });

  test('name the hosts that the list names, each with how many models it serves', () => {
    const { models: own } = maker('meta-llama');
    const hosts = hostsOf(own);
    for (const { slug, modelCount } of hosts) {
      const served = own.filter(({ served: { listed, endpoints } }) =>
        listed ? endpoints.some(({ host }) => host.slug === slug) : false,
      );
      expect([slug, modelCount]).toEqual([slug, served.length]);
    }
    expect(hosts.map(({ slug }) => slug)).toContain('deepinfra');
  });
});
