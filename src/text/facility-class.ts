import type { FacilityClass } from '../catalog/host.ts';

/** What kind of building a host is taken to stand in. */
export const FACILITY_CLASS_WORDS: Readonly<Record<FacilityClass, string>> = {
  hyperscale: 'Hyperscale cloud',
  neocloud: 'GPU cloud or colocation',
  china: 'Data centre in China',
  unknown: 'Nothing is known',
};
