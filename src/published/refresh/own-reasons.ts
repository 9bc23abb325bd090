import { factsOf } from '../../catalog/facts-of.ts';
import { modelIdParts } from '../../catalog/model-id.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { discountOf } from '../../catalog/sale.ts';
import type { Endpoint, ListedModel, TokenPrices } from '../../catalog/snapshot.ts';
import { changedFields } from './changed-fields.ts';

/** What is read here of everything that a release is made of. */
type Known = Pick<
  CatalogData,
  'modelList' | 'endpoints' | 'hostList' | 'hostFiles' | 'makers' | 'factors'
>;

/**
 * What of a model itself differs between two states of the data, in short words: its price, its
 * endpoints and their hosts, what is recorded of it. Empty where only what all models share differs.
 */
export function ownReasons(id: string, before: Known, after: Known): string[] {
  const [old, now] = [before, after].map((data) =>
    data.modelList.models.find((model) => model.id === id),
  );
  if (old === undefined || now === undefined) return [];
  const { maker } = modelIdParts(id);
  return [
    ...priceReasons(old, now),
    ...saleReasons(discountOf(old, before), discountOf(now, after)),
    ...endpointReasons(endpointsOf(id, before), endpointsOf(id, after)),
    ...hostReasons(id, before, after),
    ...changedFields(factsOf(old, before), factsOf(now, after)),
    ...(before.makers.get(maker)?.host === after.makers.get(maker)?.host
      ? []
      : ['the host that stands in']),
  ];
}

function priceReasons({ prices: old }: ListedModel, { prices: now }: ListedModel): string[] {
  const told = (prices: TokenPrices) =>
    [prices.inputUsdPerMillionTokens, prices.outputUsdPerMillionTokens]
      .map((price) => price ?? 'none')
      .join(' in, ')
      .concat(' out');
  return told(old) === told(now) ? [] : [`list price, $ per million: ${told(old)} -> ${told(now)}`];
}

function saleReasons(before: number, after: number): string[] {
  const told = (discount: number) => `${Math.round(100 * discount)} %`;
  return before === after ? [] : [`discount ${told(before)} -> ${told(after)}`];
}

function endpointReasons(before: readonly Endpoint[], after: readonly Endpoint[]): string[] {
  const figures = (endpoints: readonly Endpoint[]) =>
    endpoints.map(({ host, tag, quantization, prices, discount }) => [
      host,
      tag,
      quantization,
      prices,
      discount,
    ]);
  if (same(figures(before), figures(after))) return [];
  return [
    before.length === after.length
      ? 'prices or precision of its endpoints'
      : `endpoints ${before.length} -> ${after.length}`,
  ];
}

function hostReasons(id: string, before: Known, after: Known): string[] {
  const slugs = new Set(endpointsOf(id, after).flatMap(({ tag }) => tag.split('/').slice(0, 1)));
  const placed = (slug: string, { hostList, hostFiles }: Known) => [
    hostList.hosts.find((host) => host.slug === slug),
    hostFiles.get(slug),
  ];
  const moved = [...slugs].filter((slug) => !same(placed(slug, before), placed(slug, after)));
  return moved.length === 0 ? [] : [`what is known of ${moved.join(', ')}`];
}

function endpointsOf(id: string, { endpoints }: Known): readonly Endpoint[] {
  return endpoints.models.find((model) => model.id === id)?.endpoints ?? [];
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
