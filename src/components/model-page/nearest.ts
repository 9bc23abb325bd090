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
  const position = POSITION[likeness];
  const own = position(model);
  if (own === undefined) return { because: BECAUSE[likeness](model) };
  const nearest: { other: ReleasedModel; away: number }[] = [];
  for (const other of models) {
    const there = other === model ? undefined : position(other);
    if (there === undefined) continue;
    const away = distance(own, there);
    const place = nearest.findIndex((one) => away < one.away);
    if (place >= 0) nearest.splice(place, 0, { other, away });
    else nearest.push({ other, away });
    // Every page looks through the whole list: only the nearest are kept in order.
    if (nearest.length > SHOWN) nearest.pop();
  }
  return { models: nearest.map(({ other }) => other) };
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
