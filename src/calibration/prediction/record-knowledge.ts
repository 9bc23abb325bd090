import { WEIGHT_BITS } from '../../catalog/weight-bits.ts';
import type { Architecture, ModelSize } from '../../estimation/energy-shape.ts';
import type { FindModel, NamedModel } from './named-model.ts';
import type { PredictionRecord } from './record.ts';

/** What a record says of its model, gaps filled, and what had to be filled. */
export interface RecordKnowledge {
  size: ModelSize;
  /** Absent where the record leaves out what energy depends on. */
  architecture: Architecture | undefined;
  weightBits: number;
  notes: string[];
}

/** Bits per weight where only the name of the format is given; weights of 4 bits carry their scales. */
const BITS_OF_FORMAT: readonly (readonly [name: RegExp, bits: number])[] = [
  [/mxfp4|nvfp4|fp4|int4|4bit|w4|awq|gptq|nf4|q4/, 4.25],
  [/fp8|int8|8bit|w8|e4m3|q8/, 8],
  [/bf16|bfloat16|fp16|float16|half|fp32|float32/, 16],
];

/** Reads model, architecture and weights from a record. */
export function recordKnowledge(
  record: PredictionRecord,
  find: FindModel = () => undefined,
): RecordKnowledge {
  const notes: string[] = [];
  const size = sizeOf(record, notes);
  const known = find(record);
  return {
    size,
    architecture: architectureOf(record, known, notes),
    weightBits: weightBitsOf(record, known, notes),
    notes,
  };
}

function sizeOf(record: PredictionRecord, notes: string[]): ModelSize {
  const { total_b: totalBillions, active_b, E, moe } = record;
  if (active_b === undefined) notes.push('no active_b: taken as dense, all parameters active');
  const activeBillions = Math.min(active_b ?? totalBillions, totalBillions);
  if (active_b !== undefined && active_b > totalBillions) {
    notes.push('active_b above total_b: taken as total_b');
  }
  // Published counts of a dense model may differ by embeddings; a mixture differs by far more.
  const mixtureOfExperts = moe ?? ((E ?? 1) > 1 || activeBillions < 0.9 * totalBillions);
  if (moe === undefined) {
    notes.push(`no moe: ${mixtureOfExperts ? 'a mixture' : 'dense'}, from the other fields`);
  }
  return { activeBillions, totalBillions, mixtureOfExperts };
}

/** As the fields say; ours where they say too little, or where the layers are of kinds they cannot say. */
function architectureOf(
  record: PredictionRecord,
  known: NamedModel | undefined,
  notes: string[],
): Architecture | undefined {
  const ours = known?.architecture;
  if (
    known !== undefined &&
    ours !== undefined &&
    (ours.selectiveAttention !== undefined || record.L === undefined || record.kvdim === undefined)
  ) {
    notes.push(`architecture of ${known.id}, as recorded here`);
    return ours;
  }
  const { L, kvdim, Lw = 0, window, E, k } = record;
  const fullLayers = record.La ?? (L === undefined ? undefined : L - Lw);
  if (L === undefined || kvdim === undefined || fullLayers === undefined) {
    const missing = [L === undefined && 'L', kvdim === undefined && 'kvdim'].filter(Boolean);
    notes.push(`no ${missing.join(', ')}: architecture taken from the size, wider range`);
    return undefined;
  }
  if (record.La === undefined) notes.push('no La: every layer without a window taken as full');
  const windowKnown = Lw === 0 || (window !== undefined && window > 0);
  if (!windowKnown) notes.push('Lw without window: those layers taken as full');
  // Layers that keep no cache at all are state-space layers.
  const hybridStateSpace = record.hybrid ?? fullLayers + Lw < L;
  if (record.hybrid === undefined && hybridStateSpace) {
    notes.push('no hybrid: La and Lw leave layers without a cache, so taken as hybrid');
  }
  const expertsKnown = E !== undefined && k !== undefined && k < E;
  return {
    layers: L,
    fullAttentionLayers: windowKnown ? fullLayers : fullLayers + Lw,
    slidingWindowLayers: windowKnown ? Lw : 0,
    slidingWindowTokens: windowKnown ? (window ?? 0) : 0,
    kvWidth: kvdim,
    ...(expertsKnown && { routedExperts: E, activeExperts: k }),
    hybridStateSpace,
  };
}

/** As stated; 4.25 where the model keeps its experts so and "8" names the other layers. */
function weightBitsOf(
  record: PredictionRecord,
  known: NamedModel | undefined,
  notes: string[],
): number {
  const stated = record.bits ?? bitsOf(record.precision, notes);
  if (stated !== 8 || known === undefined || !known.expertsInFourBits) return stated;
  const bits = WEIGHT_BITS['fp8-fp4-experts'];
  notes.push(`${known.id} keeps its experts in 4 bits: ${bits} bits`);
  return bits;
}

function bitsOf(precision: string | undefined, notes: string[]): number {
  const bits = BITS_OF_FORMAT.find(([name]) => name.test((precision ?? '').toLowerCase()))?.[1];
  if (bits !== undefined) return bits;
  notes.push(
    precision === undefined
      ? 'neither bits nor precision: taken as 16 bits'
      : `precision ${precision} is not known and no bits: taken as 16 bits`,
  );
  return 16;
}
