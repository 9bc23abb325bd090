import { countText, quantityText, rangeText } from '../../text/numbers.ts';
import { inputWords } from './input-words.ts';
import type { FigureChange, ReleaseChange } from './release-change.ts';

/** A range as a reader sees it: median and, in brackets, low to high. */
export function figureText(range: FigureChange['after']): string {
  return range === undefined
    ? 'no estimate'
    : `${quantityText(range.central)} (${rangeText(range)})`;
}

/** The figures that readers see change: those that differ in the digits that are shown. */
export function visibleChanges({ figures }: ReleaseChange): FigureChange[] {
  return figures.filter(({ before, after }) => figureText(before) !== figureText(after));
}

/** One sentence on what differs between two releases, and how many figures it moved. */
export function changeSentence(change: ReleaseChange): string {
  const { from, to, methodChanged, inputs, figures, unchanged } = change;
  const moved = figures.filter(({ factor }) => factor !== undefined).length;
  const came = figures.filter(({ before }) => before === undefined).length;
  const went = figures.filter(({ after }) => after === undefined).length;
  const words = inputWords(inputs);
  const reasons = [
    ...(methodChanged ? [`method ${to.methodVersion} instead of ${from.methodVersion}`] : []),
    ...words,
  ];
  const because =
    reasons.length === 0
      ? 'No input of the figures changed.'
      : `What changed: ${new Intl.ListFormat('en').format(reasons)}.`;
  return `${because} ${countText(moved)} of ${countText(moved + unchanged)} figures moved; ${countText(came)} models came, ${countText(went)} went.`;
}
