import type { StatedBy } from '../../catalog/host.ts';
import type { HostServing } from './host-servings.ts';

/** From this many models on a host is called large. */
export const LARGE_FROM_MODELS = 10;

/** How many hosts there are by who states where they serve from. */
export interface HostCounts {
  all: number;
  statedBy: Record<StatedBy, number>;
  large: number;
  /** Large hosts of whose place nobody says anything. */
  largeUnstated: number;
}

/** Counts hosts by how their place is known. */
export function hostCounts(servings: readonly HostServing[]): HostCounts {
  const statedBy = { openrouter: 0, operator: 0, others: 0, nobody: 0 };
  for (const { host } of servings) statedBy[host.place.zonesBasis.statedBy] += 1;
  const large = servings.filter(({ modelCount }) => modelCount >= LARGE_FROM_MODELS);
  return {
    all: servings.length,
    statedBy,
    large: large.length,
    largeUnstated: large.filter(({ host }) => host.place.zonesBasis.statedBy === 'nobody').length,
  };
}
