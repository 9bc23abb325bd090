import { methodOf } from '../../../src/catalog/method-of-factors.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import type { Place } from '../../../src/estimation/facility.ts';
import type { EstimationInput } from '../../../src/estimation/preparation.ts';
import type { ServingEndpoint } from '../../../src/estimation/serving.ts';

/** The project's own data and method, read once for the tests. */
export const data = readData(process.cwd());
export const method = methodOf(data.factors);

/** A place on a grid of one value, as in the golden cases. */
export function placeOn(
  gridGramsPerKilowattHour: number,
  id = `grid-${gridGramsPerKilowattHour}`,
): Place {
  return {
    id,
    powerUsageEffectiveness: { low: 1.08, central: 1.2, high: 1.5 },
    waterOnSiteLitresPerKilowattHour: { low: 0, central: 0.4, high: 1.8 },
    sites: [
      {
        share: 1,
        gridGramsPerKilowattHour,
        waterOffSiteLitresPerKilowattHour: { low: 1.8, central: 3.1, high: 4.5 },
      },
    ],
  };
}

/** The place of the golden cases, with a middling grid. */
export const place = placeOn(383.6);

/** Served at one place alone. */
export const servedAt = (only: Place): ServingEndpoint[] => [{ share: 1, place: only }];

/** A model served at one place, its own draws seeded by an id. */
export const inputOf = (
  model: EstimationInput['model'],
  at: Place = place,
  drawnAs = 'maker/model',
): EstimationInput => ({ drawnAs, model, endpoints: servedAt(at) });

/** A model of known size without further knowledge. */
export const sizedModel = (
  active: number,
  total = active,
  tier: 'architecture' | 'parameters' = 'parameters',
) => ({ tier, active, total, mixtureOfExperts: active < total, precision: {} }) as const;

/** A model known by its price alone. */
export const pricedModel = (usdPerMillionInputTokens: number, output = 4) =>
  ({
    tier: 'price',
    inputUsdPerMillionTokens: usdPerMillionInputTokens,
    outputUsdPerMillionTokens: output * usdPerMillionInputTokens,
  }) as const;
