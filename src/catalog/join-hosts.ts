import type { Accelerators, HostFile } from './host.ts';
import { type KnownPlace, placeOfHost, placeOfRegion } from './place.ts';
import type { CatalogData } from './read-data.ts';
import type { ListedHost } from './snapshot.ts';

/** A host joined with what is known of it. */
export interface Host {
  /** OpenRouter's slug, by which requests are routed; empty for the stated default. */
  slug: string;
  /** As OpenRouter's endpoints name it. */
  name: string;
  /** Absent where nobody has written anything down about it. */
  file: HostFile | undefined;
  /** Absent where OpenRouter's provider list does not hold it. */
  listed: ListedHost | undefined;
  place: KnownPlace;
  /** Places of its regions, by the name in endpoint tags. */
  regions: ReadonlyMap<string, KnownPlace>;
  accelerators: Accelerators | undefined;
  /** Whether it serves from accelerators of its own alone, whose energy nobody has measured as needed here. */
  unmeasured: boolean;
}

/** All hosts, and the one that stands in where nothing is known. */
export interface Hosts {
  all: readonly Host[];
  /** The host that an endpoint names, by its name or else the first part of its tag. */
  ofEndpoint: (name: string, tag: string) => Host;
  bySlug: (slug: string) => Host | undefined;
  unknown: Host;
}

/** Joins OpenRouter's hosts with the project's records of them. */
export function joinHosts(data: CatalogData): Hosts {
  const listed = new Map(data.hostList.hosts.map((host) => [host.slug, host]));
  const slugs = new Set([...listed.keys(), ...data.hostFiles.keys()]);
  const bySlug = new Map(
    [...slugs]
      .toSorted()
      .map((slug) => [slug, hostOf(slug, data.hostFiles.get(slug), listed.get(slug), data)]),
  );
  const byName = new Map([...bySlug.values()].map((host) => [host.name, host]));
  const unwritten = new Map<string, Host>();
  const ofEndpoint = (name: string, tag: string): Host => {
    const [slug = ''] = tag.split('/');
    const tagged = bySlug.get(slug);
    // Two may have one name, as where a list has a host under a new slug, too.
    const known =
      tagged?.name === name ? tagged : (byName.get(name) ?? tagged ?? unwritten.get(slug));
    if (known !== undefined) return known;
    const host = { ...hostOf(slug, undefined, undefined, data), name };
    unwritten.set(slug, host);
    return host;
  };
  const unknown = {
    ...hostOf('', undefined, undefined, data),
    name: data.factors.facility.defaultHost.name,
  };
  return {
    all: [...bySlug.values()],
    ofEndpoint,
    bySlug: (slug) => bySlug.get(slug),
    unknown,
  };
}

function hostOf(
  slug: string,
  file: HostFile | undefined,
  listed: ListedHost | undefined,
  { factors }: CatalogData,
): Host {
  const regions = Object.keys(file?.regions?.named ?? {}).flatMap((region) => {
    const place = file && placeOfRegion(slug, region, file, factors);
    return place === undefined ? [] : [[region, place] as const];
  });
  const accelerators = file?.accelerators;
  return {
    slug,
    name: file?.name ?? listed?.name ?? slug,
    file,
    listed,
    place: placeOfHost(slug, file, listed, factors),
    regions: new Map(regions),
    accelerators,
    unmeasured: accelerators?.kinds.every((kind) => kind === 'own') ?? false,
  };
}
