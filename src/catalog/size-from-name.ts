import type { Parameters } from './maker.ts';
import { LEAST_ACTIVE_SHARE, PLAUSIBLE_BILLIONS } from './plausible-sizes.ts';

type Size = Pick<Parameters, 'totalBillions' | 'activeBillions' | 'mixtureOfExperts' | 'note'>;

interface Bounds {
  low: number;
  high: number;
}

/**
 * A mixture whose experts or active size are told otherwise: 16b-moe, 17b-16e (which is active), 120b-12a.
 * Its one size is not what a token uses, or not all of it.
 */
const SAYS_MIXTURE = /^(?:moe|\d+[ex]|a\d+(?:\.\d+)?|\d+(?:\.\d+)?a)$/;

/** Sizes that are told in other words than one number of parameters. */
const OTHER_SIZE = /^(?:\d+x|e)\d+(?:\.\d+)?b$/;

/** Names round: sizes that differ by a larger factor contradict what they name. */
export const NAMES_ROUND_BY = 1.15;

/**
 * The size that a name states, where it could be one: a name is nobody's promise. `linked` says whether
 * the list names the model's repository, where such names are those of the weights; without it the
 * figures are bounds as wide as names round, and nothing says that one size means a dense model.
 */
export function sizeFromName(slug: string, linked: boolean): Parameters | undefined {
  const parts = slug.toLowerCase().split(/[-_]/);
  // An 8x7b or an e4b beside a plain size: nothing says which one it is.
  const isPlain = sizesInName(parts.join('-')).total !== undefined;
  const size =
    isPlain && parts.some((part) => OTHER_SIZE.test(part))
      ? undefined
      : (mixtureOf(parts) ?? effectiveOf(parts) ?? plainSize(parts, linked));
  return size && { ...size, how: 'name', sources: ['openrouter-models'] };
}

/** 30b, or 30b-a3b: where several parts are sizes, nothing says which one it is. */
function plainSize(parts: readonly string[], linked: boolean): Size | undefined {
  const { total, active: stated } = sizesInName(parts.join('-'));
  const active = stated ?? total;
  if (total === undefined || active === undefined || statesSeveral(parts)) return undefined;
  if (stated === undefined && parts.some((part) => SAYS_MIXTURE.test(part))) return undefined;
  const plausible = isPlausible(total) && active <= total && active >= LEAST_ACTIVE_SHARE * total;
  if (!plausible) return undefined;
  const mixture = active < total;
  return {
    totalBillions: linked ? total : asNamed(total),
    activeBillions: linked ? active : asNamed(active),
    ...(mixture && !linked && { mixtureOfExperts: true }),
    ...(!mixture && {
      note: linked
        ? 'Taken as dense, since the name states one size only.'
        : 'The name states one size only; whether it is a mixture of experts is not known.',
    }),
  };
}

/** Sizes that a slug states in its parts, in billions: 30b, 2.4t, a3b. Parts such as 8x22b or e4b are no plain sizes. */
export function sizesInName(slug: string): { total?: number; active?: number } {
  const sizes: { total?: number; active?: number } = {};
  for (const part of slug.split(/[-_]/)) {
    const match = /^(a?)(\d+(?:\.\d+)?)([bt])$/.exec(part);
    if (match === null) continue;
    const billions = Number(match[2]) * (match[3] === 't' ? 1_000 : 1);
    if (match[1] === 'a') sizes.active = billions;
    else sizes.total = billions;
  }
  return sizes;
}

function statesSeveral(parts: readonly string[]): boolean {
  const stated = (size: RegExp) => parts.filter((part) => size.test(part)).length;
  return stated(/^\d+(?:\.\d+)?[bt]$/) > 1 || stated(/^a\d+(?:\.\d+)?[bt]$/) > 1;
}

/**
 * 8x7b: experts of which each token uses one or two, besides what all share. Mixtral 8x7B has 46.7 and
 * 12.9 billion, Mixtral 8x22B 141 and 39: 0.8 of all experts counted whole, 1.8 times one of them.
 */
function mixtureOf(parts: readonly string[]): Size | undefined {
  const [match, ...others] = parts.flatMap((part) => {
    const found = /^(\d+)x(\d+(?:\.\d+)?)b$/.exec(part);
    return found === null ? [] : [found];
  });
  const experts = Number(match?.[1]);
  const each = Number(match?.[2]);
  if (match === undefined || others.length > 0 || experts < 2 || !isPlausible(experts * each)) {
    return undefined;
  }
  const { active } = sizesInName(parts.join('-'));
  if (active !== undefined && (active < each || active > experts * each)) return undefined;
  return {
    totalBillions: bounds(0.75 * experts * each, experts * each),
    activeBillions:
      active === undefined ? bounds(each, Math.min(2.2 * each, experts * each)) : asNamed(active),
    mixtureOfExperts: true,
    note:
      active === undefined
        ? 'The name states a mixture: experts counted whole at most, one or two of them a token.'
        : 'The name states a mixture, experts counted whole at most, and what of it a token uses.',
  };
}

/** e4b: what a token uses; per-layer embeddings come on top (Gemma 3n: 6 of e2b, 8 of e4b). */
function effectiveOf(parts: readonly string[]): Size | undefined {
  const sizes = parts.flatMap((part) => {
    const found = /^e(\d+(?:\.\d+)?)b$/.exec(part);
    return found === null ? [] : [Number(found[1])];
  });
  const [effective] = sizes;
  if (effective === undefined || sizes.length > 1 || !isPlausible(effective)) return undefined;
  return {
    totalBillions: bounds(effective, 3 * effective),
    activeBillions: asNamed(effective),
    mixtureOfExperts: false,
    note: 'The name states what a token uses; embeddings per layer come on top.',
  };
}

function isPlausible(billions: number): boolean {
  return billions >= PLAUSIBLE_BILLIONS.fewest && billions <= PLAUSIBLE_BILLIONS.most;
}

function asNamed(billions: number): Bounds {
  return bounds(billions / NAMES_ROUND_BY, billions * NAMES_ROUND_BY);
}

/** In three digits: a product leaves noise in the last ones. */
function bounds(low: number, high: number): Bounds {
  return { low: Number(low.toPrecision(3)), high: Number(high.toPrecision(3)) };
}
