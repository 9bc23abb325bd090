import type { CatalogData } from '../catalog/read-data.ts';

/** A part of what was read of others, and the days that it is of: the first and the last where they differ. */
export interface DataDays {
  part: string;
  days: readonly [string] | readonly [string, string];
}

/** The days that one part is of, as text. */
export function partDaysText(parts: readonly DataDays[], part: string): string | undefined {
  return parts.find((one) => one.part === part)?.days.join(' to ');
}

/** The days that each part of OpenRouter's answers is of; a part that was not read is left out. */
export function dataDays({
  modelList,
  endpoints,
  hostList,
  usage,
}: Pick<CatalogData, 'modelList' | 'endpoints' | 'hostList' | 'usage'>): DataDays[] {
  const ofEndpoints = (key: 'retrieved' | 'speedsObserved') =>
    endpoints.models.flatMap((model) => model[key] ?? []);
  return [
    { part: 'models and prices', all: [modelList.retrieved] },
    { part: 'endpoints', all: ofEndpoints('retrieved') },
    { part: 'their speeds', all: ofEndpoints('speedsObserved') },
    { part: 'hosts', all: [hostList.retrieved] },
    { part: 'use', all: [usage.retrieved] },
  ].flatMap(({ part, all }) => {
    const days = [...new Set(all)].toSorted();
    const [first] = days;
    const last = days.at(-1);
    if (first === undefined || last === undefined) return [];
    return { part, days: first === last ? [first] : [first, last] };
  });
}
