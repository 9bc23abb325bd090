import type { LayerGroup } from '../catalog/maker.ts';
import type { TextConfig } from './text-config.ts';

/** What a configuration says of the layers, or why they cannot be told. */
export type LayersRead = { groups: LayerGroup[] } | { unread: string };

/** One layer: a group without its number of layers. */
type Layer = {
  [Kind in LayerGroup['kind']]: Omit<Extract<LayerGroup, { kind: Kind }>, 'layers'>;
}[LayerGroup['kind']];

class Unread extends Error {}

/**
 * Layers by what a token reads in them. A word or a pattern that is not known is said, never taken for
 * full attention.
 */
export function layersByKind(config: TextConfig): LayersRead {
  try {
    return { groups: grouped(eachLayer(config)) };
  } catch (error) {
    if (error instanceof Unread) return { unread: error.message };
    throw error;
  }
}

/** How many layers the model has, whichever way its configuration says so. */
export function layerCount(config: TextConfig): number | undefined {
  return (
    config.num_hidden_layers ??
    config.layers_block_type?.length ??
    config.layer_types?.length ??
    config.hybrid_override_pattern?.length
  );
}

function eachLayer(config: TextConfig): Layer[] {
  const layers = layerCount(config);
  if (layers === undefined) throw new Unread('num_hidden_layers is missing');
  // Lists may go on with the layers that predict further tokens.
  const listed = <Entry>(
    name: string,
    list: readonly Entry[],
    read: (entry: Entry, at: number) => Layer,
  ) => {
    if (list.length < layers) throw new Unread(`${name} names ${list.length} of ${layers} layers`);
    return list.slice(0, layers).map(read);
  };
  const all = (read: (at: number) => Layer) => Array.from({ length: layers }, (_, at) => read(at));
  const { linear_attn_config: kimi, sliding_window: windowTokens } = config;

  if (config.hybrid_override_pattern) {
    return listed('hybrid_override_pattern', [...config.hybrid_override_pattern], (letter, at) =>
      ofWord(config, letter, at),
    );
  }
  if (config.layers_block_type) {
    return listed('layers_block_type', config.layers_block_type, (name, at) =>
      ofWord(config, name, at),
    );
  }
  if (config.block_configs) {
    return listed('block_configs', config.block_configs, ({ attention }) =>
      ofBlock(config, attention),
    );
  }
  if (config.compress_ratios) {
    return listed('compress_ratios', config.compress_ratios, (ratio) => compressed(config, ratio));
  }
  if (kimi) {
    const full = new Set(kimi.full_attn_layers);
    return all((at) => (full.has(at + 1) ? attending(config, at) : linear(config)));
  }
  if (config.attn_type_list) {
    return listed('attn_type_list', config.attn_type_list, (full, at) =>
      full === 1 ? attending(config, at) : linear(config),
    );
  }
  if (config.hybrid_layer_pattern) {
    return listed('hybrid_layer_pattern', config.hybrid_layer_pattern, (windowed, at) =>
      windowed === 1 ? sliding(config) : attending(config, at),
    );
  }
  if (config.layer_types) {
    return listed('layer_types', config.layer_types, (name, at) => ofWord(config, name, at));
  }
  const interval = config.full_attention_interval;
  if (interval)
    return all((at) => ((at + 1) % interval === 0 ? attending(config, at) : linear(config)));
  const pattern = config.sliding_window_pattern ?? (config.model_type === 'gemma2' ? 2 : undefined);
  if (pattern && windowTokens) {
    return all((at) => ((at + 1) % pattern === 0 ? attending(config, at) : sliding(config)));
  }
  if (config.attention_chunk_size) {
    const wholeEvery = config.no_rope_layer_interval ?? CHUNKED_WHOLE_EVERY;
    return all((at) => ((at + 1) % wholeEvery === 0 ? attending(config, at) : chunked(config)));
  }
  if (windowTokens && config.use_sliding_window !== false && isWindow(windowTokens, config)) {
    const wholeUpTo = config.use_sliding_window ? (config.max_window_layers ?? 0) : 0;
    return all((at) => (at < wholeUpTo ? attending(config, at) : sliding(config)));
  }
  const unknown = Object.keys(config).find((key) => OTHER_KINDS.test(key) && config[key] != null);
  if (unknown !== undefined && !KNOWN_FIELDS.has(unknown)) {
    throw new Unread(`${unknown} may name layers of another kind, in a form that is not known`);
  }
  return all((at) => attending(config, at));
}

