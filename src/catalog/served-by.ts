import type { ServingEndpoint } from '../estimation/serving.ts';
import type { Host, Hosts } from './hosts.ts';
import type { MakerFile } from './maker.ts';
import type { NoEstimate } from './no-estimate.ts';
import type { KnownPlace } from './place.ts';
import type { CatalogData } from './read-data.ts';
import type { Endpoint, TokenPrices } from './snapshot.ts';
import { statedBits } from './weight-bits.ts';

/** An endpoint of a model, told apart from others by host, region and precision. */
export interface ServedEndpoint {
  host: Host;
  /** Region that its tag names, where the host's record knows it. */
  region: string | undefined;
  place: KnownPlace;
  /** As the host states it. */
  quantization: string | undefined;
  /** Bits per weight that the energy model counts for it. */
  servedBits: number | undefined;
  /** OpenRouter's tags, plain terms first: the same serving may be sold under several (flex, priority). */
  tags: string[];
  /** Of the first tag. */
  prices: TokenPrices;
  tokensPerSecondMedian: number | undefined;
  /** Share of the model's requests; absent where there is no estimate for it. */
  share: number | undefined;
}

/** By whom a model is served. */
export interface ServedBy {
  endpoints: ServedEndpoint[];
  /** Whether OpenRouter listed them; where not, its maker's own host or the stated default stands in. */
  listed: boolean;
  /** The day they were read. */
  retrieved: string | undefined;
}

/**
 * The endpoints of a model. Entries of one host, region and precision under other terms count once.
 * Every endpoint that can be estimated has the same share, since nobody publishes volumes.
 */
export function servedByOf(
  id: string,
  maker: MakerFile,
  hosts: Hosts,
  { endpoints }: CatalogData,
): ServedBy {
  const known = endpoints.models.find((model) => model.id === id);
  if (known === undefined || known.endpoints.length === 0) {
    const host = hosts.bySlug(maker.host ?? '') ?? hosts.unknown;
    return { endpoints: shared([assumedEndpoint(host)]), listed: false, retrieved: undefined };
  }
  const distinct = new Map<string, ServedEndpoint>();
  for (const endpoint of known.endpoints.toSorted((a, b) => furtherTerms(a) - furtherTerms(b))) {
    const served = servedEndpoint(endpoint, hosts.ofEndpoint(endpoint.host, endpoint.tag));
    const key = [served.host.slug, served.region, served.quantization].join(' ');
    const same = distinct.get(key);
    if (same === undefined) distinct.set(key, served);
    else {
      same.tags.push(...served.tags);
      same.tokensPerSecondMedian ??= served.tokensPerSecondMedian;
    }
  }
  return { endpoints: shared([...distinct.values()]), listed: true, retrieved: known.retrieved };
}

/** Terms that a tag names beyond host and precision: none where it is sold on plain terms. */
function furtherTerms({ tag, quantization }: Endpoint): number {
  return tag
    .split('/')
    .slice(1)
    .filter((part) => part !== quantization).length;
}

/** The endpoints as the core takes them: those that can be estimated. */
export function servingEndpoints({ endpoints }: ServedBy): ServingEndpoint[] {
  return endpoints.flatMap(({ share, place, servedBits }) =>
    share === undefined ? [] : [{ share, place: place.place, servedBits }],
  );
}

function servedEndpoint(endpoint: Endpoint, host: Host): ServedEndpoint {
  const { tag, quantization, prices, tokensPerSecondMedian } = endpoint;
  const region = tag
    .split('/')
    .slice(1)
    .find((part) => host.regions.has(part));
  return {
    host,
    region,
    place: (region === undefined ? undefined : host.regions.get(region)) ?? host.place,
    quantization,
    servedBits: quantization === undefined ? undefined : statedBits(quantization),
    tags: [tag],
    prices,
    tokensPerSecondMedian,
    share: undefined,
  };
}

function assumedEndpoint(host: Host): ServedEndpoint {
  return {
    host,
    region: undefined,
    place: host.place,
    quantization: undefined,
    servedBits: undefined,
    tags: [],
    prices: {},
    tokensPerSecondMedian: undefined,
    share: undefined,
  };
}

/** Equal shares for those that can be estimated. */
function shared(endpoints: ServedEndpoint[]): ServedEndpoint[] {
  const share = 1 / endpoints.filter(({ host }) => !host.unmeasured).length;
  return endpoints.map((endpoint) => ({
    ...endpoint,
    share: endpoint.host.unmeasured ? undefined : share,
  }));
}

/** The reason for a model all of whose hosts serve from accelerators of their own, or undefined. */
export function onlyOnOwnAccelerators({ endpoints }: ServedBy): NoEstimate | undefined {
  if (endpoints.some(({ host }) => !host.unmeasured)) return undefined;
  const hosts = [...new Set(endpoints.map(({ host }) => host.name))].join(' and ');
  return {
    kind: 'own-accelerators',
    reason: `No estimate: own accelerator, not measured. It is served by ${hosts} alone, from accelerators whose energy per token nobody has published.`,
  };
}
