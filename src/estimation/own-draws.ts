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
 * all models, errors of the estimate do not. The order is a Fisher-Yates shuffle seeded by the FNV-1a
 * hash of the model id, so that every comparison can be repeated anywhere. For comparisons between
 * models only; a model's published range uses the draws as they are.
 */
export function ownDraws(
  shared: SharedDraws,
  modelId: string,
  { start, end }: DrawSpan = { start: 0, end: shared.count },
): SharedDraws {
  const order = shuffledOrder(shared.count, mulberry32(fnv1a(modelId))).subarray(start, end);
  const common = (column: Float64Array) => column.subarray(start, end);
  const own = (column: Float64Array) => Float64Array.from(order, (draw) => at(column, draw));
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

function shuffledOrder(count: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let top = count - 1; top > 0; top -= 1) {
    const other = Math.floor(random() * (top + 1));
    const held = order[top] ?? top;
    order[top] = order[other] ?? other;
    order[other] = held;
  }
  return order;
}
