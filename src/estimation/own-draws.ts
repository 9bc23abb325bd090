import { at, mulberry32 } from './draws.ts';
import type { SharedDraws } from './shared-draws.ts';

/** Some of the draws: from `start`, up to but without `end`. */
export interface DrawSpan {
  start: number;
  end: number;
}

/** FNV-1a, 32 bits, over the UTF-16 code units of a text: a fixed hash for seeding. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * The shared draws with what belongs to one model alone (form error, price or size residuals,
 * prefill extra) in an order of that model's own: load, context, host, PUE and grid stay common to
 * all models, errors of the estimate do not. The order is d -> (offset + stride d) mod count, stride
 * coprime with count, both drawn by mulberry32 seeded with the FNV-1a hash of the model id, so that
 * every comparison can be repeated anywhere and no order needs to be kept. The columns themselves are
 * shuffled, so such an order is as good as another shuffle. For comparisons between models only; a
 * model's published range uses the draws as they are.
 */
export function ownDraws(
  shared: SharedDraws,
  modelId: string,
  { start, end }: DrawSpan = { start: 0, end: shared.count },
): SharedDraws {
  const { offset, stride } = ownOrder(modelId, shared.count);
  const common = (column: Float64Array) => column.subarray(start, end);
  const own = (column: Float64Array) => {
    const reordered = new Float64Array(end - start);
    for (let index = 0; index < reordered.length; index += 1) {
      reordered[index] = at(column, (offset + stride * (start + index)) % shared.count);
    }
    return reordered;
  };
  const { unit, formError } = shared;
  return {
    count: end - start,
    onB200: common(shared.onB200),
    weightBits: common(shared.weightBits),
    replicaFactor: common(shared.replicaFactor),
    concurrentSequences: common(shared.concurrentSequences),
    contextTokens: common(shared.contextTokens),
    servingStack: common(shared.servingStack),
    cachedInputShare: common(shared.cachedInputShare),
    hostAndIdle: common(shared.hostAndIdle),
    gridFactor: common(shared.gridFactor),
    embodiedGramsPerKilowattHour: common(shared.embodiedGramsPerKilowattHour),
    mixtureOfExperts: own(shared.mixtureOfExperts),
    prefillExtra: own(shared.prefillExtra),
    firstSizeDeviate: own(shared.firstSizeDeviate),
    secondSizeDeviate: own(shared.secondSizeDeviate),
    formError: {
      measured: own(formError.measured),
      architecture: own(formError.architecture),
      parameters: own(formError.parameters),
    },
    unit: {
      ...unit,
      activeParametersOrPriceOutput: own(unit.activeParametersOrPriceOutput),
      totalParametersOrPriceInput: own(unit.totalParametersOrPriceInput),
    },
  };
}

/** A model's own order of the draws. */
function ownOrder(modelId: string, count: number): { offset: number; stride: number } {
  const random = mulberry32(fnv1a(modelId));
  const offset = Math.floor(random() * count);
  let stride = 1 + Math.floor(random() * (count - 1));
  while (greatestCommonDivisor(stride, count) !== 1) {
    stride = 1 + Math.floor(random() * (count - 1));
  }
  return { offset, stride };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
