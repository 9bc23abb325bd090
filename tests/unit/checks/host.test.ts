import { describe, expect, test } from 'vitest';
import { placesAgreeWithList } from '../../../src/catalog/checks/host-places.ts';
import { zonesHaveGrid } from '../../../src/catalog/checks/host-zones.ts';
import {
  hostNamesDiffer,
  listedHostsHaveFile,
  tagRegionsAreKnown,
} from '../../../src/catalog/checks/listed-hosts.ts';
import { makerHostExists } from '../../../src/catalog/checks/maker-host.ts';
import { plausibleOverhead } from '../../../src/catalog/checks/plausible-overhead.ts';
import { HostFile } from '../../../src/catalog/host.ts';
import { MakerFile } from '../../../src/catalog/maker.ts';
import { EndpointList, HostList } from '../../../src/catalog/snapshot.ts';

const basis = { statedBy: 'operator', how: 'read', sources: ['page'] } as const;

/** The record of the host "cloud", with these facts. */
function cloud(facts: Record<string, unknown> = {}) {
  const file = HostFile.parse({
    name: 'Cloud',
    facility: { class: 'unknown', ...basis },
    ...facts,
  });
  return { hostFiles: new Map([['cloud', file]]) };
}

const regions = (named: Record<string, unknown>) => ({ regions: { named, ...basis } });

/** OpenRouter's provider list with this one host. */
function listOfHost(slug: string, name: string, more: Record<string, unknown> = {}): HostList {
  return HostList.parse({
    retrieved: '2026-05-20',
    source: 'https://openrouter.ai/api/v1/providers',
    hosts: [{ slug, name, ...more }],
  });
}

/** Endpoints of one model, by host and tag. */
function endpointsAt(...tags: [host: string, tag: string][]): EndpointList {
  return EndpointList.parse({
    source: 'https://openrouter.ai/api/v1/models',
    models: [
      {
        id: 'maker/model',
        retrieved: '2026-07-22',
        endpoints: tags.map(([host, tag]) => ({ host, tag, prices: {} })),
      },
    ],
  });
}

test('two hosts of one name are reported', () => {
  const hostFiles = new Map([
    ...cloud().hostFiles,
    ['fog', HostFile.parse({ ...cloud().hostFiles.get('cloud'), name: 'cloud' })],
  ]);
  expect(hostNamesDiffer(cloud())).toEqual([]);
  expect(hostNamesDiffer({ hostFiles })).toMatchObject([
    {
      file: 'data/hosts/fog.yaml',
      field: 'name',
      message: expect.stringContaining('hosts/cloud.yaml'),
    },
  ]);
});

describe('a zone that is named', () => {
  const siting = (zonesOf: Record<string, Record<string, number>> = {}) => ({
    facility: {
      siting: Object.fromEntries(
        Object.entries(zonesOf).map(([country, zones]) => [
          country,
          { zones, how: 'assumed' as const, sources: ['page'], note: '' },
        ]),
      ),
    },
  });

  test('has a grid intensity', () => {
    const host = cloud({
      places: { zones: { FR: 0.5, 'US-NW-BPAT': 0.5 }, ...basis },
      ...regions({ swedencentral: { zones: { SE: 1 } } }),
    });
    expect(zonesHaveGrid({ ...host, factors: siting() })).toEqual([]);
  });

  test.each([
    ['places.zones', { places: { zones: { 'FR-XX': 1 }, ...basis } }],
    ['regions.named.east.zones', regions({ east: { zones: { 'FR-XX': 1 } } })],
    ['headquarters.country', { headquarters: { country: 'ZZ', ...basis } }],
  ])('is reported in %s where it has none', (field, facts) => {
    expect(zonesHaveGrid({ ...cloud(facts), factors: siting() })).toMatchObject([
      { file: 'data/hosts/cloud.yaml', field },
    ]);
  });

  test('needs none of its own where the siting takes its country apart', () => {
    const host = cloud({ places: { zones: { ZZ: 1 }, ...basis } });
    expect(zonesHaveGrid({ ...host, factors: siting({ ZZ: { FR: 1 } }) })).toEqual([]);
  });

  test('is reported in the siting, too', () => {
    const factors = siting({ FR: { 'FR-XX': 1 } });
    expect(zonesHaveGrid({ hostFiles: new Map(), factors })).toMatchObject([
      { file: 'data/factors/facility.yaml', record: 'siting', field: 'FR.zones' },
    ]);
  });
});

