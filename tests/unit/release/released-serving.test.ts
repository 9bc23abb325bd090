import { describe, expect, test } from 'vitest';
import { prepareEndpointComparison } from '../../../src/estimation/endpoint-comparison.ts';
import { createEstimator, prepareUnserved } from '../../../src/estimation/estimate.ts';
import { prepare } from '../../../src/estimation/preparation.ts';
import { type EstimationInputs, inputsById } from '../../../src/library/estimation-inputs.ts';
import { estimationInputsOf } from '../../../src/published/estimation-inputs-json.ts';
import { gridTableCsv, gridTableJson } from '../../../src/published/grid-intensity.ts';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease, type ReleasedModel } from '../../../src/release/release.ts';
import { method } from '../estimation/method-under-test.ts';
import { keptData as data } from '../kept-list/kept-data.ts';

const wanted = [
  'openai/gpt-5',
  'openai/gpt-oss-120b',
  'anthropic/claude-sonnet-4.5',
  'deepseek/deepseek-v3.2',
  'anthropic/claude-opus-5',
];
const models = data.modelList.models.filter(({ id }) => wanted.includes(id));
const release = buildRelease(
  { ...data, modelList: { ...data.modelList, models } },
  hashInputs(process.cwd()),
);
const released = (id: string): ReleasedModel => release.models.find((model) => model.id === id)!;
const preparation = prepare(method);
const probabilitiesOfLeast = prepareEndpointComparison(preparation);
const estimateOf = createEstimator(method);
const medianOf = ({ estimate }: ReleasedModel['served']['endpoints'][number]) =>
  estimate?.perThousandOutputTokens.gramsCO2e.central;

describe('where a model is served', () => {
  test.each(wanted)('gives the endpoints of %s the shares of default routing', (id) => {
    const { input, served } = released(id);
    expect(input.endpoints.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const asked = served.endpoints.flatMap(({ share, prices }) => {
      const { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 } = prices;
      const usd = outputUsdPerMillionTokens + 8 * inputUsdPerMillionTokens;
      return share === undefined || usd === 0 ? [] : [share * usd ** 2];
    });
    for (const product of asked) expect(product / asked[0]!).toBeCloseTo(1, 9);
  });

  test('gives no share to an endpoint in a region beside one of its host that is not', () => {
    const { endpoints } = released('openai/gpt-5').served;
    const sweden = endpoints.find(({ region }) => region === 'swedencentral')!;
    expect(sweden.share).toBeUndefined();
    expect(sweden.estimate).toBeDefined();
  });

  test.each(wanted)('estimates each endpoint of %s as if it alone served the model', (id) => {
    const { input, served } = released(id);
    const alone = input.endpoints.map((endpoint) => ({
      place: endpoint.place.id,
      estimate: estimateOf({ ...input, endpoints: [{ ...endpoint, share: 1 }] }),
    }));
    const published = served.endpoints
      .filter(({ share }) => share !== undefined)
      .map(({ place, estimate }) => ({ place: place.place.id, estimate }));
    const inOrder = (endpoints: readonly object[]) =>
      endpoints.map((endpoint) => JSON.stringify(endpoint)).toSorted();
    expect(inOrder(published)).toEqual(inOrder(alone));
  });

  test.each(wanted)(
    'shares out who emits least among all endpoints of %s with an estimate',
    (id) => {
      const { input, served } = released(id);
      const estimated = served.endpoints.filter(({ estimate }) => estimate !== undefined);
      const probabilities = estimated.map(({ probabilityOfLeast }) => probabilityOfLeast);
      if (estimated.length === 1) {
        expect(probabilities).toEqual([undefined]);
        return;
      }
      expect(probabilities.reduce<number>((sum, one) => sum + one!, 0)).toBeCloseTo(1, 9);
      if (input.endpoints.length === estimated.length) {
        const unserved = prepareUnserved(input, preparation);
        expect(probabilities.toSorted()).toEqual(
          probabilitiesOfLeast(unserved, input.endpoints).toSorted(),
        );
      }
    },
  );

  test('shows the spread of the grids: Azure in Sweden far below the same model elsewhere', () => {
    const { endpoints } = released('openai/gpt-5').served;
    const sweden = endpoints.find(({ region }) => region === 'swedencentral')!;
    const elsewhere = endpoints.find(({ host }) => host.slug === 'openai')!;
    expect(sweden.place.sites.map(({ zone }) => zone)).toEqual(['SE']);
    expect(medianOf(elsewhere)! / medianOf(sweden)!).toBeGreaterThan(3);
  });

  test('counts entries of one host, region and precision once, under whatever terms they are sold', () => {
    const { endpoints } = released('anthropic/claude-sonnet-4.5').served;
    const same = endpoints.filter(({ host, region }) => host.slug === 'anthropic' && !region);
    expect(same).toHaveLength(1);
    expect(same[0]!.tags).toEqual(['anthropic', 'anthropic/2']);
    const { endpoints: gpt5 } = released('openai/gpt-5').served;
    expect(gpt5.find(({ host }) => host.slug === 'openai')!.tags[0]).toBe('openai/default');
  });

  test('has no figure for accelerators that nobody has measured, and no share for them', () => {
    const { endpoints } = released('openai/gpt-oss-120b').served;
    const unmeasured = endpoints.filter(({ host }) =>
      ['cerebras', 'groq', 'sambanova'].includes(host.slug),
    );
    expect(unmeasured).toHaveLength(3);
    expect(unmeasured.map(({ estimate, share }) => [estimate, share])).toEqual(
      Array(3).fill([undefined, undefined]),
    );
  });

  test('marks an endpoint as the lowest only above a probability of 0.9', () => {
    for (const { served } of release.models) {
      for (const { lowest, probabilityOfLeast = 0 } of served.endpoints) {
        expect(lowest).toBe(probabilityOfLeast > 0.9);
      }
    }
  });

  test('is the maker’s own host where OpenRouter lists no endpoint, and says so', () => {
    const { listed, endpoints } = released('anthropic/claude-opus-5').served;
    expect(listed).toBe(false);
    expect(endpoints.map(({ host, tags }) => [host.slug, tags])).toEqual([['anthropic', []]]);
  });
});

describe('what is published of the inputs', () => {
  test('repeats every figure to the last digit, anywhere', () => {
    const file: EstimationInputs = JSON.parse(JSON.stringify(estimationInputsOf(release)));
    const inputs = inputsById(file);
    for (const { id, perThousandOutputTokens } of release.models) {
      expect(estimateOf(inputs.get(id)!).perThousandOutputTokens).toEqual(perThousandOutputTokens);
    }
  });

  test('says on every row of the grid table on what terms it stands', () => {
    const rows = gridTableCsv(release).trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(gridTableJson(release).zones.length);
    expect(rows.filter((row) => !row.endsWith('ODbL-1.0'))).toEqual([]);
    expect(rows.some((row) => row.startsWith('SE,'))).toBe(true);
  });
});
