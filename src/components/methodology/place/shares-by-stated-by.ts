import type { HostBasis, StatedBy } from '../../../catalog/host.ts';

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
