import type { Triangular } from '../estimation/distributions.ts';
import type { Method } from '../estimation/method.ts';
import type { EvidenceTier } from '../estimation/tier.ts';
import type { EstimationInputs } from './estimation-inputs.ts';

/** A model of a release: its names and what it is estimated from. */
export type PackagedModel = EstimationInputs['models'][number] & {
  name: string;
  evidence: EvidenceTier;
  /** Variants and aliases that this model answers for. */
  otherIds: string[];
};

/** /api/v1/calculation.json: all that a program needs to compute with a release, in one file. */
export interface PackagedRelease extends Omit<EstimationInputs, 'models'> {
  licence: string;
  attribution: string;
  method: Method;
  models: PackagedModel[];
  /** Grid zones with their yearly means, gCO2e per kWh. */
  zones: { zone: string; name: string; gramsPerKilowattHour: number }[];
  /** Litres consumed per kWh generated. */
  offSiteWater: { world: Triangular; zones: Record<string, Triangular> };
}
