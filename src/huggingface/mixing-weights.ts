import type { LayerGroup } from '../catalog/maker.ts';
import type { TextConfig } from './text-config.ts';

/**
 * Weights by which one layer mixes what it reads into a token, without norms and biases. Undefined where
 * the configuration does not say enough.
 */
export function mixingWeights(
  config: TextConfig,
  hidden: number,
  group: LayerGroup,
): number | undefined {
  switch (group.kind) {
    case 'feed-forward':
      return 0;
    case 'state-space':
      return stateSpaceWeights(config, hidden);
    case 'linear-attention':
      return linearWeights(config, hidden);
    case 'sparse-attention': {
      const attention = attentionWeights(config, hidden);
      return attention && attention + indexWeights(config, hidden, group.index);
    }
    default:
      return attentionWeights(config, hidden);
  }
}

function attentionWeights(config: TextConfig, hidden: number): number | undefined {
  const heads = config.num_attention_heads;
  if (!heads) return undefined;
  const { kv_lora_rank: latent, q_lora_rank: queryRank } = config;
  const size = config.head_dim || hidden / heads;
  const wide = heads * size;
  if (latent) {
    const rope = config.qk_rope_head_dim ?? 0;
    const plain = config.qk_nope_head_dim ?? size;
    const query = heads * (plain + rope);
    const values = heads * (config.v_head_dim ?? size);
    return (
      (queryRank ? queryRank * (hidden + query) : hidden * query) +
      hidden * (latent + rope) +
      latent * (heads * plain + values) +
      values * hidden
    );
  }
  const { o_lora_rank: outputRank, o_groups: outputGroups } = config;
  if (queryRank && outputRank && outputGroups) {
    // DeepSeek V4: queries through a rank, one entry for key and value, outputs through ranks in groups.
    const outputs = outputRank * (wide + outputGroups * hidden);
    return queryRank * (hidden + wide) + 2 * hidden * size + outputs;
  }
  const keys = config.num_key_value_heads ?? heads;
  const valueSize = config.v_head_dim ?? size;
  const gate = config.attn_output_gate ? wide : 0;
  return hidden * (wide + gate + keys * (size + valueSize) + heads * valueSize);
}

/** Of the keys and queries by which entries are chosen. */
function indexWeights(
  { q_lora_rank: queryRank }: TextConfig,
  hidden: number,
  index: { heads: number; width: number } | undefined,
): number {
  if (index === undefined) return 0;
  const { heads, width } = index;
  return heads * width * (queryRank ?? hidden) + hidden * (width + heads);
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
