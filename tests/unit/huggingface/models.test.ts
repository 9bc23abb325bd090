import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { modelRecords } from '../../../src/catalog/checks/model-records.ts';
import { recordOf } from '../../../src/catalog/facts-of.ts';
import { MakerFile } from '../../../src/catalog/maker.ts';
import { type CatalogData, readData } from '../../../src/catalog/read-data.ts';
import { SourceFile } from '../../../src/catalog/source.ts';
import { differencesOf } from '../../../src/huggingface/differences.ts';
import { factsFromHub } from '../../../src/huggingface/model-facts.ts';
import { countParameters } from '../../../src/huggingface/parameter-count.ts';
import { pullModels } from '../../../src/huggingface/pull-models.ts';
import { modelsReportText } from '../../../src/huggingface/report.ts';
import { readTextConfig } from '../../../src/huggingface/text-config.ts';
import { heldParameters } from '../../../src/huggingface/weight-files.ts';
import { ownDirectory } from '../openrouter/pulling.ts';
import { CONFIGS, type FakeRepository, fakeHub } from './fake-hub.ts';

const data = readData('.');

/** The catalog with one model on its list and, where given, one record. */
function catalogOf(models: readonly object[], makers: CatalogData['makers'] = new Map()) {
  const [like] = data.modelList.models;
  return {
    ...data,
    makers,
    modelList: { ...data.modelList, models: models.map((model) => ({ ...like!, ...model })) },
  };
}

async function pulled(repositories: Record<string, FakeRepository>, catalog: CatalogData) {
  const { hub, asked } = await fakeHub(repositories);
  const folder = await ownDirectory();
  const onProgress = () => undefined;
  const report = await pullModels({ hub, data: catalog, folder, today: '2026-12-01', onProgress });
  return { report, asked, text: (name: string) => readFile(path.join(folder, name), 'utf8') };
}

const facts = (id: string, parameters?: Record<string, number>) =>
  factsFromHub(
    { id, source: 'hub' },
    {
      model: { safetensors: parameters && { parameters } },
      config: { json: CONFIGS[id] },
    },
  );

