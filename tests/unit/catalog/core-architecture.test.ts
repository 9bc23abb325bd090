import { expect, test } from 'vitest';
import { coreArchitecture } from '../../../src/catalog/core-architecture.ts';
import { Architecture } from '../../../src/catalog/maker.ts';

const inCore = (layers: number, layersByKind: readonly object[], more: object = {}) =>
  coreArchitecture(
    Architecture.parse({ layers, layersByKind, how: 'read', sources: ['card'], ...more }),
  );

test('full attention alone is said as before, so that earlier figures stay', () => {
  expect(inCore(40, [{ kind: 'full-attention', layers: 40, kvWidth: 2048 }])).toEqual({
    layers: 40,
    fullAttentionLayers: 40,
    slidingWindowLayers: 0,
    slidingWindowTokens: 0,
    kvWidth: 2048,
    hybridStateSpace: false,
  });
});

test('a width of their own is said of layers with a window, and only then', () => {
  const full = { kind: 'full-attention', layers: 10, kvWidth: 4096 };
  const windowed = { kind: 'sliding-window', layers: 50, kvWidth: 8192, windowTokens: 1024 };
  const gemma = inCore(60, [full, windowed], { hiddenSize: 5376 });
  expect(gemma).toMatchObject({ hiddenSize: 5376, kvWidth: 4096, slidingWindowKvWidth: 8192 });
  expect(inCore(60, [full, { ...windowed, kvWidth: 4096 }])).not.toHaveProperty(
    'slidingWindowKvWidth',
  );
});

test('states of all layers add up, and stay open where one is not recorded', () => {
  const mamba = { kind: 'state-space', layers: 20, stateElements: 1000 };
  const linear = { kind: 'linear-attention', layers: 10, stateElements: 500 };
  expect(inCore(30, [mamba, linear])).toMatchObject({
    hybridStateSpace: true,
    recurrentStateElements: 25_000,
  });
  const open = inCore(30, [mamba, { kind: 'linear-attention', layers: 10 }]);
  expect(open.hybridStateSpace).toBe(true);
  expect(open.recurrentStateElements).toBeUndefined();
});

test('sparse and compressed layers keep what they choose from and what they always read', () => {
  const { selectiveAttention, kvWidth, fullAttentionLayers } = inCore(41, [
    {
      kind: 'sparse-attention',
      layers: 21,
      kvWidth: 512,
      topK: 512,
      tokensPerEntry: 4,
      windowTokens: 128,
      index: { heads: 64, width: 128 },
    },
    { kind: 'compressed-attention', layers: 20, kvWidth: 512, tokensPerEntry: 128 },
  ]);
  expect({ kvWidth, fullAttentionLayers }).toEqual({ kvWidth: 512, fullAttentionLayers: 0 });
  expect(selectiveAttention).toEqual([
    {
      layers: 21,
      kvWidth: 512,
      tokensPerEntry: 4,
      mostEntries: 512,
      windowTokens: 128,
      indexWidth: 128,
      indexHeads: 64,
    },
    { layers: 20, kvWidth: 512, tokensPerEntry: 128 },
  ]);
});
