import type { MakerFile, ModelFacts, ServedFrom } from './maker.ts';
import type { CatalogData } from './read-data.ts';
import type { Endpoint, ListedModel } from './snapshot.ts';

/**
 * Where a model is taken to be served, until hosts are counted one by one. An open model is served
 * by whoever wants to: the country in which most of its listed hosts stand (data centres where they
 * are stated, else headquarters). A closed model, and an open one whose hosts say nothing, is served
 * where its maker serves.
 */
export function servedFromOf(
  model: ListedModel,
  facts: ModelFacts | undefined,
  maker: MakerFile,
  data: CatalogData,
): ServedFrom {
  if (facts?.weights !== 'open') return maker.servedFrom;
  const hosts = new Map(data.hosts.hosts.map((host) => [host.name, host]));
  const hostNames = new Set(endpointsOf(model.id, data).map(({ host }) => host));
  const countries = [...hostNames].flatMap((name) => {
    const host = hosts.get(name);
    return host?.dataCentreCountries?.[0] ?? host?.headquarters ?? [];
  });
  const commonest = commonestOf(countries, maker.servedFrom.country);
  if (commonest === undefined) return maker.servedFrom;
  return {
    country: commonest.country,
    how: 'derived',
    sources: ['openrouter-endpoints', 'openrouter-providers'],
    note: `${commonest.count} of its ${hostNames.size} listed hosts have their data centres, or else their headquarters, there.`,
  };
}

/** The endpoints of a model in the snapshot; none where they were not read. */
export function endpointsOf(id: string, { endpoints }: CatalogData): readonly Endpoint[] {
  return endpoints.models.find((model) => model.id === id)?.endpoints ?? [];
}

/** The country named most often; of several, the preferred one, else the first by its code. */
function commonestOf(countries: readonly string[], preferred: string) {
  const counted = [...Map.groupBy(countries, (country) => country)].map(([country, named]) => ({
    country,
    count: named.length,
  }));
  return counted.toSorted(
    (a, b) =>
      b.count - a.count ||
      Number(b.country === preferred) - Number(a.country === preferred) ||
      (a.country < b.country ? -1 : 1),
  )[0];
}
