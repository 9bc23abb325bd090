import { describe, expect, test } from 'vitest';
import { gridSpan, gridSpanText } from '../../../src/components/hosts/grid-span.ts';
import { placeSentence, servingSentence } from '../../../src/components/hosts/host-sentence.ts';
import { endpointRows } from '../../../src/components/model-page/endpoint-rows.ts';
import { type HostServing, hostCounts, hostServings } from '../../../src/release/host-servings.ts';
import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease, type ReleasedModel } from '../../../src/release/release.ts';
import { estimatedEndpoints } from '../../../src/release/released-serving.ts';
import { basisText, placeBasisText } from '../../../src/text/how-known.ts';
import { countriesText, zoneName, zonesText } from '../../../src/text/zones.ts';
import { keptData as data } from '../kept-list/kept-data.ts';

const wanted = ['openai/gpt-oss-120b', 'openai/gpt-5'];
const models = data.modelList.models.filter(({ id }) => wanted.includes(id));
const release = buildRelease(
  { ...data, modelList: { ...data.modelList, models } },
  hashInputs(process.cwd()),
);
const servings = new Map(hostServings(release).map((serving) => [serving.host.slug, serving]));
const serving = (slug: string): HostServing => servings.get(slug)!;
const released = (id: string): ReleasedModel => release.models.find((model) => model.id === id)!;

describe('the name of a place', () => {
  test.each([
    ['SE', 'Sweden'],
    ['JP-KN', 'Kansai (Japan)'],
    ['IT-NO', 'North Italy'],
    ['US-MIDA-PJM', 'PJM Interconnection (United States)'],
  ])('%s is %s', (zone, name) => {
    expect(zoneName(zone)).toBe(name);
  });

  test('comes with its share, the largest first, unless it stands alone', () => {
    expect(zonesText({ SE: 0.1, US: 0.9 })).toBe('United States 90\u00a0%, Sweden 10\u00a0%');
    expect(zonesText({ SE: 1 })).toBe('Sweden');
  });

  test('is its country alone in a narrow column, where many become a number', () => {
    expect(countriesText({ 'US-TEX-ERCO': 0.5, 'US-MIDA-PJM': 0.3, FR: 0.2 })).toBe(
      'United States, France',
    );
    expect(countriesText({ US: 0.6, FI: 0.2, FR: 0.1, SE: 0.1 })).toBe(
      'United States, Finland and 2 more',
    );
  });
});

describe('the grid of a host', () => {
  test('is a mean weighted by share, never without the zones it lies between', () => {
    const span = gridSpan([
      { share: 0.75, gridGramsPerKilowattHour: 20 },
      { share: 0.25, gridGramsPerKilowattHour: 420 },
    ]);
    expect(span.weightedMean).toBeCloseTo(120);
    expect(gridSpanText(span)).toBe('20–420');
  });

  test('says that there is but one zone', () => {
    expect(gridSpanText(gridSpan([{ share: 1, gridGramsPerKilowattHour: 20 }]))).toBe('one zone');
  });
});

describe('how a host is known', () => {
  test('names who says so, and how that was read', () => {
    expect(basisText({ statedBy: 'operator', how: 'read' })).toBe(
      'stated by the host, read at its source',
    );
    expect(basisText({ statedBy: 'operator', how: 'recalled' }, 'maker')).toBe(
      'recalled, no document read',
    );
    expect(basisText({ statedBy: 'nobody', how: 'assumed' })).toBe('assumed');
  });

  test('tells named sites from assumed shares', () => {
    expect(placeBasisText({ statedBy: 'operator', how: 'assumed', sources: [] }, {})).toBe(
      'sites stated by the host, shares assumed',
    );
  });

  test.each([
    ['venice', /^OpenRouter states where its data centres are: United States\.$/],
    ['nebius', /^It names where its sites are: .* How requests are shared .* not published\.$/],
    ['groq', /^Others report where its sites are: /],
    [
      'novita',
      /^Where it serves these models from is not known; the country of its headquarters stands in: /,
    ],
    ['azure', /is not published; what stands here is an assumption: United States/],
    ['stealth', /^Nothing is known of where it serves from; /],
  ])('is said in one sentence of %s', (slug, sentence) => {
    expect(placeSentence(serving(slug).host, data.sources)).toMatch(sentence);
  });

  test('is counted over all hosts', () => {
    const { all, statedBy } = hostCounts([...servings.values()], data.sources);
    expect(Object.values(statedBy).reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(statedBy.nobody).toBeGreaterThan(all / 2);
  });
});

describe('what a host serves', () => {
  test('is every endpoint with its own estimate, the lowest median first, models counted once', () => {
    const { endpoints, modelCount } = serving('azure');
    expect(endpoints.length).toBeGreaterThan(modelCount);
    expect(modelCount).toBe(new Set(endpoints.map(({ model }) => model.id)).size);
    const medians = endpoints.map(
      ({ endpoint }) => endpoint.estimate!.perThousandOutputTokens.gramsCO2e.central,
    );
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
  });

  test('has no estimate on accelerators without a usable measurement', () => {
    expect(serving('groq').endpoints.map(({ endpoint }) => endpoint.estimate)).toEqual([undefined]);
  });

  test('may be nothing, which is said', () => {
    expect(serving('stealth').modelCount).toBe(0);
    expect(servingSentence(0, 326, undefined)).toBe(
      'It serves none of the 326 models of this release.',
    );
  });

  test('is never put on the stated default, which is no host', () => {
    expect(servings.has('')).toBe(false);
  });
});

describe("the table of a model's endpoints", () => {
  const model = released('openai/gpt-oss-120b');

  test("begins with the model's own range and has a row for every endpoint", () => {
    const { rows, further } = endpointRows(model);
    expect(rows.length).toBe(model.served.endpoints.length + 1);
    expect(rows[0]).toMatchObject({
      here: true,
      range: model.perThousandOutputTokens.gramsCO2e,
    });
    expect(rows.slice(1).every((row) => row.further?.length === further.length)).toBe(true);
  });

  test('gives the reason where there is no estimate', () => {
    const groq = endpointRows(model).rows.find(({ label }) => label === 'Groq');
    expect(groq?.range).toEqual({ reason: 'no estimate: own accelerator, not measured' });
  });

  test('marks the lowest only where the release does', () => {
    expect(endpointRows(model).rows.filter(({ mark }) => mark !== undefined)).toEqual([]);
    const [first, ...others] = model.served.endpoints;
    const certain = { ...first!, lowest: true, probabilityOfLeast: 0.934 };
    const served = { ...model.served, endpoints: [certain, ...others] };
    const marks = endpointRows({ ...model, served }).rows.flatMap(({ mark }) => mark ?? []);
    expect(marks).toEqual(['lowest in 93 of 100']);
  });

  test('does not repeat the only endpoint as the mixture of all', () => {
    const only = estimatedEndpoints(model).slice(0, 1);
    const served = { ...model.served, endpoints: only };
    expect(endpointRows({ ...model, served }).rows).toHaveLength(1);
  });
});
