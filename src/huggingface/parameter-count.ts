import { expertsOf } from './experts.ts';
import { layerCount, layersByKind } from './layers.ts';
import type { TextConfig } from './text-config.ts';

/** Parameters of the language model as its configuration makes them. */
export interface ParameterCount {
  total: number;
  /** Those that work on one token. */
  active: number;
}

/**
 * Counts the weights of a language model from its configuration, with embeddings, without encoders and
 * without layers that predict further tokens. Norms, biases and routers are left out, and recurrent
 * layers counted by their projections: near 1 % for models with attention, some per cent for others.
 * Undefined where the configuration does not say enough.
 */
export function countParameters(config: TextConfig): ParameterCount | undefined {
  const { hidden_size: hidden, vocab_size: vocabulary } = config;
  const layers = layerCount(config);
  const read = layersByKind(config);
  // Embeddings per layer, and layers of other widths, are not counted from these fields.
  const beyond = config.hidden_size_per_layer_input || config.block_configs;
  if (!hidden || !vocabulary || !layers || 'unread' in read || beyond) return undefined;
  const embeddings = vocabulary * hidden * (config.tie_word_embeddings ? 1 : 2);
  let mixing = 0;
  for (const group of read.groups) {
    const each = mixingWeights(config, hidden, group.kind);
    if (each === undefined) return undefined;
    mixing += group.layers * each;
  }
  const networks = feedForward(config, hidden, layers);
  if (networks === undefined) return undefined;
  return {
    total: embeddings + mixing + networks.total,
    active: embeddings + mixing + networks.active,
  };
}

/** Weights by which one layer mixes what it reads into a token. */
function mixingWeights(config: TextConfig, hidden: number, kind: string): number | undefined {
  const heads = config.num_attention_heads;
  if (kind === 'feed-forward') return 0;
  if (kind === 'state-space') return stateSpaceWeights(config, hidden);
  if (kind === 'linear-attention') return linearWeights(config, hidden);
  if (!heads) return undefined;
  const { kv_lora_rank: latent, q_lora_rank: queryRank } = config;
  const size = config.head_dim || hidden / heads;
  if (latent) {
    const rope = config.qk_rope_head_dim ?? 0;
    const query = heads * ((config.qk_nope_head_dim ?? size) + rope);
    const values = heads * (config.v_head_dim ?? size);
    return (
      (queryRank ? queryRank * (hidden + query) : hidden * query) +
      hidden * (latent + rope) +
      latent * (heads * (config.qk_nope_head_dim ?? size) + values) +
      values * hidden
    );
  }
  if (queryRank) {
    // DeepSeek V4: queries through a rank, one key that is the value too, outputs in groups.
    return (
      queryRank * (hidden + heads * size) +
      2 * hidden * size +
      queryRank * (heads * size) +
      queryRank * hidden
    );
  }
  const keys = config.num_key_value_heads ?? heads;
  const valueSize = config.v_head_dim ?? size;
  const gate = config.attn_output_gate === true ? heads * size : 0;
  return hidden * (heads * size + gate + keys * (size + valueSize) + heads * valueSize);
}

function stateSpaceWeights(config: TextConfig, hidden: number): number | undefined {
  const inner =
    (config.mamba_num_heads ?? config.mamba_n_heads ?? 0) *
    (config.mamba_head_dim ?? config.mamba_d_head ?? 0);
  return inner === 0 ? undefined : 3 * hidden * inner;
}

function linearWeights(config: TextConfig, hidden: number): number | undefined {
  const kimi = config.linear_attn_config;
  if (kimi) return 5 * hidden * (kimi.num_heads ?? 0) * (kimi.head_dim ?? 0) || undefined;
  if (config.attn_type_list) {
    return 5 * hidden * (config.num_attention_heads ?? 0) * (config.head_dim ?? 0) || undefined;
  }
  const keys = (config.linear_num_key_heads ?? 0) * (config.linear_key_head_dim ?? 0);
  const values = (config.linear_num_value_heads ?? 0) * (config.linear_value_head_dim ?? 0);
  return hidden * (2 * keys + 3 * values) || undefined;
}

/** Weights of all feed-forward networks. */
function feedForward(
  config: TextConfig,
  hidden: number,
  layers: number,
): ParameterCount | undefined {
  const matrices = config.mlp_hidden_act === 'relu2' ? 2 : 3;
  const experts = expertsOf(config);
  const dense =
    config.dense_intermediate_size ?? config.intermediate_size_mlp ?? config.intermediate_size;
  const places = feedForwardPlaces(config, layers);
  if (experts === undefined) {
    if (!dense) return undefined;
    const total = places.all * matrices * hidden * dense;
    return { total, active: total };
  }
  const each =
    config.moe_intermediate_size ?? config.expert_ffn_hidden_size ?? config.intermediate_size;
  if (!each) return undefined;
  const latent = config.moe_latent_size ?? config.routed_expert_hidden_size;
  const expert = matrices * (latent ?? hidden) * each;
  const shared =
    matrices *
    hidden *
    (config.moe_shared_expert_intermediate_size ??
      config.shared_expert_intermediate_size ??
      config.shared_intermediate_size ??
      (experts.shared ?? (config.model_type?.startsWith('llama4') ? 1 : 0)) * each);
  // Gemma 4 has a dense network beside the experts of each layer.
  const beside = config.enable_moe_block === true ? matrices * hidden * (dense ?? 0) : 0;
  const always = shared + beside + (latent ? 2 * hidden * latent : 0) + hidden * experts.routed;
  const withoutExperts = (places.all - places.mixtures) * matrices * hidden * (dense ?? 0);
  return {
    total: withoutExperts + places.mixtures * (always + experts.routed * expert),
    active: withoutExperts + places.mixtures * (always + experts.active * expert),
  };
}

/** How many feed-forward networks there are, and how many of them are mixtures. */
function feedForwardPlaces(config: TextConfig, layers: number): { all: number; mixtures: number } {
  const blocks = config.hybrid_override_pattern
    ? [...config.hybrid_override_pattern]
    : config.layers_block_type;
  if (blocks?.some((name) => /^(E|moe|-|mlp)$/.test(name))) {
    const mixtures = blocks.filter((name) => name === 'E' || name === 'moe').length;
    return {
      all: mixtures + blocks.filter((name) => name === '-' || name === 'mlp').length,
      mixtures,
    };
  }
  const step = config.interleave_moe_layer_step || config.decoder_sparse_step || 1;
  const mixtures = Array.isArray(config.moe_layer_freq)
    ? config.moe_layer_freq.slice(0, layers).filter((is) => is === 1).length
    : Math.floor((layers - (config.first_k_dense_replace ?? 0)) / step);
  return { all: layers, mixtures };
}
