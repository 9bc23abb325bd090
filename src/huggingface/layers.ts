import type { LayerGroup } from '../catalog/maker.ts';
import {
  attending,
  chunked,
  compressed,
  type Layer,
  linear,
  ofBlock,
  sliding,
  stateSpace,
  Unread,
} from './layer-kinds.ts';
import type { TextConfig } from './text-config.ts';

/** What a configuration says of the layers, or why they cannot be told. */
export type LayersRead = { groups: LayerGroup[] } | { unread: string };

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
  if (config.is_encoder_decoder) throw new Unread('is_encoder_decoder: it encodes apart');
  const shared = Object.keys(config).find((name) => SHARED_CACHE.test(name) && config[name]);
  if (shared !== undefined) {
    throw new Unread(`${shared} lets layers share a cache, in a form that is not known`);
  }
  const looped = Object.keys(config).find((name) => LOOPS.test(name) && Number(config[name]) > 1);
  if (looped !== undefined) throw new Unread(`${looped} runs layers several times for a token`);

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
    if (!kimi.full_attn_layers) throw new Unread('full_attn_layers is missing');
    const full = new Set(kimi.full_attn_layers);
    return all((at) => (full.has(at + 1) ? attending(config, at) : linear(config)));
  }
  if (config.attn_type_list) {
    return listed('attn_type_list', config.attn_type_list, (full, at) =>
      isOne(full, 'attn_type_list') ? attending(config, at) : linear(config),
    );
  }
  if (config.hybrid_layer_pattern) {
    return listed('hybrid_layer_pattern', config.hybrid_layer_pattern, (windowed, at) =>
      isOne(windowed, 'hybrid_layer_pattern') ? sliding(config) : attending(config, at),
    );
  }
  if (config.layer_types) {
    return listed('layer_types', config.layer_types, (name, at) => ofWord(config, name, at));
  }
  const interval = config.full_attention_interval;
  if (interval)
    return all((at) => ((at + 1) % interval === 0 ? attending(config, at) : linear(config)));
  const unknown = Object.keys(config).find(
    (name) => OTHER_KINDS.test(name) && !isNothing(config[name]),
  );
  if (unknown !== undefined && !KNOWN_FIELDS.has(unknown)) {
    throw new Unread(`${unknown} may name layers of another kind, in a form that is not known`);
  }
  const type = config.model_type ?? '';
  if (OTHER_MODELS.test(type)) throw new Unread(`${type} has layers of another kind`);
  const pattern = config.sliding_window_pattern ?? WHOLE_EVERY.get(type);
  if (pattern && windowTokens) {
    return all((at) => ((at + 1) % pattern === 0 ? attending(config, at) : sliding(config)));
  }
  if (config.attention_chunk_size) {
    const wholeEvery = config.no_rope_layer_interval ?? CHUNKED_WHOLE_EVERY;
    return all((at) => ((at + 1) % wholeEvery === 0 ? attending(config, at) : chunked(config)));
  }
  if (windowTokens && config.use_sliding_window !== false && isWindow(windowTokens, config)) {
    if (!config.use_sliding_window && !ALL_WINDOWED.test(type)) {
      throw new Unread('sliding_window does not say which layers it holds for');
    }
    const wholeUpTo = config.use_sliding_window ? (config.max_window_layers ?? 0) : 0;
    return all((at) => (at < wholeUpTo ? attending(config, at) : sliding(config)));
  }
  return all((at) => attending(config, at));
}

/** Llama 4 attends to the whole context in every fourth layer where its configuration says nothing else. */
const CHUNKED_WHOLE_EVERY = 4;
/** Every so many layers attend to the whole where the model's code says so, and its configuration does not. */
const WHOLE_EVERY: ReadonlyMap<string, number> = new Map([
  ['gemma2', 2],
  ['gemma3', 6],
  ['gemma3_text', 6],
  ['gpt_oss', 2],
  ['cohere2', 4],
]);
/** Families whose window holds for all layers. */
const ALL_WINDOWED = /^(?:mistral|mixtral|phi3|phimoe|starcoder2|qwen[23](?:_moe)?)$/;
/** Fields that speak of layers without attention or with another. */
const OTHER_KINDS =
  /mamba|ssm|rwkv|recurrent|conv_L|linear_attn|linear_num|lightning|layer_pattern|attn_layer|block_types|lru_|layer_group_size|attention_types|every_n_layers|blocksparse|hybrid|full_attn_id|state_size|layer_switch|(?:^|_)nsa_|use_nsa|moba|sparse_config/i;
const KNOWN_FIELDS = new Set(['mamba_ssm_dtype']);
const OTHER_MODELS = /rwkv|mamba|recurrent|retnet|xlstm|linear/i;
const SHARED_CACHE = /^(?:num_kv_shared_layers|cla_share_factor|use_cla|use_yoco)$/;
const LOOPS = /ut_steps|recurrence|^(?:num_|n_)?loops?(?:_count)?$/;

function isNothing(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

/** A pattern of noughts and ones; another number is a kind that is not known. */
function isOne(entry: number, name: string): boolean {
  if (entry > 1) throw new Unread(`${name} has ${entry}, a kind that is not known`);
  return entry === 1;
}

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
