import type { Architecture } from '../catalog/maker.ts';
import type { TextConfig } from './text-config.ts';

/** Experts of a mixture, and how many of them answer a token; undefined in a dense model. */
export function expertsOf(config: TextConfig): Architecture['experts'] {
  if (config.enable_moe_block === false) return undefined;
  const routed =
    config.n_routed_experts ??
    config.num_local_experts ??
    config.num_experts ??
    config.moe_num_experts ??
    config.n_experts;
  const active =
    config.num_experts_per_tok ??
    config.num_experts_per_token ??
    config.top_k_experts ??
    config.moe_topk ??
    config.moe_k ??
    config.moe_top_k ??
    config.num_selected_experts ??
    config.experts_per_token;
  if (!routed || !active || routed < 2) return undefined;
  const shared = sharedExperts(config);
  return { routed, active, ...(shared && { shared }) };
}

/**
 * What speaks of a mixture that expertsOf cannot tell, so that the model is not dense either; undefined
 * where nothing does. `missed` names fields of another form.
 */
export function unreadExperts(config: TextConfig, missed: readonly string[]): string | undefined {
  const lost = missed.find((name) => COUNTS_EXPERTS.test(name));
  if (lost !== undefined) return `${lost} is of a form that is not known`;
  if (config.enable_moe_block === false) return undefined;
  const experts = expertsOf(config);
  if (experts !== undefined) {
    const { routed, active } = experts;
    if (active > routed) return `${active} of ${routed} experts cannot be active`;
    const layout = Object.keys(config).find(
      (key) => LAYS_EXPERTS_OUT.test(key) && !LAYOUTS_READ.has(key) && isSome(config[key]),
    );
    return layout && `${layout} says where experts are, in a form that is not known`;
  }
  const routed = config.num_experts ?? config.num_local_experts ?? config.n_routed_experts;
  if (routed === 0 || routed === 1) return undefined;
  const name = countingExperts(config);
  return name && `${name} speaks of experts, in a form that is not known`;
}

/** The first field, at any depth but in parts for other senses, that counts experts, more than one. */
function countingExperts(config: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, value] of Object.entries(config)) {
    if (OTHER_SENSES.test(name)) continue;
    if (COUNTS_EXPERTS.test(name) && !OF_ONE_EXPERT.test(name) && isSeveral(value)) return name;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const inner = countingExperts(Object.fromEntries(Object.entries(value)));
    if (inner !== undefined) return `${name}.${inner}`;
  }
  return undefined;
}

const OTHER_SENSES = /vision|audio|image|talker|quantization|compression/i;
const COUNTS_EXPERTS = /expert|moe_top_?k|moe_layer/i;
/** What says how large an expert is, or how it was trained. */
const OF_ONE_EXPERT = /size|dtype|dim|coef|loss|capacity|bias|period|offset/i;

/** What says which layers have experts, or that some of them do nothing. */
const LAYS_EXPERTS_OUT =
  /zero_expert|moe_(?:layer|every|interleave)|expert_layer|dense_layer|sparse_layer|layers?_enum/i;
const LAYOUTS_READ = new Set([
  ...['moe_layer_freq', 'moe_layer_start_index', 'moe_layer_end_index', 'moe_layer_interval'],
  ...['interleave_moe_layer_step', 'moe_layers_enum', 'num_dense_layers', 'n_dense_layers'],
]);

function isSome(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value !== 'boolean' && Boolean(value);
}

function isSeveral(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'number' && value > 1;
}

function sharedExperts(config: TextConfig): number | undefined {
  const stated =
    config.n_shared_experts ?? config.num_shared_experts ?? config.moe_num_shared_experts;
  if (stated != null) return stated;
  const size =
    config.shared_expert_intermediate_size ||
    config.shared_intermediate_size ||
    config.share_expert_dim;
  return size ? 1 : undefined;
}