describe("places beside OpenRouter's data-centre countries", () => {
  const hostList = listOfHost('cloud', 'Cloud', { dataCentreCountries: ['SE', 'US'] });
  const problemsWith = (zones: Record<string, number>, note?: string) =>
    placesAgreeWithList({ ...cloud({ places: { zones, ...basis, note } }), hostList });

  test('may be more precise', () => {
    expect(problemsWith({ SE: 0.5, 'US-NW-BPAT': 0.5 })).toEqual([]);
  });

  test.each([
    ['leave one out', { US: 1 }],
    ['add one', { SE: 0.4, US: 0.4, FR: 0.2 }],
  ])('are reported where they %s and do not say why', (_, zones) => {
    expect(problemsWith(zones)).toMatchObject([
      { field: 'places.zones', message: expect.stringContaining('SE, US') },
    ]);
    expect(problemsWith(zones, 'The site in Sweden closed.')).toEqual([]);
  });

  test('stand alone where OpenRouter lists none', () => {
    const host = cloud({ places: { zones: { FR: 1 }, ...basis } });
    expect(placesAgreeWithList({ ...host, hostList: listOfHost('cloud', 'Cloud') })).toEqual([]);
  });
});

describe("a maker's host", () => {
  const makers = (host: string) =>
    new Map([['maker', MakerFile.parse({ name: 'Maker', host, models: {} })]]);

  test('has a file', () => {
    expect(makerHostExists({ makers: makers('cloud'), ...cloud() })).toEqual([]);
  });

  test('is reported where it has none', () => {
    expect(makerHostExists({ makers: makers('clod'), ...cloud() })).toMatchObject([
      { file: 'data/models/maker.yaml', field: 'host', message: expect.stringContaining('"clod"') },
    ]);
  });
});

describe('a power usage effectiveness', () => {
  const bounds = (low: number, central: number, high: number) => ({
    powerUsageEffectiveness: { low, central, high, ...basis },
  });

  test('may lie between 1 and 2, its high bound up to 2.5', () => {
    expect(plausibleOverhead(cloud(bounds(1, 1.4, 2.5)))).toEqual([]);
  });

  test.each([
    ['powerUsageEffectiveness.low', bounds(0.9, 1.2, 1.4)],
    ['powerUsageEffectiveness.high', bounds(1.1, 1.2, 2.6)],
    [
      'regions.named.east.powerUsageEffectiveness',
      regions({ east: { zones: { FR: 1 }, powerUsageEffectiveness: 2.2 } }),
    ],
  ])('is reported beyond (%s)', (field, facts) => {
    expect(plausibleOverhead(cloud(facts))).toMatchObject([{ field }]);
  });
});

describe('a host of OpenRouter', () => {
  const nobody = endpointsAt();

  test('is asked for where it has no file, but not the entry for tests', () => {
    const wanted = (slug: string) =>
      listedHostsHaveFile({ ...cloud(), hostList: listOfHost(slug, slug), endpoints: nobody });
    expect(wanted('cloud')).toEqual([]);
    expect(wanted('fake-provider')).toEqual([]);
    expect(wanted('new')).toMatchObject([{ file: 'data/hosts/new.yaml' }]);
  });

  test('is asked for once where endpoints alone name it, with a model', () => {
    const endpoints = endpointsAt(['New', 'new/fp8'], ['New', 'new'], ['Cloud', 'other/east']);
    const hostList = listOfHost('cloud', 'Cloud');
    expect(listedHostsHaveFile({ ...cloud(), hostList, endpoints })).toMatchObject([
      { file: 'data/hosts/new.yaml', message: expect.stringContaining('maker/model') },
    ]);
  });
});

describe('a region in a tag', () => {
  const hostList = listOfHost('cloud', 'Cloud');
  const wanted = (facts: Record<string, unknown>, ...tags: string[]) =>
    tagRegionsAreKnown({
      ...cloud(facts),
      hostList,
      endpoints: endpointsAt(...tags.map((tag): [string, string] => ['Cloud', tag])),
    });
  const known = regions({ eu: { zones: { SE: 1 } } });

  test('is known, and terms and precisions are no regions', () => {
    expect(
      wanted(known, 'cloud/eu', 'cloud/eu/flex', 'cloud/fp8', 'cloud/global', 'cloud'),
    ).toEqual([]);
  });

  test.each(['us', 'us-east-2', 'swedencentral'])('such as %s is asked for once', (region) => {
    expect(wanted(known, `cloud/${region}`, `cloud/${region}/priority`)).toMatchObject([
      { file: 'data/hosts/cloud.yaml', field: `regions.named.${region}` },
    ]);
  });

  test('is not asked for where the host has no regions at all', () => {
    expect(wanted({}, 'cloud/us-east-2')).toEqual([]);
  });
});
