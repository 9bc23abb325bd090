import { describe, expect, test } from 'vitest';
import type { StatedBy } from '../../../src/catalog/host.ts';
import type { KnownPlace } from '../../../src/catalog/place.ts';
import {
  gridDrawSentence,
  gridSpan,
  gridSpanText,
} from '../../../src/components/hosts/grid-span.ts';
import { placeSentence, servingSentence } from '../../../src/components/hosts/host-sentence.ts';
import { hostCounts } from '../../../src/release/host-servings.ts';
import {
  acceleratorsInFull,
  acceleratorsText,
  chipsText,
  isUnusual,
} from '../../../src/text/accelerator-words.ts';
import { basisText, placeBasisText, statedByText } from '../../../src/text/how-known.ts';
import { countriesText, zoneName, zonesText } from '../../../src/text/zones.ts';
import { madeUpHost, madeUpPlace } from '../release/made-up-model.ts';

const basis = { statedBy: 'operator', how: 'read', sources: ['statement'] } as const;
const site = (zone: string, share: number) => ({
  zone,
  name: zone,
  share,
  gridGramsPerKilowattHour: 100,
});

describe('what a host serves from', () => {
  test('is said in full with the GPUs and the day, or what stands in and when somebody looked', () => {
    const stated = { ...basis, sources: ['statement'] };
    expect(
      acceleratorsInFull({ kinds: ['gpu'], gpus: ['hopper', 'rack'], asOf: '2026-05', ...stated }),
    ).toBe('GPUs: Hopper (H100 and its kin) and Blackwell in racks (GB200, GB300), as of 2026-05');
    expect(acceleratorsInFull({ kinds: ['tpu', 'gpu'], ...stated })).toBe('TPUs and GPUs');
    const unknown = 'not known; GPUs of the measured kinds are assumed';
    expect(acceleratorsInFull(undefined)).toBe(unknown);
    expect(
      acceleratorsInFull({ kinds: ['gpu'], ...stated, statedBy: 'nobody', asOf: '2026-11-26' }),
    ).toBe(`${unknown}; looked for on 2026-11-26`);
  });

  test.each([
    [{ kinds: ['gpu'], ...basis }, 'GPUs', 'GPUs', false],
    [
      { kinds: ['tpu', 'trainium', 'gpu'], ...basis },
      'TPUs, Trainium, and GPUs',
      'TPUs, Trainium, and GPUs',
      true,
    ],
    [{ kinds: ['own'], name: 'LPU', ...basis }, 'LPU (accelerators of its own)', 'LPU', true],
    [{ kinds: ['gpu'], name: 'B300', ...basis }, 'B300 (GPUs)', 'B300', true],
    [
      { kinds: ['gpu', 'own'], ...basis },
      'GPUs and accelerators of its own',
      'GPUs and accelerators of its own',
      true,
    ],
  ] as const)('is said at length and in short: %#', ({ kinds, ...more }, text, short, unusual) => {
    const accelerators = { ...more, kinds: [...kinds], sources: ['statement'] };
    expect(acceleratorsText(accelerators)).toBe(text);
    expect(chipsText(accelerators)).toBe(short);
    expect(isUnusual(accelerators)).toBe(unusual);
  });

  test('is not unusual where nothing is known of it', () => {
    expect(isUnusual(undefined)).toBe(false);
  });
});

describe('a place in words', () => {
  test.each([
    [{ SE: 1 }, 'Sweden'],
    [{ SE: 0.6, FR: 0.4 }, 'Sweden, France'],
    [{ SE: 0.4, FR: 0.6 }, 'France, Sweden'],
    [{ SE: 0.5, FR: 0.3, FI: 0.2 }, 'Sweden, France, Finland'],
    [{ SE: 0.4, FR: 0.3, FI: 0.2, NO: 0.1 }, 'Sweden, France and 2 more'],
    [{ SE: 0.4, FR: 0.3, FI: 0.1, NO: 0.1, DE: 0.1 }, 'Sweden, France and 3 more'],
  ])('names three countries at most, the largest first: %o', (zones, text) => {
    expect(countriesText(zones)).toBe(text);
  });

  test('gives each zone its own share', () => {
    expect(zonesText({ SE: 0.125, FR: 0.534, FI: 0.341 })).toBe(
      'France 53\u00a0%, Finland 34\u00a0%, Sweden 13\u00a0%',
    );
  });

  test.each([
    ['SE', 'Sweden'],
    ['JP-KN', 'Kansai (Japan)'],
    ['IT-NO', 'North Italy'],
    ['SE-X', 'SE-X (Sweden)'],
  ])('calls %s %s', (zone, name) => {
    expect(zoneName(zone)).toBe(name);
    expect(zonesText({ [zone]: 1 })).toBe(name);
  });
});

describe('the grids of a host', () => {
  const span = gridSpan([
    { share: 0.2, gridGramsPerKilowattHour: 420 },
    { share: 0.5, gridGramsPerKilowattHour: 20 },
    { share: 0.3, gridGramsPerKilowattHour: 100 },
  ]);

  test('lie between the lowest and the highest, with a mean by share', () => {
    expect(span).toEqual({ lowest: 20, weightedMean: 124, highest: 420, zones: 3 });
    expect(gridSpanText(span)).toBe('20–420');
    expect(gridSpanText({ ...span, zones: 1 })).toBe('one zone');
  });

  test('are drawn as the core does: the mean over all zones, never one of them', () => {
    expect(gridDrawSentence([site('SE', 1)])).toMatch(/^Each draw takes it times /);
    expect(gridDrawSentence([site('SE', 0.5), site('FR', 0.5)])).toMatch(
      /^Each draw takes their mean times .*their shares are not known/,
    );
  });
});

