import type { Endpoint, EndpointList } from '../catalog/snapshot.ts';

type EndpointsOfModel = EndpointList['models'][number];

/**
 * The values by key, without those keys that come with two values: nothing says which of two
 * endpoints under one tag a speed belongs to.
 */
export function unambiguous<Value>(
  entries: Iterable<readonly [key: string, value: Value]>,
): Map<string, Value> {
  const byKey = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    byKey.set(key, [...(byKey.get(key) ?? []), value]);
  }
  return new Map(
    [...byKey].flatMap(([key, [value, ...others]]) =>
      value === undefined || others.length > 0 ? [] : [[key, value] as const],
    ),
  );
}

/**
 * OpenRouter shows speeds to callers with a key only. A model read without any keeps the speeds
 * that were known of its endpoints, and the day on which they were observed.
 */
export function withKnownSpeeds(
  fresh: EndpointsOfModel,
  known: EndpointsOfModel | undefined,
): EndpointsOfModel {
  const seen = fresh.endpoints.some((endpoint) => endpoint.tokensPerSecondMedian !== undefined);
  if (seen || known?.speedsObserved === undefined) {
    return fresh;
  }
  const speeds = unambiguous(
    known.endpoints.map((endpoint) => [place(endpoint), endpoint.tokensPerSecondMedian] as const),
  );
  const endpoints = fresh.endpoints.map((endpoint) => ({
    ...endpoint,
    tokensPerSecondMedian: speeds.get(place(endpoint)),
  }));
  return endpoints.some((endpoint) => endpoint.tokensPerSecondMedian !== undefined)
    ? { ...fresh, speedsObserved: known.speedsObserved, endpoints }
    : fresh;
}

function place({ host, tag }: Endpoint): string {
  return `${host}\n${tag}`;
}
