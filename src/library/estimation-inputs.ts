import type { Place } from '../estimation/facility.ts';
import type { EstimationInput } from '../estimation/preparation.ts';
import type { ServingEndpoint } from '../estimation/serving.ts';

/** An endpoint with its place by name. */
type NamedEndpoint = Omit<ServingEndpoint, 'place'> & { place: string };

/**
 * All that the core needs to repeat every figure of a release, given its method: places by name,
 * so that each stands here once.
 */
export interface EstimationInputs {
  release: string;
  methodVersion: string;
  places: Record<string, Place>;
  models: {
    id: string;
    /** Absent where it is the id. */
    drawnAs?: string | undefined;
    model: EstimationInput['model'];
    endpoints: NamedEndpoint[];
  }[];
}

/** The inputs of each model by its id, as the core takes them; one place object for each place. */
export function inputsById({
  places,
  models,
}: Pick<EstimationInputs, 'places' | 'models'>): Map<string, EstimationInput> {
  // Places may be called by any word, that of a method of all objects too.
  const byName = new Map(Object.entries(places));
  return new Map(
    models.map(({ id, drawnAs = id, model, endpoints }) => [
      id,
      {
        drawnAs,
        model,
        endpoints: endpoints.flatMap(({ place: name, ...endpoint }) => {
          const place = byName.get(name);
          return place === undefined ? [] : [{ ...endpoint, place }];
        }),
      },
    ]),
  );
}
