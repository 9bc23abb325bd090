import type { LayerGroup } from '../catalog/maker.ts';
import type { TextConfig } from './text-config.ts';

/** What one layer of each kind keeps and reads, by a configuration. Each throws Unread where it lacks a field. */

/** One layer: a group without its number of layers. */
export type Layer = {
  [Kind in LayerGroup['kind']]: Omit<Extract<LayerGroup, { kind: Kind }>, 'layers'>;
}[LayerGroup['kind']];

/** Says what of a configuration cannot be read. */
export class Unread extends Error {}

/** All of the context, or the entries that an index chooses from it. */
export function attending(config: TextConfig, at: number): Layer {
  const kvWidth = kvWidthOf(config);
  const { index_topk: topK, index_n_heads: heads, index_head_dim: width } = config;
  const blocks = config.sparse_attention_config;
  if (topK) {
    const own = config.indexer_types?.[at] !== 'shared';
    return {
      kind: 'sparse-attention',
      kvWidth,
      topK,
      ...(own && {
        index: { heads: needed('index_n_heads', heads), width: needed('index_head_dim', width) },
      }),
    };
  }
  if (blocks?.use_sparse_attention && blocks.sparse_attention_freq?.[at] !== 0) {
    return {
      kind: 'sparse-attention',
      kvWidth,
      topK:
        needed('sparse_topk_blocks', blocks.sparse_topk_blocks) *
        needed('sparse_block_size', blocks.sparse_block_size),
      index: {
        heads: needed('sparse_num_index_heads', blocks.sparse_num_index_heads),
        width: needed('sparse_index_dim', blocks.sparse_index_dim),
      },
    };
  }
  return { kind: 'full-attention', kvWidth };
}

/** The tokens of a window that moves along. */
export function sliding(config: TextConfig): Layer {
  const windowTokens = needed('sliding_window', config.sliding_window);
  if (config.kv_lora_rank && config.swa_num_key_value_heads == null) {
    return { kind: 'sliding-window', kvWidth: kvWidthOf(config), windowTokens };
  }
  const heads = config.swa_num_key_value_heads ?? keyValueHeads(config);
  const keys = config.swa_head_dim ?? headSize(config);
  const values = config.swa_v_head_dim ?? config.v_head_dim ?? keys;
  return {
    kind: 'sliding-window',
    kvWidth: needed('num_key_value_heads', heads) * (keys + values),
    windowTokens,
  };
}

/** Those of the piece that a token stands in, at most. */
export function chunked(config: TextConfig): Layer {
  return {
    kind: 'sliding-window',
    kvWidth: kvWidthOf(config),
    windowTokens: needed('attention_chunk_size', config.attention_chunk_size),
  };
}

/** Entries that stand for several tokens each: every one is read where they are few, else those of an index. */
export function compressed(config: TextConfig, ratio: number): Layer {
  const windowTokens = needed('sliding_window', config.sliding_window);
  // One entry serves as key and value.
  const kvWidth = headSize(config) * needed('num_key_value_heads', config.num_key_value_heads);
  if (ratio === 0) return { kind: 'sliding-window', kvWidth, windowTokens };
  if (ratio > INDEXED_UP_TO)
    return { kind: 'compressed-attention', kvWidth, tokensPerEntry: ratio, windowTokens };
  return {
    kind: 'sparse-attention',
    kvWidth,
    topK: needed('index_topk', config.index_topk),
    tokensPerEntry: ratio,
    windowTokens,
    index: {
      heads: needed('index_n_heads', config.index_n_heads),
      width: needed('index_head_dim', config.index_head_dim),
    },
  };
}

/** DeepSeek V4 chooses among entries of 4 tokens and reads all those of 128. */
const INDEXED_UP_TO = 4;

/** A state of one size, however long the context. */
export function linear(config: TextConfig): Layer {
  const { linear_attn_config: kimi } = config;
  const stateElements = kimi
    ? product(kimi.num_heads, kimi.head_dim, kimi.head_dim)
    : config.attn_type_list
      ? product(config.num_attention_heads, config.head_dim, config.head_dim)
      : product(
          config.linear_num_value_heads,
          config.linear_key_head_dim,
          config.linear_value_head_dim,
        );
  return { kind: 'linear-attention', ...(stateElements && { stateElements }) };
}

/** The same, of Mamba. */
export function stateSpace(config: TextConfig): Layer {
  const stateElements =
    product(config.mamba_num_heads, config.mamba_head_dim, config.ssm_state_size) ??
    product(config.mamba_n_heads, config.mamba_d_head, config.mamba_d_state);
  return { kind: 'state-space', ...(stateElements && { stateElements }) };
}

type Block = NonNullable<TextConfig['block_configs']>[number]['attention'];

/** As Nvidia's block configurations have it: each layer with groups of its own, or none. */
export function ofBlock(config: TextConfig, block: Block): Layer {
  if (block.no_op || block.replace_with_linear) return { kind: 'feed-forward' };
  if (block.window_length)
    throw new Unread('block_configs has windows, in a form that is not known');
  const heads = needed('num_attention_heads', config.num_attention_heads);
  const groups = heads / needed('n_heads_in_group', block.n_heads_in_group);
  return { kind: 'full-attention', kvWidth: 2 * groups * headSize(config) };
}

/** Elements per layer and token of those layers that attend to all: of keys and values together. */
function kvWidthOf(config: TextConfig): number {
  const { kv_lora_rank: latent, qk_rope_head_dim: rope } = config;
  if (latent) {
    // It may be 0, but where it is not said, the keys with places may be any.
    if (rope == null) throw new Unread('qk_rope_head_dim is missing');
    return latent + rope;
  }
  if (config.num_global_key_value_heads && config.global_head_dim) {
    return 2 * config.num_global_key_value_heads * config.global_head_dim;
  }
  const heads = keyValueHeads(config);
  const keys = headSize(config);
  return needed('num_key_value_heads', heads) * (keys + (config.v_head_dim ?? keys));
}

/** As many as heads where nothing is said of them, under any name. */
function keyValueHeads(config: TextConfig): number | null | undefined {
  if (config.num_key_value_heads != null) return config.num_key_value_heads;
  const other = Object.keys(config).find((name) => OTHER_HEADS.test(name) && config[name]);
  if (other !== undefined) {
    throw new Unread(`${other} may say how many key-value heads there are, in a form not known`);
  }
  return config.num_attention_heads;
}

const OTHER_HEADS = /^(?:num_kv_heads|kv_n_heads|n_kv_heads|n_head_kv|multi_query.*)$/;

function headSize({
  head_dim: size,
  hidden_size: hidden,
  num_attention_heads: heads,
}: TextConfig): number {
  return size || needed('hidden_size', hidden) / needed('num_attention_heads', heads);
}

function needed(name: string, value: number | null | undefined): number {
  if (!value) throw new Unread(`${name} is missing`);
  return value;
}

function product(...factors: (number | null | undefined)[]): number | undefined {
  let result = 1;
  for (const factor of factors) {
    if (!factor) return undefined;
    result *= factor;
  }
  return result;
}
