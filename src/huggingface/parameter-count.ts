import { expertsOf } from './experts.ts';
import { layerCount, layersByKind } from './layers.ts';
import { mixingWeights } from './mixing-weights.ts';
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
  // Embeddings per layer or of several tokens, and layers of other widths, are not counted from these fields.
  const beyond =
    config.hidden_size_per_layer_input ||
    config.block_configs ||
    Object.keys(config).some((name) => OTHER_EMBEDDINGS.test(name) && config[name]);
  if (!hidden || !vocabulary || !layers || 'unread' in read || beyond) return undefined;
  const isTied = config.tie_word_embeddings ?? TIED_UNSAID.test(config.model_type ?? '');
  const embeddings = vocabulary * hidden * (isTied ? 1 : 2);
  let mixing = 0;
  for (const group of read.groups) {
    const each = mixingWeights(config, hidden, group);
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

const OTHER_EMBEDDINGS = /engram|ngram_(?:vocab|embed)|emb_neighbor/;
/** Families whose code uses one table of embeddings for both ends where their configuration says nothing. */
const TIED_UNSAID = /^(?:gemma|cohere|starcoder2|ernie4_5|smollm3|lfm2)/;

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
      config.share_expert_dim ??
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
  const places = Array.from({ length: layers }, (_, at) => at);
  return { all: layers, mixtures: places.filter(mixtureAt(config)).length };
}

/** Whether a layer has experts, by its place from 0 on. */
function mixtureAt(config: TextConfig): (at: number) => boolean {
  const { moe_layer_freq: frequency, moe_layers_enum: listed } = config;
  if (Array.isArray(frequency)) return (at) => frequency[at] === 1;
  if (listed) {
    const places = new Set(listed.split(',').map(Number));
    return (at) => places.has(at);
  }
  const step =
    config.interleave_moe_layer_step ||
    config.decoder_sparse_step ||
    config.moe_layer_interval ||
    frequency ||
    1;
  const first =
    config.first_k_dense_replace ??
    config.num_dense_layers ??
    config.n_dense_layers ??
    config.moe_layer_start_index ??
    0;
  const last = config.moe_layer_end_index ?? -1;
  return (at) =>
    at >= first &&
    (last < 0 || at <= last) &&
    (at + 1) % step === 0 &&
    !config.mlp_only_layers?.includes(at);
}