describe('what configurations say', () => {
  test('agrees with the records of the same repositories in size, width and layers', () => {
    const compared = modelRecords(data).filter(
      ({ facts: { huggingFaceId } }) => CONFIGS[huggingFaceId ?? ''] !== undefined,
    );
    expect(compared.length).toBeGreaterThan(5);
    for (const { id, facts: recorded } of compared) {
      const found = facts(recorded.huggingFaceId!);
      const architecture =
        recorded.architecture ??
        recordOf({ id: recorded.architectureOf ?? id }, data)?.architecture;
      const fields = differencesOf(recorded, architecture, found.facts).map(({ field }) => field);
      expect([id, fields.filter((field) => field.startsWith('architecture'))]).toEqual([id, []]);
      const { totalBillions } = recorded.parameters!;
      const counted = found.facts.parameters!.totalBillions;
      if (typeof totalBillions !== 'number' || typeof counted !== 'number') continue;
      expect([id, Math.abs(counted / totalBillions - 1) < 0.04]).toEqual([id, true]);
    }
  });

  test.each([
    ['openai/gpt-oss-120b', 116.8, 5.7],
    ['moonshotai/Kimi-K2.5', 1026, 32.9],
    ['deepseek-ai/DeepSeek-V4-Flash', 284, 13.5],
    ['deepseek-ai/DeepSeek-V3.2', 671.9, 38.4],
    ['Qwen/Qwen3.5-397B-A17B', 396, 17.3],
    ['Qwen/Qwen3-32B', 32.8, 32.8],
  ])('%s has %d billion parameters, %d of them active', (id, total, active) => {
    const counted = countParameters(readTextConfig(CONFIGS[id])!.config)!;
    expect(counted.total / 1e9 / total).toBeCloseTo(1, 2);
    expect(counted.active / 1e9 / active).toBeCloseTo(1, 2);
  });

  test.each([
    ['moonshotai/Kimi-K2.5', undefined, 'int4', 'read'],
    ['deepseek-ai/DeepSeek-V4-Flash', undefined, 'fp8-fp4-experts', 'read'],
    ['openai/gpt-oss-120b', { U8: 60e9, BF16: 2e9 }, 'mxfp4', 'read'],
    // Its quantization stands in a file of its own, beside a configuration in bfloat16.
    ['nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-FP8', undefined, 'fp8', 'name'],
    ['nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-FP8', { F8_E4M3: 1e9, BF16: 1e8 }, 'fp8', 'read'],
    ['Qwen/Qwen3-32B', undefined, 'bf16', 'read'],
  ])('%s with %j is in %s, by what is %s', (id, parameters, format, how) => {
    const found = facts(id, parameters).facts.precision;
    expect(found).toMatchObject({ format, how });
  });

  test('a kind of layer that is not known is told, not taken for attention', () => {
    const json = { ...CONFIGS['Qwen/Qwen3-32B'], layer_types: Array(64).fill('oscillator') };
    const read = factsFromHub({ id: 'a/b', source: 'hub' }, { model: {}, config: { json } });
    expect(read.facts.architecture).toBeUndefined();
    expect(read.unread.join()).toContain('"oscillator", a kind that is not known');
  });

  const dense = CONFIGS['Qwen/Qwen3-32B'] as object;
  const read = (change: object) =>
    factsFromHub(
      { id: 'maker/model-33b', source: 'hub' },
      {
        model: { safetensors: { parameters: { BF16: 32.76e9 } } },
        config: { json: { ...dense, ...change } },
      },
    );

  test.each([
    { num_experts: 64, moe_intermediate_size: 1024 },
    { num_experts: [64, 64], num_experts_per_tok: 8 },
    { num_experts: 8, num_experts_per_tok: 16 },
    { ffn_config: { moe_num_experts: 16, moe_top_k: 4 } },
    ...[{ expert_layer_period: 2 }, { zero_expert_num: 256 }, { moe_layers: [1, 3] }].map(
      (layout) => ({ num_experts: 64, num_experts_per_tok: 8, ...layout }),
    ),
  ])('a mixture that cannot be read is no dense model: %j', (change) => {
    const { facts: found, unread } = read(change);
    expect(found.parameters).toBeUndefined();
    expect(found.architecture).toBeUndefined();
    expect(unread.join()).toMatch(/experts.*active parameters/);
  });

  test.each([
    { sliding_window: '4096' },
    { block_types: ['recurrent', 'attention'] },
    { model_type: 'rwkv7' },
    { full_attention_interval: 0, linear_num_value_heads: 32 },
    { hybrid_layer_pattern: Array(64).fill(2), sliding_window: 128 },
    { num_kv_shared_layers: 16 },
    { use_yoco: true },
    { total_ut_steps: 4, layer_types: Array(64).fill('full_attention') },
    { model_type: 'bailing_moe_linear' },
    { layer_group_size: 8 },
    { kv_lora_rank: 512 },
    { num_key_value_heads: undefined, num_kv_heads: 8 },
    { model_type: 'new', sliding_window: 4096, use_sliding_window: undefined },
    { num_hidden_layers: 0 },
    { num_hidden_layers: 1e12 },
    { head_dim: undefined, hidden_size: 5121 },
  ])('layers that cannot be told are told of, and never taken for others: %j', (change) => {
    const { facts: found, unread } = read(change);
    expect(found.architecture).toBeUndefined();
    expect(unread).not.toEqual([]);
  });

  const counted = (change: object) =>
    countParameters(readTextConfig({ ...dense, ...change })!.config);

  test.each([
    { moe_layer_start_index: 3, moe_layer_end_index: 63 },
    { num_dense_layers: 3 },
    { mlp_only_layers: [0, 1, 2] },
    { moe_layers_enum: Array.from({ length: 61 }, (_, at) => at + 3).join(',') },
    { moe_layer_freq: [0, 0, 0, ...Array(61).fill(1)] },
  ])('layers without experts are counted so, however they are told: %j', (layout) => {
    const mixture = { num_experts: 64, num_experts_per_tok: 8, moe_intermediate_size: 1024 };
    const known = counted({ ...mixture, first_k_dense_replace: 3 });
    expect(counted({ ...mixture, ...layout })).toEqual(known);
    expect(counted(mixture)).not.toEqual(known);
  });

  test('one table of embeddings for both ends is counted once, where the family has it unsaid', () => {
    const unsaid = { tie_word_embeddings: undefined };
    const gemma = {
      model_type: 'gemma3_text',
      sliding_window: 1024,
      use_sliding_window: undefined,
    };
    expect(counted({ ...gemma, ...unsaid })).toEqual(
      counted({ ...gemma, tie_word_embeddings: true }),
    );
    expect(counted(unsaid)).toEqual(counted({ tie_word_embeddings: false }));
    expect(counted({ engram_vocab_size: [1e6] })).toBeUndefined();
  });

  test('a window over latent entries reads entries of the same width', () => {
    const layer_types = [
      ...Array(32).fill('full_attention'),
      ...Array(32).fill('sliding_attention'),
    ];
    const latent = { kv_lora_rank: 512, qk_rope_head_dim: 64, sliding_window: 128, layer_types };
    const kinds = read(latent).facts.architecture?.layersByKind;
    expect(kinds).toMatchObject([{ kvWidth: 576 }, { kind: 'sliding-window', kvWidth: 576 }]);
  });

  test.each([
    ['gemma3_text', 10],
    ['cohere2', 16],
    ['gpt_oss', 32],
    ['mistral', 0],
  ])('of %s, %d of 64 layers attend to everything, which its code says alone', (type, whole) => {
    const change = { model_type: type, sliding_window: 1024, use_sliding_window: undefined };
    const kinds = read(change).facts.architecture?.layersByKind;
    const full = kinds?.find(({ kind }) => kind === 'full-attention');
    expect(full?.layers ?? 0).toBe(whole);
  });

  test.each([
    [{ quantization_config: 'fp8' }, undefined],
    [{ quantization_config: { quant_method: 'fbgemm_fp8' } }, 'fp8'],
    [{ compression_config: { quant_method: 'compressed-tensors', bits: 4 } }, 'int4'],
  ])('%j is the format %s', (change, format) => {
    expect(read(change).facts.precision?.format).toBe(format);
  });

  test('a field of another form is left out and told', () => {
    const json = { ...CONFIGS['Qwen/Qwen3-32B'], num_nextn_predict_layers: 'one' };
    const read = factsFromHub({ id: 'a/b', source: 'hub' }, { model: {}, config: { json } });
    expect(read.facts.architecture?.layers).toBe(64);
    expect(read.unread.join()).toMatch(/num_nextn_predict_layers: .*found "one"/);
  });
});

