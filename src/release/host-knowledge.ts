import { gridZone } from '../catalog/grid.ts';
import type { HostBasis, StatedBy } from '../catalog/host.ts';
import type { Host } from '../catalog/join-hosts.ts';

/** What a host's place rests on, in order of precedence. */
export const PLACE_ORIGINS = ['record', 'openrouter', 'headquarters', 'default'] as const;
export type PlaceOrigin = (typeof PLACE_ORIGINS)[number];

/** What a host's place rests on. */
export function placeOrigin({
  file,
  listed,
  place,
}: Pick<Host, 'file' | 'listed' | 'place'>): PlaceOrigin {
  if (file?.places !== undefined) return 'record';
  if (place.zonesBasis.statedBy === 'openrouter') return 'openrouter';
  const headquarters = file?.headquarters?.country ?? listed?.headquarters;
  // A country whose grid nobody publishes stands in for nothing.
  return headquarters !== undefined && gridZone(headquarters) !== undefined
    ? 'headquarters'
    : 'default';
}

/** Who states where serving happens; strongest first. */
export const STATED_BY = [
  'openrouter',
  'operator',
  'others',
  'nobody',
] as const satisfies StatedBy[];

/** What is read here of a released model: who says where each endpoint stands, and its share. */
interface PlacedModel {
  served: {
    endpoints: readonly {
      share: number | undefined;
      place: { zonesBasis: Pick<HostBasis, 'statedBy'> };
    }[];
  };
}

/** For each who states places, the mean over all models of the share that is served from them. */
export function sharesByStatedBy(models: readonly PlacedModel[]): Record<StatedBy, number> {
  const shares = { openrouter: 0, operator: 0, others: 0, nobody: 0 };
  for (const { served } of models) {
    for (const { share = 0, place } of served.endpoints) {
      shares[place.zonesBasis.statedBy] += share / models.length;
    }
  }
  return shares;
}
