import type { Architecture, LayerGroup } from '../maker.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';

/** Layers by kind add up, each kind stands once, and no more experts work than exist. */
export function architectureLayers(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { architecture }, at }) =>
    architecture === undefined
      ? []
      : contradictions(architecture).map(({ field, message }) => ({
          ...at,
          field: `architecture.${field}`,
          message,
        })),
  );
}

function contradictions({
  layers,
  layersByKind,
  experts,
}: Architecture): { field: string; message: string }[] {
  const sum = layersByKind.reduce((total, group) => total + group.layers, 0);
  const kinds = layersByKind.map(nameOf);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) < index);
  return [
    ...(sum === layers
      ? []
      : [
          {
            field: 'layers',
            message: `${layers}, but ${inWords(layersByKind)} make ${sum}; expected the kinds to add up to layers (blocks without attention or state are feed-forward)`,
          },
        ]),
    ...(twice === undefined
      ? []
      : [
          {
            field: 'layersByKind',
            message: `${twice} is there twice; expected each kind once, add the layers up`,
          },
        ]),
    ...(experts === undefined || experts.active <= experts.routed
      ? []
      : [
          {
            field: 'experts.active',
            message: `${experts.active} of ${experts.routed} routed experts; expected active <= routed, check whether the two are swapped`,
          },
        ]),
  ];
}

/** Sparse layers with an index of their own and those that take the choice of others are two kinds. */
function nameOf(group: LayerGroup): string {
  return group.kind === 'sparse-attention' && group.index === undefined
    ? 'sparse-attention without an index'
    : group.kind;
}

function inWords(groups: readonly LayerGroup[]): string {
  return groups.map((group) => `${group.layers} ${nameOf(group)}`).join(' and ');
}