describe('weight files', () => {
  test.each([
    // MXFP4 experts in bytes, with a scale of a byte for each 32.
    ['openai/gpt-oss-120b', { BF16: 2.1674e9, U8: 114.66e9 * (1 / 2 + 1 / 32) }, 116.8],
    ['openai/gpt-oss-120b', { BF16: 2.1674e9, U8: 114.66e9 }, 116.8],
    // 4-bit experts, eight in a whole number, with a scale for each 32.
    ['moonshotai/Kimi-K2.5', { BF16: 11.72e9 + 1014.7e9 / 32, I32: 1014.7e9 / 8 }, 1026.4],
    ['moonshotai/Kimi-K2.5', { BF16: 11.72e9, I32: 1014.7e9 }, 1026.4],
    ['Qwen/Qwen3-32B', { BF16: 32.762e9 }, 32.76],
  ])('%s as %j holds %d billion parameters', (id, parameters, billions) => {
    const { config } = readTextConfig(CONFIGS[id])!;
    const held = heldParameters(parameters, config, countParameters(config)!.total);
    expect('total' in held && held.total / 1e9 / billions).toBeCloseTo(1, 2);
  });

  test('packed weights of which nothing else says the size are two figures, and propose none', () => {
    const parameters = { BF16: 1e9, I32: 2e9 };
    expect(heldParameters(parameters, undefined, undefined)).toEqual({ low: 3e9, high: 17e9 });
    const read = factsFromHub(
      { id: 'a/b', source: 'hub' },
      { model: { safetensors: { parameters } }, config: { missing: 'gated' } },
    );
    expect(read.facts.parameters).toBeUndefined();
    expect(read.unread.join()).toContain('3B or, unpacked, 17B');
  });

  test('of a gated repository, the name may say the rest', () => {
    const read = (id: string) =>
      factsFromHub(
        { id, source: 'hub' },
        {
          model: { safetensors: { parameters: { BF16: 70.55e9 } } },
          config: { missing: 'gated' },
        },
      ).facts.parameters;
    expect(read('a/Finch-70B-Instruct')).toMatchObject({ activeBillions: 70.55, how: 'name' });
    expect(read('a/Finch-70B-A5B')).toMatchObject({ totalBillions: 70.55, activeBillions: 5 });
    expect(read('a/Finch-Large')).toBeUndefined();
  });

  test('prediction layers and encoders in them are no part of the model', () => {
    const { parameters } = facts('deepseek-ai/DeepSeek-V3.2', {
      BF16: 3.92e9,
      F8_E4M3: 681.5e9,
    }).facts;
    expect(parameters).toMatchObject({ totalBillions: 671.9, activeBillions: 38.4 });
    expect(parameters!.note).toContain('Weight files hold 685.4B');
  });
});

