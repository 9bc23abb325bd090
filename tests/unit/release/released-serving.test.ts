import { describe, expect, test } from 'vitest';
import { methodOf } from '../../../src/catalog/method.ts';
import { product } from '../../../src/estimation/draws.ts';
import { prepareEndpointComparison } from '../../../src/estimation/endpoint-comparison.ts';
import { estimateModel } from '../../../src/estimation/estimate.ts';
import { energyDraws, prepare } from '../../../src/estimation/preparation.ts';
import { rangeOf } from '../../../src/estimation/ranges.ts';
import { type EstimationInputs, inputsById } from '../../../src/library/estimation-inputs.ts';
import { estimationInputsOf } from '../../../src/published/estimation-inputs-json.ts';
import { gridTableCsv, gridTableJson } from '../../../src/published/grid-intensity.ts';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease, type ReleasedModel } from '../../../src/release/release.ts';
import { data } from '../estimation/method-under-test.ts';

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
const preparation = prepare(methodOf(data.factors));
const probabilitiesOfLeast = prepareEndpointComparison(preparation);
const medianOf = ({ estimate }: ReleasedModel['served']['endpoints'][number]) =>
  estimate?.perThousandOutputTokens.gramsCO2e.central;

describe('where a model is served', () => {
  test.each(['openai/gpt-5', 'openai/gpt-oss-120b', 'deepseek/deepseek-v3.2'])(
    'gives %s the range of the draws of all its endpoints together, equal shares',
    (id) => {
      const { input, perThousandOutputTokens } = released(id);
      const draws = input.endpoints.flatMap(({ place, servedBits, share }) => {
        expect(share).toBeCloseTo(1 / input.endpoints.length, 12);
        const { outputJoules } = energyDraws(input.model, () => servedBits, preparation);
        const { facilityAndEmbodiedGrams } = preparation.factorsOf(place);
        return [...product(outputJoules, facilityAndEmbodiedGrams)];
      });
      const together = rangeOf(Float64Array.from(draws, (grams) => 1000 * grams));
      for (const percentile of ['low', 'central', 'high'] as const) {
        const published = perThousandOutputTokens.gramsCO2e[percentile];
        expect(Math.abs(published / together[percentile] - 1)).toBeLessThan(0.06);
      }
    },
  );

  test.each(wanted)('estimates each endpoint of %s as if it alone served the model', (id) => {
    const { input, served } = released(id);
    const several = input.endpoints.length > 1;
    const probabilities = several ? probabilitiesOfLeast(input) : [];
    const alone = input.endpoints.map((endpoint, position) => ({
      place: endpoint.place.id,
      estimate: estimateModel({ ...input, endpoints: [{ ...endpoint, share: 1 }] }, preparation),
      probabilityOfLeast: probabilities[position],
    }));
    const published = served.endpoints
      .filter(({ share }) => share !== undefined)
      .map(({ place, estimate, probabilityOfLeast }) => ({
        place: place.place.id,
        estimate,
        probabilityOfLeast,
      }));
    const inOrder = (endpoints: readonly object[]) =>
      endpoints.map((endpoint) => JSON.stringify(endpoint)).toSorted();
    expect(inOrder(published)).toEqual(inOrder(alone));
  });

  test('shows the spread of the grids: Azure in Sweden far below the same model elsewhere', () => {
    const { endpoints } = released('openai/gpt-5').served;
    const sweden = endpoints.find(({ region }) => region === 'swedencentral')!;
    const elsewhere = endpoints.find(({ host }) => host.slug === 'openai')!;
    expect(sweden.place.sites.map(({ zone }) => zone)).toEqual(['SE']);
    expect(medianOf(elsewhere)! / medianOf(sweden)!).toBeGreaterThan(4);
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
      expect(estimateModel(inputs.get(id)!, preparation).perThousandOutputTokens).toEqual(
        perThousandOutputTokens,
      );
    }
  });

  test('says on every row of the grid table on what terms it stands', () => {
    const rows = gridTableCsv().trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(gridTableJson().zones.length);
    expect(rows.filter((row) => !row.endsWith('ODbL-1.0'))).toEqual([]);
    expect(rows.some((row) => row.startsWith('SE,'))).toBe(true);
  });
});
