import type { Problem } from '../../catalog/problem.ts';
import { problemLine } from '../../catalog/problem.ts';
import { changeSentence, figureText } from '../archive/change-words.ts';
import type { ReleaseChange } from '../archive/release-change.ts';
import type { Move } from './moves.ts';

/** All that a refresh has to tell. */
export interface Refreshed {
  change: ReleaseChange;
  moves: readonly Move[];
  /** What the fits came to, a line each. */
  fitted: readonly string[];
  /** What the data check wants, but can do without. */
  wanted: readonly Problem[];
  /** What the pull said. */
  pulled: string;
  /** What was done in the end, or why nothing was. */
  outcome: string;
}

/** The report of a refresh as Markdown, for a person and for a pull request. */
export function refreshReport(refreshed: Refreshed): string {
  const { change, moves, fitted, wanted, pulled, outcome } = refreshed;
  const { from, to } = change;
  const moved = moves.filter(({ factor }) => factor !== undefined);
  const visible = moved.filter(({ before, after }) => figureText(before) !== figureText(after));
  const toBeExplained = moves.filter((move) => move.toBeExplained !== undefined);
  return [
    `# Release ${to.release} after ${from.release}`,
    outcome,
    changeSentence(change),
    ...section(
      'A person has to look first',
      toBeExplained.map((move) => `${figureLine(move)} (${move.toBeExplained})`),
    ),
    ...section('Figures that moved', visible.map(figureLine), MEANING),
    ...section(
      'Models that came',
      moves
        .filter(({ before }) => before === undefined)
        .map(
          ({ name, id, after, reasons }) =>
            `${name} (${id}): ${figureText(after)}; ${reasons.join('; ')}`,
        ),
    ),
    ...section(
      'Models that went',
      moves
        .filter(({ after }) => after === undefined)
        .map(
          ({ name, id, before, reasons }) =>
            `${name} (${id}): was ${figureText(before)}; ${reasons.join('; ')}`,
        ),
    ),
    ...section('Fits', fitted),
    ...section('Wanted', wanted.map(problemLine)),
    ...section(
      'What the pull said',
      pulled.split('\n').filter((line) => line !== ''),
      undefined,
      '',
    ),
  ].join('\n\n');
}

const MEANING =
  'gCO2e per 1000 output tokens: the median, and in brackets the 5th to the 95th percentile.';

function section(title: string, lines: readonly string[], about?: string, mark = '- '): string[] {
  if (lines.length === 0) return [];
  const list = lines.map((line) => `${mark}${line}`).join('\n');
  // What the pull says keeps its own form.
  const body = mark === '' ? `\`\`\`text\n${list}\n\`\`\`` : list;
  return [`## ${title} (${lines.length})`, ...(about === undefined ? [] : [about]), body];
}

function figureLine({ name, id, before, after, factor, own, reasons }: Move): string {
  const times = factor === undefined ? '' : `, ${Number(factor.toPrecision(2))} times`;
  const why = own.length > 0 ? own : reasons;
  return `${name} (${id}): ${figureText(before)} -> ${figureText(after)}${times}; ${why.join('; ') || 'what all models share'}`;
}
