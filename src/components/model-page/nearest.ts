import { unknownSize } from '../../catalog/unknown-size.ts';
import type { Billions } from '../../estimation/sized-model.ts';
import type { ReleasedModel } from '../../release/release.ts';

/** By what two models can be near to each other. */
export type Likeness = 'size' | 'price' | 'quality';

/** The models nearest to one in one respect, or why there are none. */
export type Nearest = { models: readonly ReleasedModel[] } | { because: string };

/** How many are shown of each kind. */
const SHOWN = 2;

const POSITION: Readonly<
  Record<Likeness, (model: ReleasedModel) => readonly number[] | undefined>
> = {
  size: ({ input: { model } }) =>
    model.tier === 'price' ? undefined : [lnMiddle(model.active), lnMiddle(model.total)],
  price: ({ listed: { prices } }) => {
    const { inputUsdPerMillionTokens: input = 0, outputUsdPerMillionTokens: output = 0 } = prices;
    return input > 0 && output > 0 ? [Math.log(input), Math.log(output)] : undefined;
  },
  quality: ({ listed: { artificialAnalysis } }) =>
    artificialAnalysis?.intelligence === undefined ? undefined : [artificialAnalysis.intelligence],
};

const BECAUSE: Readonly<Record<Likeness, (model: ReleasedModel) => string>> = {
  size: ({ weights }) => `Its size is ${unknownSize(weights)}.`,
  price: () => 'It has no list price.',
  quality: () => 'Artificial Analysis lists no Intelligence Index for it.',
};

/**
 * The other models nearest in one respect: by ln of active and total parameters, by ln of the input
 * and output price, or by the Artificial Analysis Intelligence Index. Of equally near ones those come
 * first that the release has first.
 */
export function nearestBy(
  likeness: Likeness,
  model: ReleasedModel,
  models: readonly ReleasedModel[],
): Nearest {
  const own = POSITION[likeness](model);
  if (own === undefined) return { because: BECAUSE[likeness](model) };
  const nearest: { other: Placed; away: number }[] = [];
  for (const other of outward(own, placesOf(models)[likeness])) {
    const last = nearest[SHOWN - 1];
    // By their first value alone those that follow are further away.
    if (last !== undefined && apart(own, other.position) > last.away) break;
    if (other.model === model) continue;
    nearest.push({ other, away: distance(own, other.position) });
    nearest.sort((a, b) => a.away - b.away || a.other.rank - b.other.rank);
    nearest.splice(SHOWN);
  }
  return { models: nearest.map(({ other }) => other.model) };
}

/** A model that has a position, with its place in the release. */
interface Placed {
  model: ReleasedModel;
  position: readonly number[];
  rank: number;
}

type Places = Readonly<Record<Likeness, readonly Placed[]>>;

const places = new WeakMap<readonly ReleasedModel[], Places>();

/** The models that have a position, by its first value: put in order once a list, since every page asks. */
function placesOf(models: readonly ReleasedModel[]): Places {
  const inOrder = (likeness: Likeness) =>
    models
      .flatMap((model, rank): Placed[] => {
        const position = POSITION[likeness](model);
        return position === undefined ? [] : [{ model, position, rank }];
      })
      .toSorted((a, b) => first(a.position) - first(b.position));
  const known = places.get(models) ?? {
    size: inOrder('size'),
    price: inOrder('price'),
    quality: inOrder('quality'),
  };
  places.set(models, known);
  return known;
}

/** Those placed, the nearest by their first value first, to both sides of a position. */
function* outward(from: readonly number[], placed: readonly Placed[]): Generator<Placed> {
  let above = countBefore(placed, first(from));
  let below = above - 1;
  for (;;) {
    const lower = placed[below];
    const upper = placed[above];
    const isLower =
      lower !== undefined &&
      (upper === undefined || apart(from, lower.position) <= apart(from, upper.position));
    const next = isLower ? lower : upper;
    if (next === undefined) return;
    yield next;
    if (isLower) below -= 1;
    else above += 1;
  }
}

/** How many of those placed have a smaller first value. */
function countBefore(placed: readonly Placed[], value: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (first(placed[middle]?.position ?? []) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function first([value = 0]: readonly number[]): number {
  return value;
}

/** How far apart two positions are by their first value. */
function apart(a: readonly number[], b: readonly number[]): number {
  return Math.abs(first(a) - first(b));
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? value)));
}

/** ln of a size, of the geometric mean where only bounds are known. */
function lnMiddle(billions: Billions): number {
  return typeof billions === 'number'
    ? Math.log(billions)
    : (Math.log(billions.low) + Math.log(billions.high)) / 2;
}
