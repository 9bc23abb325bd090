import { at, type Dimension, mulberry32, unitDraws } from './draws.ts';
import type { SharedDraws } from './shared-draws.ts';

/** Some of the draws: from `start`, up to but without `end`. */
export interface DrawSpan {
  start: number;
  end: number;
}

/** What is drawn for one model or one place alone, and so stands in an order of its own. */
export type Ownership = ReadonlySet<Exclude<keyof SharedDraws, 'count' | 'unit'> | Dimension>;

/**
 * What belongs to one model: the errors of its estimate, its size, and which of its endpoints
 * answers. Load, context, serving software and the building around it are common to all models.
 */
export const OWN_TO_MODEL: Ownership = new Set([
  'formError',
  'prefillExtra',
  'mixtureOfExperts',
  'firstSizeDeviate',
  'secondSizeDeviate',
  'activeParametersOrPriceOutput',
  'totalParametersOrPriceInput',
  'endpoint',
] as const);

/** What belongs to one place of serving, when the same model is compared between places. */
export const OWN_TO_PLACE: Ownership = new Set([
  'onB200',
  'weightBits',
  'replicaFactor',
  'concurrentSequences',
  'servingStack',
  'hostAndIdle',
  'gridFactor',
  'embodiedGramsPerKilowattHour',
  'powerUsageEffectiveness',
  'waterOnSite',
  'waterOffSite',
  'site',
] as const);

/** Which of its sites a place stands on: of one place in common for all models served there. */
export const SITE_ALONE: Ownership = new Set(['site'] as const);

/** FNV-1a, 32 bits, over the UTF-16 code units of a text: a fixed hash for seeding. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * The shared draws with what an owner (a model or a place, by its id) has alone in an order of its
 * own; the rest stays in the order that is common to all. The order is
 * d -> (offset + stride d) mod count, stride coprime with count, both drawn by mulberry32 seeded with
 * the FNV-1a hash of the id, so that every comparison can be repeated anywhere and no order needs to
 * be kept. The columns themselves are shuffled, so such an order is as good as another shuffle. For
 * comparisons only; a model's published range uses the draws as they are.
 */
export function drawsInOrderOf(
  id: string,
  ownership: Ownership,
  shared: SharedDraws,
  { start, end }: DrawSpan = { start: 0, end: shared.count },
): SharedDraws {
  const { offset, stride } = ownOrder(id, shared.count);
  const own = (column: Float64Array) => {
    const reordered = new Float64Array(end - start);
    for (let index = 0; index < reordered.length; index += 1) {
      reordered[index] = at(column, (offset + stride * (start + index)) % shared.count);
    }
    return reordered;
  };
  const taken = (owned: boolean, column: Float64Array) =>
    owned ? own(column) : column.subarray(start, end);
  const column = (name: Exclude<keyof SharedDraws, 'count' | 'unit' | 'formError'>) =>
    taken(ownership.has(name), shared[name]);
  const formError = (tier: keyof SharedDraws['formError']) =>
    taken(ownership.has('formError'), shared.formError[tier]);
  return {
    count: end - start,
    onB200: column('onB200'),
    weightBits: column('weightBits'),
    replicaFactor: column('replicaFactor'),
    concurrentSequences: column('concurrentSequences'),
    contextTokens: column('contextTokens'),
    servingStack: column('servingStack'),
    cachedInputShare: column('cachedInputShare'),
    hostAndIdle: column('hostAndIdle'),
    gridFactor: column('gridFactor'),
    embodiedGramsPerKilowattHour: column('embodiedGramsPerKilowattHour'),
    mixtureOfExperts: column('mixtureOfExperts'),
    prefillExtra: column('prefillExtra'),
    firstSizeDeviate: column('firstSizeDeviate'),
    secondSizeDeviate: column('secondSizeDeviate'),
    formError: {
      measured: formError('measured'),
      architecture: formError('architecture'),
      parameters: formError('parameters'),
    },
    unit: unitDraws((dimension) => taken(ownership.has(dimension), shared.unit[dimension])),
  };
}

/** An owner's order of the draws. */
function ownOrder(id: string, count: number): { offset: number; stride: number } {
  const random = mulberry32(fnv1a(id));
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
