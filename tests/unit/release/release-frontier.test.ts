import { describe, expect, test } from 'vitest';
import { methodOf } from '../../../src/catalog/method-of-factors.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { PER_THOUSAND_OUTPUT_TOKENS, type Workload } from '../../../src/estimation/workload.ts';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease, type ReleasedModel } from '../../../src/release/release.ts';
import { prepareFrontiers } from '../../../src/release/release-frontier.ts';
import { prepareColumns } from '../../../src/release/workload-columns.ts';
import { data } from '../estimation/method-under-test.ts';

// Forty models from all over the list, whichever it is. Lists differ in how many have an index, so they
// get one here: the more a model emits the higher, every third has none, and the dearest the lowest.
const step = Math.ceil(data.modelList.models.length / 40);
const some = data.modelList.models.filter((_, position) => position % step === 0);
const built = buildRelease(
  { ...data, modelList: { ...data.modelList, models: some } },
  hashInputs(process.cwd()),
);
const central = ({ perThousandOutputTokens }: ReleasedModel) =>
  perThousandOutputTokens.gramsCO2e.central;
const upward = built.models.toSorted((a, b) => central(a) - central(b));
const dearest = upward.at(-1)!;
const indexOf = (model: ReleasedModel, position: number) =>
  model === dearest ? 5 : position % 3 === 1 ? undefined : 10 + position;
const rated = new Map(upward.map((model, position) => [model.id, indexOf(model, position)]));
const release = {
  ...built,
  models: built.models.map((model) => {
    const intelligence = rated.get(model.id);
    const artificialAnalysis = intelligence === undefined ? undefined : { intelligence };
    return { ...model, listed: { ...model.listed, artificialAnalysis } };
  }),
};
const columnOf = prepareColumns(prepare(methodOf(data.factors)));
const per = (workload: Workload) =>
  prepareFrontiers(release.models, columnOf, () => ({ workload }))('intelligence');

describe('the frontier of a release', () => {
  const front = per(PER_THOUSAND_OUTPUT_TOKENS);

  test('holds every estimated model that has the index, with its published range', () => {
    const rated = release.models.filter(
      ({ listed }) => listed.artificialAnalysis?.intelligence !== undefined,
    );
    expect(front.models.length).toBe(rated.length);
    expect(rated.length).toBeLessThan(release.models.length);
    for (const { model, quality, carbon } of front.models) {
      expect(quality).toBe(model.listed.artificialAnalysis?.intelligence);
      const published = model.perThousandOutputTokens.gramsCO2e;
      for (const percentile of ['low', 'central', 'high'] as const) {
        expect(carbon[percentile] / published[percentile]).toBeCloseTo(1, 12);
      }
    }
  });

  test('stands from the most to the least probable, the best model being certain', () => {
    const probabilities = front.models.map(({ probabilityOnFront }) => probabilityOnFront);
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    const best = Math.max(...front.models.map(({ quality }) => quality));
    expect(front.models.find(({ quality }) => quality === best)?.probabilityOnFront).toBe(1);
    expect(front.meanSize).toBeGreaterThan(1);
  });

  test('says that a dear, lesser model is not on it', () => {
    const lesser = front.models.find(({ model }) => model.id === dearest.id);
    expect(lesser?.probabilityOnFront).toBeLessThan(0.5);
  });

  test('has another carbon per request, the same index', () => {
    const perRequest = per({ inputTokens: 1000, cachedInputTokens: 0, outputTokens: 300 });
    const ofBoth = perRequest.models.map(({ model, quality, carbon }) => {
      const other = front.models.find((entry) => entry.model === model);
      expect(other?.quality).toBe(quality);
      return carbon.central / other!.carbon.central;
    });
    expect(Math.max(...ofBoth)).toBeLessThan(1);
    expect(Math.min(...ofBoth)).toBeGreaterThan(0.2);
  });

  test('says of whom it has no figure, and why', () => {
    const [absent] = front.models;
    const { models, leftOut } = prepareFrontiers(release.models, columnOf, (model) =>
      model.id === absent!.model.id
        ? { because: 'Nobody uses it.' }
        : { workload: PER_THOUSAND_OUTPUT_TOKENS },
    )('intelligence');
    expect(models).toHaveLength(front.models.length - 1);
    expect(leftOut.map(({ model, because }) => [model.id, because])).toEqual([
      [absent!.model.id, 'Nobody uses it.'],
    ]);
  });

  test('is empty where the list carries no index', () => {
    expect(
      prepareFrontiers(release.models, columnOf, () => ({
        workload: PER_THOUSAND_OUTPUT_TOKENS,
      }))('agentic'),
    ).toEqual({ models: [], leftOut: [], steps: [], meanSize: 0 });
  });
});
