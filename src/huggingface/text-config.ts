import * as z from 'zod';
import { readLoosely } from './read-loosely.ts';

/**
 * The fields of a repository's config.json that are read, under every name that families of models give
 * them. Loose on purpose: others pass, and one that is not as expected is left out and told of.
 */

const count = z.int().nonnegative().nullish();
/** More layers than any model has would be made one by one. */
const layerCount = z.int().min(1).max(10_000).nullish();
const counts = z.array(z.int().nonnegative()).nullish();
const word = z.string().nullish();
const words = z.array(z.string()).nullish();
const flag = z.boolean().nullish();

const Weights = z.looseObject({ num_bits: count, type: word, group_size: count });

const Quantization = z.looseObject({
  quant_method: word,
  quant_algo: word,
  format: word,
  bits: count,
  group_size: count,
  load_in_4bit: flag,
  load_in_8bit: flag,
  expert_dtype: word,
  config_groups: z
    .record(z.string(), z.looseObject({ format: word, weights: Weights.nullish() }))
    .nullish(),
});
export type Quantization = z.infer<typeof Quantization>;

const TextConfig = z.looseObject({
  model_type: word,
  dtype: word,
  torch_dtype: word,
  quantization_config: Quantization.nullish(),
  compression_config: Quantization.nullish(),
  is_encoder_decoder: flag,
  expert_dtype: word,

  num_hidden_layers: layerCount,
  hidden_size: count,
  vocab_size: count,
  tie_word_embeddings: flag,
  num_nextn_predict_layers: count,
  mtp_num_hidden_layers: count,
  vision_config: z.unknown().optional(),
  audio_config: z.unknown().optional(),
  hidden_size_per_layer_input: count,

  num_attention_heads: count,
  num_key_value_heads: count,
  head_dim: count,
  v_head_dim: count,
  num_global_key_value_heads: count,
  global_head_dim: count,
  swa_num_key_value_heads: count,
  swa_head_dim: count,
  swa_v_head_dim: count,
  q_lora_rank: count,
  o_lora_rank: count,
  o_groups: count,
  attn_output_gate: flag,
  kv_lora_rank: count,
  qk_nope_head_dim: count,
  qk_rope_head_dim: count,
  max_position_embeddings: count,

  layer_types: words,
  layers_block_type: words,
  hybrid_override_pattern: word,
  hybrid_layer_pattern: counts,
  attn_type_list: counts,
  full_attention_interval: count,
  sliding_window: count,
  sliding_window_pattern: count,
  use_sliding_window: flag,
  max_window_layers: count,
  attention_chunk_size: count,
  no_rope_layer_interval: count,
  block_configs: z
    .array(
      z.looseObject({
        attention: z.looseObject({
          no_op: flag,
          replace_with_linear: flag,
          n_heads_in_group: count,
          window_length: count,
        }),
      }),
    )
    .nullish(),
  compress_ratios: counts,
  index_topk: count,
  index_n_heads: count,
  index_head_dim: count,
  indexer_types: words,
  sparse_attention_config: z
    .looseObject({
      use_sparse_attention: flag,
      sparse_attention_freq: counts,
      sparse_block_size: count,
      sparse_topk_blocks: count,
      sparse_num_index_heads: count,
      sparse_index_dim: count,
    })
    .nullish(),
  linear_attn_config: z
    .looseObject({
      full_attn_layers: counts,
      kda_layers: counts,
      num_heads: count,
      head_dim: count,
    })
    .nullish(),
  linear_num_key_heads: count,
  linear_num_value_heads: count,
  linear_key_head_dim: count,
  linear_value_head_dim: count,
  ssm_state_size: count,
  mamba_num_heads: count,
  mamba_head_dim: count,
  mamba_d_state: count,
  mamba_n_heads: count,
  mamba_d_head: count,

  enable_moe_block: flag,
  num_experts: count,
  num_local_experts: count,
  n_routed_experts: count,
  moe_num_experts: count,
  n_experts: count,
  num_experts_per_tok: count,
  num_experts_per_token: count,
  top_k_experts: count,
  moe_topk: count,
  moe_k: count,
  moe_top_k: count,
  num_selected_experts: count,
  experts_per_token: count,
  n_shared_experts: count,
  num_shared_experts: count,
  moe_num_shared_experts: count,
  shared_expert_intermediate_size: count,
  shared_intermediate_size: count,
  share_expert_dim: count,
  moe_shared_expert_intermediate_size: count,
  moe_intermediate_size: count,
  expert_ffn_hidden_size: count,
  moe_latent_size: count,
  routed_expert_hidden_size: count,
  first_k_dense_replace: count,
  num_dense_layers: count,
  n_dense_layers: count,
  moe_layer_start_index: count,
  moe_layer_end_index: z.int().nullish(),
  moe_layer_interval: count,
  moe_layers_enum: word,
  mlp_only_layers: counts,
  moe_layer_freq: z.union([z.int().nonnegative(), z.array(z.int().nonnegative())]).nullish(),
  decoder_sparse_step: count,
  interleave_moe_layer_step: count,
  intermediate_size: count,
  intermediate_size_mlp: count,
  dense_intermediate_size: count,
  mlp_hidden_act: word,
});
export type TextConfig = z.infer<typeof TextConfig>;

/** Where a model of several modalities keeps what is said of its language part. */
const LANGUAGE_PARTS = ['text_config', 'llm_config', 'language_config', 'thinker_config'];

/**
 * What a config.json says of the language model in it, a line for each field that is left out, and the
 * names of those that are so as a whole. Undefined where it is no object.
 */
export function readTextConfig(
  json: unknown,
): { config: TextConfig; leftOut: string[]; missed: string[] } | undefined {
  if (!isRecord(json)) return undefined;
  const stated = withLanguagePart(json);
  const read = readLoosely(TextConfig, stated);
  if (read === undefined) return undefined;
  const { value: config, leftOut } = read;
  const missed = Object.keys(stated).filter((name) => stated[name] != null && config[name] == null);
  return { config, leftOut, missed };
}

/** The language part's fields over those of the whole, which hold what both share. */
function withLanguagePart(json: Record<string, unknown>): Record<string, unknown> {
  const part = LANGUAGE_PARTS.map((name) => json[name]).find(isRecord);
  return part === undefined ? json : { ...json, ...withLanguagePart(part) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
