import type { Architecture } from '../catalog/maker.ts';
import type { TextConfig } from './text-config.ts';

/** Experts of a mixture, and how many of them answer a token; undefined in a dense model. */
export function expertsOf(config: TextConfig): Architecture['experts'] {
  if (config.enable_moe_block === false) return undefined;
  const routed =
    config.n_routed_experts ??
    config.num_local_experts ??
    config.num_experts ??
    config.moe_num_experts;
  const active =
    config.num_experts_per_tok ??
    config.num_experts_per_token ??
    config.top_k_experts ??
    config.moe_topk ??
    config.moe_k;
  if (!routed || !active || routed < 2) return undefined;
  const shared = sharedExperts(config);
  return { routed, active, ...(shared && { shared }) };
}

function sharedExperts(config: TextConfig): number | undefined {
  const stated =
    config.n_shared_experts ?? config.num_shared_experts ?? config.moe_num_shared_experts;
  if (stated != null) return stated;
  return config.shared_expert_intermediate_size || config.shared_intermediate_size ? 1 : undefined;
}
