import { expect, test } from 'vitest';
import { joinHosts } from '../../../src/catalog/join-hosts.ts';
import { offersOf, servedByOf } from '../../../src/catalog/served-by.ts';
import { data } from '../estimation/method-under-test.ts';

const hosts = joinHosts(data);
const [maker] = data.makers.values();

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
