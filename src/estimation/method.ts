import type { AcceleratorCoefficients } from './accelerator.ts';
import type { FacilityDistributions } from './facility.ts';
import type { ServingDistributions } from './operating-point.ts';
import type { PriceRegression } from './price.ts';
import type { EvidenceTier } from './tier.ts';

/** Every constant that the estimate rests on. The data files under data/factors hold the values. */
export interface Method {
  accelerator: AcceleratorCoefficients;
  /** Standard deviation of ln(true / modelled) output energy, by what is known of the model. */
  formErrorSdLn: Readonly<Record<Exclude<EvidenceTier, 'price'>, number>>;
  /** Weight of a model's own measurements against the fit. */
  measuredCorrection: { sdLnBetweenModels: number; sdLnWithinCell: number };
  serving: ServingDistributions;
  facility: FacilityDistributions;
  price: PriceRegression;
}
