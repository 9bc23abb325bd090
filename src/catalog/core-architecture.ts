import type * as core from '../estimation/energy-shape.ts';
import type { Architecture, LayerGroup } from './maker.ts';

/** A recorded architecture in the core's terms. */
export function coreArchitecture({
  layers,
  hiddenSize,
  layersByKind,
  experts,
}: Architecture): core.Architecture {
  const full = ofKind(layersByKind, 'full-attention');
  const windowed = ofKind(layersByKind, 'sliding-window');
  const selective = layersByKind.flatMap(selectiveAttention);
  const recurrent = layersByKind.filter(
    (group) => group.kind === 'state-space' || group.kind === 'linear-attention',
  );
  // Where no layer attends to everything, the width of those that attend at all stands in.
  const kvWidth = (full ?? windowed ?? selective[0])?.kvWidth ?? 0;
  return {
    layers,
    hiddenSize,
    fullAttentionLayers: full?.layers ?? 0,
    slidingWindowLayers: windowed?.layers ?? 0,
    slidingWindowTokens: windowed?.windowTokens ?? 0,
    kvWidth,
    ...(windowed !== undefined &&
      windowed.kvWidth !== kvWidth && { slidingWindowKvWidth: windowed.kvWidth }),
    ...(selective.length > 0 && { selectiveAttention: selective }),
    routedExperts: experts?.routed,
    activeExperts: experts?.active,
    hybridStateSpace: recurrent.length > 0,
    ...(recurrent.length > 0 && { recurrentStateElements: stateElementsOf(recurrent) }),
  };
}

/** The layers of a kind, of which a record names each once (the data check sees to it). */
function ofKind<K extends LayerGroup['kind']>(
  groups: readonly LayerGroup[],
  kind: K,
): Extract<LayerGroup, { kind: K }> | undefined {
  return groups.find((group): group is Extract<LayerGroup, { kind: K }> => group.kind === kind);
}

function selectiveAttention(group: LayerGroup): core.SelectiveAttention[] {
  switch (group.kind) {
    case 'sparse-attention': {
      const { layers, kvWidth, topK, tokensPerEntry = 1, windowTokens, index } = group;
      return [
        {
          layers,
          kvWidth,
          tokensPerEntry,
          mostEntries: topK,
          windowTokens,
          indexWidth: index?.width,
          indexHeads: index?.heads,
        },
      ];
    }
    case 'compressed-attention': {
      const { layers, kvWidth, tokensPerEntry, windowTokens } = group;
      return [{ layers, kvWidth, tokensPerEntry, windowTokens }];
    }
    default:
      return [];
  }
}

/** Of all layers together; undefined where one kind's is not recorded. */
function stateElementsOf(
  groups: readonly Extract<LayerGroup, { kind: 'state-space' | 'linear-attention' }>[],
): number | undefined {
  let sum = 0;
  for (const { layers, stateElements } of groups) {
    if (stateElements === undefined) return undefined;
    sum += layers * stateElements;
  }
  return sum;
}
