import { countryOf } from '../../../catalog/country.ts';
import type { PlaceSite } from '../../../catalog/place.ts';
import type { Range } from '../../../estimation/ranges.ts';
import { estimatedEndpoints } from '../../../release/released-serving.ts';

/** What is read here of a released endpoint: its median and where it stands. */
interface Endpoint {
  estimate: { perThousandOutputTokens: { gramsCO2e: Pick<Range, 'central'> } } | undefined;
  place: { sites: readonly Pick<PlaceSite, 'zone'>[] };
}

/** A model with its endpoints. */
interface Served<E> {
  served: { endpoints: readonly E[] };
}

const FEWEST_ENDPOINTS = 3;

/**
 * The model that shows best what the place does: of those served from several countries by at least
 * three estimated endpoints, the one whose endpoint medians (gCO2e per output token) lie furthest
 * apart. Undefined where there is none.
 */
export function workedExample<Model extends Served<Endpoint>>(
  models: readonly Model[],
): Model | undefined {
  return models
    .map((model) => ({ model, endpoints: estimatedEndpoints(model) }))
    .filter(
      ({ endpoints }) => endpoints.length >= FEWEST_ENDPOINTS && countriesOf(endpoints).size > 1,
    )
    .map(({ model, endpoints }) => ({
      model,
      spread: spreadOf(
        endpoints.map(({ estimate }) => estimate.perThousandOutputTokens.gramsCO2e.central),
      ),
    }))
    .toSorted((a, b) => b.spread - a.spread)[0]?.model;
}

function countriesOf(endpoints: readonly Pick<Endpoint, 'place'>[]): Set<string> {
  return new Set(endpoints.flatMap(({ place }) => place.sites.map(({ zone }) => countryOf(zone))));
}

function spreadOf(medians: readonly number[]): number {
  return Math.max(...medians) / Math.min(...medians);
}
