import type { RatioFigures, SetScore } from '../../../calibration/validation/set-scores.ts';
import { wholePercentText } from '../../../text/numbers.ts';

/** A line of the table of scores, its figures as text. */
export interface SetScoreRow {
  label: string;
  rows: string;
  cells: string[];
}

const SET_WORDS = {
  'ml-energy': 'Engine of 2025',
  contributed: 'Contributed runs',
  inferencex: 'Engines of 2026',
} as const;
const LEFT_OUT_WORDS = {
  architectureGroup: 'architecture left out',
  architectureFamily: 'family left out',
  accelerator: 'accelerator left out',
} as const;
const BY_WORDS = {
  set: '',
  'left out': '',
  class: 'class: ',
  'tokens per second': 'tokens per second: ',
} as const;

/** How a set is predicted by fits that have not seen the architecture. Throws a RangeError without such a score. */
export function unseenArchitectures(
  scores: readonly SetScore[],
  set: SetScore['set'],
): RatioFigures {
  const score = scores.find(
    (one) => one.set === set && one.leftOut === 'architectureGroup' && one.by === 'set',
  );
  if (score === undefined) throw new RangeError(`The validation has no score of the set ${set}.`);
  return score.figures;
}

/** Of today's engines the class of machines that is predicted worst, by rows within a factor of two. */
export function weakestClass(scores: readonly SetScore[]): SetScore | undefined {
  const [worst] = scores
    .filter(({ set, by }) => set === 'inferencex' && by === 'class')
    .toSorted((a, b) => a.figures.withinFactorTwoShare - b.figures.withinFactorTwoShare);
  return worst;
}

/** Each set as a whole, with what was left out. */
export function wholeSetRows(scores: readonly SetScore[]): SetScoreRow[] {
  return scores
    .filter(({ by }) => by === 'set')
    .map((score) => row(`${SET_WORDS[score.set]}; ${LEFT_OUT_WORDS[score.leftOut]}`, score));
}

/** The rows of today's engines: by what was left out, then by class and speed, the architecture left out. */
export function todaysEngineRows(scores: readonly SetScore[]): SetScoreRow[] {
  const today = scores.filter(({ set }) => set === 'inferencex');
  const of = (leftOut: SetScore['leftOut'], by: SetScore['by']) =>
    today
      .filter((score) => score.leftOut === leftOut && score.by === by)
      .map((score) => row(`${BY_WORDS[by]}${score.name}`, score));
  return [
    ...of('architectureGroup', 'left out'),
    ...of('accelerator', 'left out'),
    ...of('architectureGroup', 'class'),
    ...of('architectureGroup', 'tokens per second'),
  ];
}

function row(label: string, { figures }: SetScore): SetScoreRow {
  return {
    label,
    rows: String(figures.rows),
    cells: [
      wholePercentText(figures.insideRangeShare),
      figures.medianRangeHighOverLow.toFixed(1),
      figures.medianMeasuredOverPredicted.toFixed(2),
      figures.geometricMeanMeasuredOverPredicted.toFixed(2),
      figures.sdLn.toFixed(2),
      wholePercentText(figures.withinQuarterShare),
      wholePercentText(figures.withinFactorTwoShare),
    ],
  };
}
