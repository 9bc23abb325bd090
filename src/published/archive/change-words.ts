import { countText, quantityText, rangeText } from '../../text/numbers.ts';
import type { ArchivedModel } from './archived-index.ts';
import { inputWords, MODEL_LIST_WORDS } from './input-words.ts';
import type { FigureChange, ReleaseChange } from './release-change.ts';

/** A range as a reader sees it: median and, in brackets, low to high. */
export function figureText(range: FigureChange['after']): string {
  return range === undefined
    ? 'no estimate'
    : `${quantityText(range.central)} (${rangeText(range)})`;
}

/** What a figure rests on, and on what it did before where that is another. */
export function evidenceText(
  before: ArchivedModel['evidence'] | undefined,
  after: ArchivedModel['evidence'] | undefined,
): string {
  const now = after ?? 'none';
  return before === undefined || before === now ? now : `${before} -> ${now}`;
}

/** The figures that readers see change: those that differ in the digits that are shown. */
export function visibleChanges({ figures }: Pick<ReleaseChange, 'figures'>): FigureChange[] {
  return figures.filter(({ before, after }) => figureText(before) !== figureText(after));
}

/** Whether a median moved in the digits that are shown, and not an end of its range alone. */
export function medianMoved({ before, after }: FigureChange): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    quantityText(before.central) !== quantityText(after.central)
  );
}

/** How many figures moved in the digits that are shown, of how many in both; how many came and went. */
function changeCounts(change: ReleaseChange) {
  const { figures, unchanged } = change;
  const moved = visibleChanges(change).filter(({ factor }) => factor !== undefined).length;
  return {
    moved,
    inBoth: figures.filter(({ factor }) => factor !== undefined).length + unchanged,
    came: figures.filter(({ before }) => before === undefined).length,
    went: figures.filter(({ after }) => after === undefined).length,
  };
}

/** One sentence on what differs between two releases, and how many figures it moved. */
export function changeSentence(change: ReleaseChange): string {
  const { from, to, methodChanged, inputs } = change;
  const { moved, inBoth, came, went } = changeCounts(change);
  const reasons = [
    ...(methodChanged ? [`method ${to.methodVersion} instead of ${from.methodVersion}`] : []),
    ...inputWords(inputs).map((words) =>
      words === MODEL_LIST_WORDS && from.date === to.date
        ? `${words} (of the same day, read again)`
        : words,
    ),
  ];
  const list = new Intl.ListFormat('en').format(reasons);
  // A file can differ in its words alone, and then nothing that it is named for has changed.
  const what =
    change.figures.length > 0 || methodChanged
      ? `What changed: ${list}.`
      : `Only files differ (${list}), no published figure.`;
  const because = reasons.length === 0 ? 'No input of the figures changed.' : what;
  if (change.figures.length === 0 && !methodChanged) return because;
  const models =
    came + went === 0
      ? ''
      : `; ${countText(came)} ${came === 1 ? 'model' : 'models'} came, ${countText(went)} went`;
  return `${because} ${countText(moved)} of ${countText(inBoth)} figures moved in the digits that are shown${models}.`;
}

/** The same in a few words, for a list of steps: "324 figures moved, 1 model went". */
export function stepText(change: ReleaseChange): string {
  const { moved, came, went } = changeCounts(change);
  const models = (count: number) => `${countText(count)} ${count === 1 ? 'model' : 'models'}`;
  return [
    `${moved === 0 ? 'no' : countText(moved)} ${moved > 1 ? 'figures' : 'figure'} moved`,
    ...(came > 0 ? [`${models(came)} came`] : []),
    ...(went > 0 ? [`${models(went)} went`] : []),
  ].join(', ');
}
