import { MakerFile } from '../../../src/catalog/maker.ts';
import { MeasuredRow } from '../../../src/catalog/measurement.ts';
import { ListedModel } from '../../../src/catalog/snapshot.ts';
import type { Source } from '../../../src/catalog/source.ts';

/** Small made-up data, read through the same schemas as the real files. */

const known = { how: 'read', sources: ['card'] } as const;

/** Makers by id, from models by maker/slug. Fields that a test does not speak of are filled in. */
export function makersWith(
  models: Record<string, Record<string, unknown>>,
  more: Record<string, unknown> = {},
): Map<string, MakerFile> {
  const byMaker = new Map<string, Record<string, unknown>>();
  for (const [id, facts] of Object.entries(models)) {
    const [maker = '', slug = ''] = id.split('/');
    byMaker.set(maker, { ...byMaker.get(maker), [slug]: { weights: 'open', ...facts } });
  }
  return new Map(
    [...byMaker].map(([maker, records]) => [
      maker,
      MakerFile.parse({
        name: maker,
        ...more,
        models: records,
      }),
    ]),
  );
}

type Size = number | { low: number; high: number };

/** Parameters of a record, in billions. */
export function size(
  totalBillions: Size,
  activeBillions: Size,
  more: Record<string, unknown> = {},
) {
  return { parameters: { totalBillions, activeBillions, ...known, ...more } };
}

/** Layers with full attention, of the usual cache width. */
export const fullAttention = (layers: number) => ({
  kind: 'full-attention',
  layers,
  kvWidth: 2048,
});

/** Architecture of a record: 40 layers with full attention, unless said otherwise. */
export function architecture(more: Record<string, unknown> = {}) {
  return {
    architecture: { layers: 40, layersByKind: [fullAttention(40)], ...known, ...more },
  };
}

/** A measured row of a dense 14-billion model with 40 layers, unless said otherwise. */
export function measuredRow(more: Record<string, string> = {}): MeasuredRow {
  return MeasuredRow.parse({
    configuration: 'run-1',
    task: 'gpqa',
    huggingFaceId: 'maker/Model-14B',
    precision: 'bf16',
    weightBits: '16',
    accelerator: 'H100',
    acceleratorCount: '1',
    tensorParallel: '1',
    expertParallel: '1',
    dataParallel: '1',
    pipelineParallel: '1',
    maxSequences: '64',
    concurrentSequences: '63.5',
    meanOutputTokens: '600',
    lengthBiasedOutputTokens: '900',
    joulesPerOutputToken: '0.5',
    tokensPerSecond: '1200',
    interTokenLatencyMilliseconds: '20',
    powerWatts: '600',
    totalBillions: '14',
    activeBillions: '14',
    layers: '40',
    hiddenSize: '5120',
    kvWidth: '2048',
    fullAttentionLayers: '40',
    slidingWindowLayers: '0',
    slidingWindowTokens: '0',
    routedExperts: '1',
    activeExperts: '1',
    mixtureOfExperts: 'false',
    hybridStateSpace: 'false',
    multiHeadLatentAttention: 'false',
    architectureGroup: 'model-14b',
    architectureFamily: 'model',
    servingSoftware: 'vllm-0.11.1',
    knownOutlier: 'false',
    ...more,
  });
}

/** OpenRouter's list with these entries. */
export function listOf(...models: Record<string, unknown>[]) {
  return {
    retrieved: '2026-08-22',
    source: 'https://openrouter.ai/api/v1/models',
    models: models.map((model) =>
      ListedModel.parse({
        canonicalSlug: String(model.id),
        name: String(model.id),
        inputModalities: ['text'],
        outputModalities: ['text'],
        prices: {},
        supportsTools: false,
        supportsReasoning: false,
        ...model,
      }),
    ),
  };
}

/** A source that was read in this way. */
export function source(read: Source['read']): Source {
  return { title: 'A card', publisher: 'A maker', year: 2026, licence: 'MIT', read };
}
