import type { CatalogData } from '../../catalog/read-data.ts';
import type { FigureChange, ReleaseChange } from '../archive/release-change.ts';
import { ownReasons } from './own-reasons.ts';

/** A published median that moves by more than this needs a reason of the model's own. */
export const MOST_WITHOUT_OWN_REASON = 1.5;

/** One that moves by more than this needs the word of a person, whatever the reason. */
export const MOST_WITHOUT_A_PERSON = 5;

/** The same for a list price: figures follow prices slowly, and a slip of two digits moves them by 5. */
export const MOST_PRICE_WITHOUT_A_PERSON = 10;

/** A model whose published range differs, and why. */
export interface Move extends FigureChange {
  /** What of the model itself differs. */
  own: string[];
  /** Why a person has to say a word about it first. */
  toBeExplained: string | undefined;
}

/** The states of the data that two releases are made of. */
export interface BeforeAndAfter {
  before: CatalogData;
  after: CatalogData;
}

/** Every figure that differs between two releases, those that moved furthest first. */
export function movesOf(change: ReleaseChange, { before, after }: BeforeAndAfter): Move[] {
  return change.figures
    .map((figure) => {
      const own = ownReasons(figure.id, before, after);
      const repriced = priceFactor(figure.id, before, after);
      return { ...figure, own, toBeExplained: toBeExplained(figure, own, repriced, change) };
    })
    .toSorted((a, b) => distance(b) - distance(a) || (a.id < b.id ? -1 : 1));
}

function toBeExplained(
  { factor }: FigureChange,
  own: readonly string[],
  repriced: number,
  { methodChanged }: ReleaseChange,
): string | undefined {
  if (factor === undefined) return undefined;
  const moved = Math.max(factor, 1 / factor);
  if (moved > MOST_WITHOUT_A_PERSON) {
    return `it moves by more than a factor of ${MOST_WITHOUT_A_PERSON}`;
  }
  if (repriced > MOST_PRICE_WITHOUT_A_PERSON) {
    return `its list price moves by more than a factor of ${MOST_PRICE_WITHOUT_A_PERSON}`;
  }
  if (moved > MOST_WITHOUT_OWN_REASON && own.length === 0 && !methodChanged) {
    return `it moves by more than a factor of ${MOST_WITHOUT_OWN_REASON}, and nothing of its own differs`;
  }
  return undefined;
}

/** How far a list price of a model moved, up or down; 1 where there are not two to compare. */
function priceFactor(id: string, before: CatalogData, after: CatalogData): number {
  const [old, now] = [before, after].map(
    ({ modelList }) => modelList.models.find((model) => model.id === id)?.prices,
  );
  const factors = (['inputUsdPerMillionTokens', 'outputUsdPerMillionTokens'] as const).map(
    (price) => (now?.[price] || Number.NaN) / (old?.[price] || Number.NaN),
  );
  return Math.max(
    1,
    ...factors.filter((factor) => factor > 0).map((one) => Math.max(one, 1 / one)),
  );
}

function distance({ factor }: FigureChange): number {
  return factor === undefined ? 0 : Math.abs(Math.log(factor));
}
