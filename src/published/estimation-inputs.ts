import type { Place } from '../estimation/facility.ts';
import type { EstimationInputs } from '../library/estimation-inputs.ts';
import type { Release } from '../release/release.ts';

/** The inputs of every model of a release. */
export function estimationInputsOf({ release, methodVersion, models }: Release): EstimationInputs {
  const places: Record<string, Place> = {};
  const named = models.map(({ id, input }) => ({
    id,
    model: input.model,
    endpoints: input.endpoints.map(({ place, ...endpoint }) => {
      places[place.id] = place;
      return { ...endpoint, place: place.id };
    }),
  }));
  return { release, methodVersion, places, models: named };
}