/** Llama 4 attends to the whole context in every fourth layer where its configuration says nothing else. */
const CHUNKED_WHOLE_EVERY = 4;
/** Fields that speak of layers without attention or with another. */
const OTHER_KINDS =
  /mamba|ssm|rwkv|recurrent|conv_L|linear_attn|lightning|layer_pattern|attn_layer/i;
const KNOWN_FIELDS = new Set(['mamba_ssm_dtype']);

/** A window as long as the context is none. */
function isWindow(windowTokens: number, { max_position_embeddings: context }: TextConfig): boolean {
  return context == null || windowTokens < context;
}

function ofWord(config: TextConfig, name: string, at: number): Layer {
  switch (name) {
    case 'full_attention':
    case 'attention':
    case 'deepseek_sparse_attention':
    case '*':
      return attending(config, at);
    case 'sliding_attention':
      return sliding(config);
    case 'chunked_attention':
      return chunked(config);
    case 'linear_attention':
      return linear(config);
    case 'mamba':
    case 'mamba2':
    case 'M':
      return stateSpace(config);
    case 'moe':
    case 'mlp':
    case 'E':
    case '-':
      return { kind: 'feed-forward' };
    default:
      throw new Unread(`layer ${at + 1} is ${JSON.stringify(name)}, a kind that is not known`);
  }
}

/** All of the context, or the entries that an index chooses from it. */
function attending(config: TextConfig, at: number): Layer {
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

function sliding(config: TextConfig): Layer {
  const heads =
    config.swa_num_key_value_heads ?? config.num_key_value_heads ?? config.num_attention_heads;
  const keys = config.swa_head_dim ?? headSize(config);
  const values = config.swa_v_head_dim ?? config.v_head_dim ?? keys;
  return {
    kind: 'sliding-window',
    kvWidth: needed('num_key_value_heads', heads) * (keys + values),
    windowTokens: needed('sliding_window', config.sliding_window),
  };
}

function chunked(config: TextConfig): Layer {
  return {
    kind: 'sliding-window',
    kvWidth: kvWidthOf(config),
    windowTokens: needed('attention_chunk_size', config.attention_chunk_size),
  };
}

/** Entries that stand for several tokens each: every one is read where they are few, else those of an index. */
function compressed(config: TextConfig, ratio: number): Layer {
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

function linear(config: TextConfig): Layer {
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

function stateSpace(config: TextConfig): Layer {
  const stateElements =
    product(config.mamba_num_heads, config.mamba_head_dim, config.ssm_state_size) ??
    product(config.mamba_n_heads, config.mamba_d_head, config.mamba_d_state);
  return { kind: 'state-space', ...(stateElements && { stateElements }) };
}

type Block = NonNullable<TextConfig['block_configs']>[number]['attention'];

function ofBlock(config: TextConfig, block: Block): Layer {
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
  if (latent) return latent + (rope ?? 0);
  if (config.num_global_key_value_heads && config.global_head_dim) {
    return 2 * config.num_global_key_value_heads * config.global_head_dim;
  }
  const heads = config.num_key_value_heads ?? config.num_attention_heads;
  const keys = headSize(config);
  return needed('num_key_value_heads', heads) * (keys + (config.v_head_dim ?? keys));
}

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

/** Layers that are alike counted together, in the order in which records name their kinds. */
function grouped(layers: readonly Layer[]): LayerGroup[] {
  const alike = Map.groupBy(layers, (layer) => JSON.stringify(layer));
  return [...alike.values()]
    .flatMap(([layer, ...others]) =>
      layer === undefined ? [] : [{ ...layer, layers: 1 + others.length }],
    )
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

const KINDS: readonly LayerGroup['kind'][] = [
  'full-attention',
  'sliding-window',
  'sparse-attention',
  'compressed-attention',
  'linear-attention',
  'state-space',
  'feed-forward',
];
