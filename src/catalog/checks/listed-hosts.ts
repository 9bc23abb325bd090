import { hostPath } from '../host.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import type { Endpoint } from '../snapshot.ts';

type Hosts = Pick<CatalogData, 'hostFiles' | 'hostList' | 'endpoints'>;

/** No two hosts have one name: endpoints name theirs by it. */
export function hostNamesDiffer({ hostFiles }: Pick<CatalogData, 'hostFiles'>): Problem[] {
  const slugs = new Map<string, string>();
  return [...hostFiles].flatMap(([slug, { name }]) => {
    const other = slugs.get(name.toLowerCase());
    slugs.set(name.toLowerCase(), other ?? slug);
    return other === undefined
      ? []
      : [
          {
            file: hostPath(slug),
            record: '',
            field: 'name',
            message: `${JSON.stringify(name)} is the name of ${hostPath(other)}, too; expected that by which OpenRouter’s endpoints name it`,
          },
        ];
  });
}

/** An entry that OpenRouter keeps for tests of its own; it serves nobody. */
const TEST_HOST = 'fake-provider';

/** Every host of OpenRouter's list, or of an endpoint, has a file; without one, stated defaults stand in. */
export function listedHostsHaveFile(data: Hosts): Problem[] {
  const seenIn = new Map(data.hostList.hosts.map(({ slug }) => [slug, 'its provider list']));
  for (const { id, slug } of endpointsByHost(data)) {
    if (!seenIn.has(slug)) seenIn.set(slug, `the endpoints of ${id}`);
  }
  return [...seenIn]
    .filter(([slug]) => slug !== TEST_HOST && !data.hostFiles.has(slug))
    .map(([slug, where]) => ({
      file: hostPath(slug),
      record: '',
      field: '',
      message: `missing, though OpenRouter names the host in ${where}; create it with name and facility, and what else is known`,
    }));
}

/** A tag without a region: the request may go to any of the host's regions. */
const ANYWHERE = 'global';
const AREAS = new Set(['us', 'eu', 'uk', 'jp', 'au', 'europe', 'asia', 'apac', 'americas']);
/** Clouds name their regions by the points of the compass (us-east-2, swedencentral). */
const COMPASS = /north|south|east|west|central/;

/** Every region that a tag names is known, where the host's record has regions; without it, the host's places stand in. */
export function tagRegionsAreKnown(data: Hosts): Problem[] {
  const examples = new Map<string, { slug: string; region: string; id: string }>();
  for (const { id, slug, tag } of endpointsByHost(data)) {
    const regions = data.hostFiles.get(slug)?.regions;
    if (regions === undefined) continue;
    for (const region of tag.split('/').slice(1)) {
      if (!namesRegion(region) || Object.hasOwn(regions.named, region)) continue;
      const key = `${slug}/${region}`;
      if (!examples.has(key)) examples.set(key, { slug, region, id });
    }
  }
  return [...examples.values()].map(({ slug, region, id }) => ({
    file: hostPath(slug),
    record: '',
    field: `regions.named.${region}`,
    message: `missing, though a tag of ${id} names it; add its zones`,
  }));
}

function namesRegion(part: string): boolean {
  return part !== ANYWHERE && (AREAS.has(part) || COMPASS.test(part));
}

/** Every endpoint with its model and its host's slug: by the host's name, else the first part of its tag. */
function endpointsByHost({ hostFiles, hostList, endpoints }: Hosts) {
  const slugs = new Map([
    ...hostList.hosts.map(({ slug, name }) => [name, slug] as const),
    ...[...hostFiles].map(([slug, { name }]) => [name, slug] as const),
  ]);
  const slugOf = ({ host, tag }: Endpoint) => {
    const [first = tag] = tag.split('/');
    return slugs.get(host) ?? first;
  };
  return endpoints.models.flatMap(({ id, endpoints: ofModel }) =>
    ofModel.map((endpoint) => ({ id, slug: slugOf(endpoint), tag: endpoint.tag })),
  );
}
