import { formatNamed } from '../catalog/checks/format-in-name.ts';
import type { WeightPrecisionFormat } from '../catalog/maker.ts';
import type { Quantization, TextConfig } from './text-config.ts';

const PLAIN: ReadonlyMap<string, WeightPrecisionFormat> = new Map([
  ['bfloat16', 'bf16'],
  ['float16', 'fp16'],
  ['float32', 'fp32'],
  ['BF16', 'bf16'],
  ['F16', 'fp16'],
  ['F32', 'fp32'],
  ['F8_E4M3', 'fp8'],
  ['F8_E5M2', 'fp8'],
]);

/** A format, and whether it was read or is that of the repository's name. */
export interface FormatRead {
  format: WeightPrecisionFormat;
  how: 'read' | 'name';
}

/**
 * The format that most weights are released in: by the quantization that the configuration states, else by
 * the type that most numbers of the weight files have, else by the name, else by the type in which the
 * configuration says that weights are computed with. Undefined where nothing says it.
 */
export function weightFormat(
  id: string,
  config: TextConfig | undefined,
  parameters: Readonly<Record<string, number>> | undefined,
): FormatRead | undefined {
  const quantization = config && (config.quantization_config ?? config.compression_config);
  if (quantization) return asRead(quantizedFormat(quantization, config?.expert_dtype));
  const [most] = Object.entries(parameters ?? {}).toSorted(([, a], [, b]) => b - a);
  const stored = most && PLAIN.get(most[0]);
  if (stored !== undefined) return asRead(stored);
  // Quantization may stand in a file of its own, and the configuration still names the type computed with.
  const named = formatNamed(id);
  if (named !== undefined) return { format: named, how: 'name' };
  return most === undefined
    ? asRead(PLAIN.get(config?.dtype ?? config?.torch_dtype ?? ''))
    : undefined;
}

function asRead(format: WeightPrecisionFormat | undefined): FormatRead | undefined {
  return format && { format, how: 'read' };
}

function quantizedFormat(
  quantization: Quantization,
  expertType: string | null | undefined,
): WeightPrecisionFormat | undefined {
  const method = (quantization.quant_method ?? quantization.quant_algo ?? '').toLowerCase();
  const named = [quantization.quant_algo, quantization.format, method].join(' ').toLowerCase();
  const groups = Object.values(quantization.config_groups ?? {});
  const bits = new Set(groups.map(({ weights }) => weights?.num_bits));
  if (method === 'fp8') {
    return /fp4/.test(quantization.expert_dtype ?? expertType ?? '') ? 'fp8-fp4-experts' : 'fp8';
  }
  // Several formats in one release: which of them most weights have, the configuration does not say.
  if (/mixed_precision/.test(named) || bits.size > 1) return undefined;
  if (/nvfp4/.test(named)) return 'nvfp4';
  if (/mxfp4/.test(named)) return 'mxfp4';
  if (/(?:\b|_)fp8(?:\b|_)/.test(named)) return 'fp8';
  const [weights] = groups.map((group) => group.weights);
  if (weights?.num_bits === 4) return weights.type === 'float' ? 'fp4' : 'int4';
  if (weights?.num_bits === 8) return weights.type === 'float' ? 'fp8' : 'int8';
  if (quantization.bits === 4 || quantization.load_in_4bit) return 'int4';
  if (quantization.bits === 8 || quantization.load_in_8bit) return 'int8';
  return undefined;
}
