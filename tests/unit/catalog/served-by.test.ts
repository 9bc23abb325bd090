import { expect, test } from 'vitest';
import { joinHosts } from '../../../src/catalog/join-hosts.ts';
import { offersOf, servedByOf } from '../../../src/catalog/served-by.ts';
import { data } from '../estimation/method-under-test.ts';

const hosts = joinHosts(data);
const [maker] = data.makers.values();

test('of two hosts that a list gives one name, an endpoint’s tag says which is meant', () => {
  const [first] = hosts.all.filter(({ listed }) => listed !== undefined);
  const { slug, name } = first!;
  const again = [...data.hostList.hosts, { ...first!.listed!, slug: `zz-${slug}`, name }];
  const joined = joinHosts({ ...data, hostList: { ...data.hostList, hosts: again } });
  expect(joined.ofEndpoint(name, `${slug}/fp8`).slug).toBe(slug);
  expect(joined.ofEndpoint(name, `zz-${slug}`).slug).toBe(`zz-${slug}`);
});

test('each host’s offer is the lowest that it asks for any precision, before a sale', () => {
  const [first, second] = hosts.all.filter(({ unmeasured }) => !unmeasured);
  const endpoint = ({ slug, name }: typeof hosts.unknown, precision: string, usd: number) => ({
    host: name,
    tag: `${slug}/${precision}`,
    quantization: precision,
    prices: { inputUsdPerMillionTokens: usd / 4, outputUsdPerMillionTokens: usd },
  });
  const endpoints = [
    endpoint(first!, 'bf16', 3),
    endpoint(first!, 'fp8', 2),
    { ...endpoint(first!, 'fp4', 1.5), discount: 0.5 },
    endpoint(second!, 'fp8', 5),
  ];
  const models = [{ id: 'a/b', retrieved: '2026-11-20', endpoints }];
  const served = servedByOf('a/b', maker!, hosts, {
    ...data,
    endpoints: { ...data.endpoints, models },
  });
  const asked = offersOf(served).map(({ outputUsdPerMillionTokens: usd }) => usd);
  expect(asked.toSorted()).toEqual([2, 5]);
});

test('a region’s own overhead and water are spread around its means, and no building takes less than its servers', () => {
  const regions = hosts.all.flatMap(({ file, regions: places }) =>
    [...places].flatMap(([name, { place }]) => {
      const named = file?.regions?.named[name];
      return named === undefined ? [] : [{ named, place }];
    }),
  );
  const stated = regions.filter(({ named }) => named.powerUsageEffectiveness !== undefined);
  expect(stated.length).toBeGreaterThan(0);
  for (const { named, place } of stated) {
    const { low, central, high } = place.powerUsageEffectiveness;
    expect(central).toBe(named.powerUsageEffectiveness);
    expect(low).toBeGreaterThanOrEqual(1);
    // What is beyond the servers is as many times less as it may be more.
    expect((central - 1) ** 2).toBeCloseTo((low - 1) * (high - 1), 10);
  }
  for (const { named, place } of regions) {
    const { waterOnSiteLitresPerKilowattHour: water } = named;
    if (water === undefined) continue;
    const { low, central, high } = place.waterOnSiteLitresPerKilowattHour;
    expect(central).toBe(water);
    expect(central ** 2).toBeCloseTo(low * high, 10);
  }
});