describe('a host in a sentence', () => {
  const placed = (more: Partial<KnownPlace>, ...countries: string[]) =>
    madeUpHost({
      place: madeUpPlace(
        countries.map((zone) => site(zone, 1 / countries.length)),
        more,
      ),
    });
  const stated = (statedBy: StatedBy, ...countries: string[]) =>
    placed({ zonesBasis: { ...basis, statedBy } }, ...countries);
  const shared = ' How requests are shared among them is not published.';

  test.each([
    ['openrouter', 'OpenRouter states where its data centres are: '],
    ['operator', 'It names where its sites are: '],
    ['others', 'Others report where its sites are: '],
  ] as const)('says who places it: %s', (statedBy, words) => {
    expect(placeSentence(stated(statedBy, 'SE'), {})).toBe(`${words}Sweden.`);
    expect(placeSentence(stated(statedBy, 'SE', 'FR'), {})).toBe(
      `${words}Sweden, France.${shared}`,
    );
  });

  test.each([
    ['default', 'Nothing is known of where it serves from; the country of most other hosts'],
    [
      'headquarters',
      'Where it serves these models from is not known; the country of its headquarters',
    ],
  ] as const)('says what stands in for a place that nobody states: %s', (origin, words) => {
    const assumed = placed({ zonesBasis: { ...basis, statedBy: 'nobody' }, origin }, 'US');
    expect(placeSentence(assumed, {})).toBe(`${words} stands in: United States.`);
  });

  test('says that a recorded place is an assumption where nobody states it', () => {
    expect(placeSentence(stated('nobody', 'US'), {})).toBe(
      'Where it serves a request from is not published; what stands here is an assumption: United States.',
    );
  });

  test('says how many of all models it serves', () => {
    expect(servingSentence(12, 326, '2026-07-22')).toBe(
      'By OpenRouter’s endpoints of 2026-07-22 it serves 12 of the 326 models of this release.',
    );
    expect(servingSentence(0, 326, undefined)).toBe(
      'It serves none of the 326 models of this release.',
    );
  });

  test('is counted by who places it, the large ones apart', () => {
    const serving = (statedBy: StatedBy, modelCount: number) => ({
      host: stated(statedBy, 'SE'),
      endpoints: [],
      standsInFor: [],
      modelCount,
    });
    expect(
      hostCounts(
        [
          serving('openrouter', 1),
          serving('operator', 10),
          serving('operator', 9),
          serving('others', 30),
          serving('others', 0),
          serving('others', 0),
          serving('nobody', 12),
          serving('nobody', 11),
          serving('nobody', 10),
          serving('nobody', 9),
          serving('nobody', 0),
        ],
        {},
      ),
    ).toEqual({
      all: 11,
      statedBy: { openrouter: 1, operator: 2, others: 3, nobody: 5 },
      recalled: 0,
      large: 5,
      largeUnstated: 3,
    });
  });
});

describe('how a place is known', () => {
  const source = { title: 'A', publisher: 'B', year: 2026, licence: 'facts only' };
  const sources = {
    read: { ...source, read: 'primary' as const },
    recalled: { ...source, read: 'recalled' as const },
    own: { ...source, read: 'own' as const },
  };

  test.each([
    [
      { statedBy: 'openrouter', how: 'read' },
      'stated by OpenRouter, read at its source',
      'stated by OpenRouter, read at its source',
    ],
    [
      { statedBy: 'others', how: 'assumed' },
      'reported by others, assumed',
      'sites reported by others, shares assumed',
    ],
    [
      { statedBy: 'operator', how: 'assumed' },
      'stated by the host, assumed',
      'sites stated by the host, shares assumed',
    ],
    [{ statedBy: 'nobody', how: 'assumed' }, 'assumed', 'assumed'],
    [{ statedBy: 'nobody', how: 'derived' }, 'derived', 'derived'],
  ] as const)('%o', (known, fact, place) => {
    expect(basisText(known)).toBe(fact);
    expect(placeBasisText({ ...known, sources: ['read'] }, sources)).toBe(place);
  });

  test('names nobody of what nobody read', () => {
    const known = { statedBy: 'operator', how: 'assumed', sources: ['recalled', 'own'] } as const;
    expect(placeBasisText(known, sources)).toBe('sites recalled, no document read; shares assumed');
    expect(statedByText(known, sources)).toBe('recalled, no document read');
    expect(statedByText({ ...known, sources: ['recalled', 'read'] }, sources)).toBe(
      'stated by the host',
    );
    expect(statedByText({ ...known, statedBy: 'nobody' }, sources)).toBe('assumed');
    const host = madeUpHost({ place: madeUpPlace([site('SE', 1)], { zonesBasis: known }) });
    expect(placeSentence(host, sources)).toBe(
      'Where its sites are is recalled, no document was read: Sweden.',
    );
    const serving = { host, endpoints: [], standsInFor: [], modelCount: 1 };
    expect(hostCounts([serving], sources)).toMatchObject({ recalled: 1 });
  });

  test('calls a maker a maker', () => {
    expect(basisText({ statedBy: 'operator', how: 'read' }, 'maker')).toBe(
      'stated by the maker, read at its source',
    );
    expect(basisText({ statedBy: 'others', how: 'read' }, 'maker')).toBe(
      'reported by others, read at its source',
    );
  });
});
