import { medianMoved, visibleChanges } from '../../published/archive/change-words.ts';
import type { FigureChange, ReleaseChange } from '../../published/archive/release-change.ts';
import { countText } from '../../text/numbers.ts';

/** A figure that moved, with why it did, beyond what moved all. */
export interface Moved {
  figure: FigureChange;
  own: readonly string[];
}

/** The figures that moved from one release to the next. */
export interface MovedFigures {
  /** Those that moved furthest first; models that came or went stand last. */
  moved: readonly Moved[];
  /** Why all of those moved that are in both releases. */
  common: readonly string[];
  /** The reasons of some, with how many, the commonest first. */
  reasons: readonly (readonly [reason: string, count: number])[];
}

/** The figures that readers see move, and why. */
export function movedFigures(change: ReleaseChange): MovedFigures {
  const figures = visibleChanges(change);
  const stayed = figures.filter(({ factor }) => factor !== undefined);
  const common = (stayed[0]?.reasons ?? []).filter((reason) =>
    stayed.every(({ reasons }) => reasons.includes(reason)),
  );
  const moved = figures
    .map((figure) => ({
      figure,
      own: figure.factor === undefined ? figure.reasons : without(figure.reasons, common),
    }))
    .toSorted((a, b) => distanceOf(b.figure) - distanceOf(a.figure));
  const counts = Map.groupBy(
    moved.flatMap(({ own }) => own.map(kindOf)),
    (reason) => reason,
  );
  return {
    moved,
    common,
    reasons: [...counts]
      .map(([reason, all]) => [reason, all.length] as const)
      .toSorted(([, a], [, b]) => b - a),
  };
}

/** A reason without what it says of the one model in brackets. */
export function kindOf(reason: string): string {
  return reason.replace(/ \(.*\)$/s, '');
}

/** How far a figure moved, up or down: 0 for one that came or went. */
export function distanceOf({ factor }: FigureChange): number {
  return factor === undefined ? 0 : Math.abs(Math.log(factor));
}

function without(reasons: readonly string[], common: readonly string[]): string[] {
  return reasons.filter((reason) => !common.includes(reason));
}

/** How many figures moved, came and went, as the end of a sentence. */
export function movedSentence({ moved }: MovedFigures): string {
  if (moved.length === 0) return 'no figure moved in the digits that are shown.';
  const came = moved.filter(({ figure }) => figure.before === undefined).length;
  const went = moved.filter(({ figure }) => figure.after === undefined).length;
  const stayed = moved.length - came - went;
  const atEnds = stayed - moved.filter(({ figure }) => medianMoved(figure)).length;
  return [
    `${countText(stayed)} ${stayed === 1 ? 'figure' : 'figures'} moved in the digits that are shown`,
    ...(atEnds > 0 ? [`${countText(atEnds)} of them only at an end of the range`] : []),
    ...(came > 0 ? [`${countText(came)} ${came === 1 ? 'model' : 'models'} came`] : []),
    ...(went > 0 ? [`${countText(went)} went`] : []),
  ]
    .join(', ')
    .concat('.');
}
