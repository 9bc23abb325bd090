import type { EstimableModel } from '../catalog/catalog.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { sourcesOfPlaces } from './released-serving.ts';

/** The ids of all sources of a model: what is particular to it, before what all models share. */
export function sourcesOfModel(
  { facts, servedBy, input }: EstimableModel,
  data: CatalogData,
): string[] {
  const { accelerator, price } = data.factors;
  return [
    ...new Set([
      ...(input.model.tier === 'measured' ? accelerator.sources : []),
      ...(facts?.architecture?.sources ?? []),
      ...(facts?.parameters?.sources ?? []),
      ...(facts?.precision?.sources ?? []),
      ...(input.model.tier === 'price' ? price.closed.sources : accelerator.sources),
      ...price.line.sources,
      ...sourcesOfPlaces(servedBy.endpoints),
    ]),
  ];
}
