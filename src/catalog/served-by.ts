import type { Offer } from '../estimation/price.ts';
import type { ServingEndpoint } from '../estimation/serving.ts';
import type { Host, Hosts } from './join-hosts.ts';
import type { MakerFile } from './maker.ts';
import type { NoEstimate } from './no-estimate.ts';
import type { KnownPlace } from './place.ts';
import type { CatalogData } from './read-data.ts';
import { offerBeforeDiscount } from './sale.ts';
import type { Endpoint, PriceOverride, TokenPrices } from './snapshot.ts';
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
  /** Of the first tag, as asked at present. */
  prices: TokenPrices;
  /** The fraction by which they are reduced at present, 0 where they are not. */
  discount: number;
  /** What is asked in their place, and when. */
  priceOverrides: readonly PriceOverride[];
  tokensPerSecondMedian: number | undefined;
  /**
   * Share of the model's requests by OpenRouter's default routing; absent where there is no estimate
   * for it, or where requests reach it only if it is asked for.
   */
  share: number | undefined;
  /** Whether it can be estimated. */
  estimated: boolean;
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
 * The endpoints of a model. Entries of one host, region and precision under other terms count once,
 * on their plain terms. Shares follow OpenRouter's default routing.
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
    return { endpoints: routed([assumedEndpoint(host)]), listed: false, retrieved: undefined };
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
  return { endpoints: routed([...distinct.values()]), listed: true, retrieved: known.retrieved };
}

/** Terms that a tag names beyond host and precision: none where it is sold on plain terms. */
function furtherTerms({ tag, quantization }: Endpoint): number {
  return tag
    .split('/')
    .slice(1)
    .filter((part) => part !== quantization).length;
}

/** The endpoints as the core takes them: those that the model's figure is the mean of. */
export function servingEndpoints({ endpoints }: ServedBy): ServingEndpoint[] {
  return endpoints.flatMap(({ share, place, servedBits }) =>
    share === undefined ? [] : [{ share, place: place.place, servedBits }],
  );
}

/**
 * What the hosts behind a model's figure ask on plain terms, before any sale: one offer for each host,
 * its lowest. Those without both prices are left out.
 */
export function offersOf({ endpoints }: ServedBy): Offer[] {
  const byHost = Map.groupBy(
    endpoints.filter(({ share }) => share !== undefined),
    ({ host }) => host.slug,
  );
  return [...byHost.values()].flatMap((ofHost) => {
    const offers = ofHost.flatMap(
      ({ prices, discount }) => offerBeforeDiscount(prices, discount) ?? [],
    );
    return offers
      .toSorted((a, b) => a.outputUsdPerMillionTokens - b.outputUsdPerMillionTokens)
      .slice(0, 1);
  });
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
    discount: endpoint.discount ?? 0,
    priceOverrides: endpoint.priceOverrides ?? [],
    tokensPerSecondMedian,
    share: undefined,
    estimated: !host.unmeasured,
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
    discount: 0,
    priceOverrides: [],
    tokensPerSecondMedian: undefined,
    share: undefined,
    estimated: !host.unmeasured,
  };
}

/** OpenRouter weighs prices as a request of so many tokens of input for each of output. */
const ROUTED_INPUT_TOKENS_PER_OUTPUT_TOKEN = 8;

/** A surcharge for staying in a region is above this; below it, prices are taken to be the same. */
const REGION_SURCHARGE = 1.02;

/**
 * Shares by OpenRouter's default: by the inverse square of the price (documentation, "Provider
 * routing"). Endpoints that requests reach only where a region is asked for have none, unless the
 * model has no other. Where an endpoint states no price it counts as the dearest.
 */
function routed(endpoints: ServedEndpoint[]): ServedEndpoint[] {
  const estimated = endpoints.filter((endpoint) => endpoint.estimated);
  const open = estimated.filter((endpoint) => !onlyInRegion(endpoint, estimated));
  const reached = new Set(open.length === 0 ? estimated : open);
  const asked = [...reached].map(routedUsd).filter((usd) => usd !== undefined);
  const dearest = Math.max(...asked, 0);
  const weight = (endpoint: ServedEndpoint) =>
    dearest === 0 ? 1 : ((routedUsd(endpoint) ?? dearest) / dearest) ** -2;
  const sum = [...reached].reduce((total, endpoint) => total + weight(endpoint), 0);
  return endpoints.map((endpoint) => ({
    ...endpoint,
    share: reached.has(endpoint) ? weight(endpoint) / sum : undefined,
  }));
}

/** Whether an endpoint stands in a region at a surcharge, or beside one of its host that does not. */
function onlyInRegion(endpoint: ServedEndpoint, endpoints: readonly ServedEndpoint[]): boolean {
  if (endpoint.region === undefined) return false;
  const elsewhere = endpoints.filter(({ region }) => region === undefined);
  if (elsewhere.some(({ host }) => host.slug === endpoint.host.slug)) return true;
  const least = Math.min(...elsewhere.map((other) => routedUsd(other) ?? Number.POSITIVE_INFINITY));
  return (routedUsd(endpoint) ?? 0) > REGION_SURCHARGE * least;
}

/** What routing weighs, in USD per million requests; undefined where an endpoint asks nothing. */
function routedUsd({
  prices: { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 },
}: ServedEndpoint): number | undefined {
  const usd =
    outputUsdPerMillionTokens + ROUTED_INPUT_TOKENS_PER_OUTPUT_TOKEN * inputUsdPerMillionTokens;
  return usd > 0 ? usd : undefined;
}

/** The reason for a model all of whose hosts serve from accelerators of their own, or undefined. */
export function onlyOnOwnAccelerators({ endpoints }: ServedBy): NoEstimate | undefined {
  if (endpoints.some(({ host }) => !host.unmeasured)) return undefined;
  const hosts = [...new Set(endpoints.map(({ host }) => host.name))].join(' and ');
  return {
    kind: 'own-accelerators',
    reason: `No estimate: own accelerator, not measured. It is served by ${hosts} alone, from accelerators of whose energy per token we know no figure at a known load.`,
  };
}