describe('a pull from the Hub', () => {
  const RECORDLESS = { id: 'made-up/finch-32b', huggingFaceId: 'made-up/Finch-32B' };
  const OPEN: FakeRepository = {
    parameters: { BF16: 32.762e9 },
    config: JSON.stringify(CONFIGS['Qwen/Qwen3-32B']),
  };

  test('proposes a record with its source for a model that has none', async () => {
    const { report, text } = await pulled({ 'made-up/Finch-32B': OPEN }, catalogOf([RECORDLESS]));
    expect(report.proposed).toEqual(['made-up/finch-32b']);
    const maker = MakerFile.parse(parse(await text('models/made-up.yaml')));
    const { parameters, precision, architecture } = maker.models['finch-32b']!;
    expect(parameters).toMatchObject({ totalBillions: 32.76, activeBillions: 32.76 });
    expect(precision?.format).toBe('bf16');
    expect(architecture).toMatchObject({
      hiddenSize: 5120,
      layers: 64,
      layersByKind: [{ kind: 'full-attention', layers: 64, kvWidth: 2048 }],
    });
    const sources = SourceFile.parse(parse(await text('sources.yaml')));
    expect(sources[parameters!.sources[0]!]!.title).toContain('2026-12-01');
  });

  test('tells each field in which a record differs, and leaves it', async () => {
    const maker = MakerFile.parse({
      name: 'Made Up',
      models: { 'finch-32b': { ...facts('Qwen/Qwen3-32B', OPEN.parameters).facts } },
    });
    const record = maker.models['finch-32b']!;
    record.huggingFaceId = RECORDLESS.huggingFaceId;
    const catalog = catalogOf([RECORDLESS], new Map([['made-up', maker]]));
    const same = await pulled({ 'made-up/Finch-32B': OPEN }, catalog);
    expect(same.report.agreeing).toEqual(['made-up/finch-32b']);
    record.parameters!.totalBillions = 40;
    record.architecture!.layersByKind = [{ kind: 'full-attention', layers: 64, kvWidth: 1024 }];
    const { report } = await pulled({ 'made-up/Finch-32B': OPEN }, catalog);
    expect(report.differing[0]!.differences.map(({ field }) => field)).toEqual([
      'parameters.totalBillions',
      'architecture.layersByKind',
    ]);
    expect(modelsReportText(report, 'proposed')).toMatch(/totalBillions: 40 -> 32\.76 \(/);
    expect(report.proposed).toEqual([]);
  });

  test('a gated, a missing and a renamed repository are answers about one model each', async () => {
    const models = ['gated', 'missing', 'renamed', 'open', 'closed-files'].map((name) => ({
      id: `made-up/${name}`,
      huggingFaceId: `made-up/${name}`,
    }));
    const { report } = await pulled(
      {
        'made-up/gated': { status: 401 },
        'made-up/renamed': { ...OPEN, name: 'made-up/other' },
        'made-up/open': OPEN,
        'made-up/closed-files': { ...OPEN, fileStatus: 403 },
      },
      catalogOf([...models, { id: 'made-up/nowhere', huggingFaceId: undefined }]),
    );
    expect(report.gaveUp).toBeUndefined();
    expect(report.failures.join('\n')).toMatch(
      /gated, private or missing \(401\).*missing \(404\).*about made-up\/other/s,
    );
    expect(report.proposed).toEqual(['made-up/open', 'made-up/closed-files']);
    expect(report.unread.find(({ id }) => id === 'made-up/closed-files')!.unread.join()).toContain(
      'gated or private (403)',
    );
    expect(report.withoutRepository).toEqual(['made-up/nowhere']);
  });

  test('asks again after a 503, tells what stays away, and gives up in the end', async () => {
    const retried = await pulled(
      { 'made-up/Finch-32B': { ...OPEN, failures: 2 } },
      catalogOf([RECORDLESS]),
    );
    expect(retried.report.failures).toEqual([]);
    const many = Array.from({ length: 20 }, (_, at) => `made-up/m${at}`);
    const { report } = await pulled(
      Object.fromEntries(many.map((id) => [id, { status: 500 }])),
      catalogOf(many.map((id) => ({ id, huggingFaceId: id }))),
    );
    expect(report.failures[0]).toContain('answered 500');
    expect(report.gaveUp).toContain('failed in a row');
  });

  test('leaves out what of an answer is of another form, and tells it', async () => {
    const parameters = { BF16: 'many' as unknown as number };
    const { report } = await pulled(
      { 'made-up/Finch-32B': { ...OPEN, parameters } },
      catalogOf([RECORDLESS]),
    );
    expect(report.proposed).toEqual(['made-up/finch-32b']);
    expect(report.unread[0]!.unread.join()).toMatch(/safetensors\.parameters\.BF16: .*"many"/);
  });

  test("reads what Python's JSON writes beyond JSON", async () => {
    const config = `{ "time_step_limit": [0.0, Infinity], ${OPEN.config!.slice(1)}`;
    const { report } = await pulled(
      { 'made-up/Finch-32B': { ...OPEN, config } },
      catalogOf([RECORDLESS]),
    );
    expect(report.unread).toEqual([]);
  });
});
