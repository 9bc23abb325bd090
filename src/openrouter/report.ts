import { type Problem, problemLine } from '../catalog/problem.ts';
import type { Difference, FigureChange, ModelChanges } from './changes.ts';
import { plainText } from './plain-text.ts';

/** What became of one file. A kept or refused file holds the same bytes as before. */
export interface FileOutcome {
  path: string;
  outcome: 'written' | 'unchanged' | 'kept' | 'refused';
  /** What it holds now, or why it was left as it is. */
  message: string;
}

export interface PullReport {
  files: FileOutcome[];
  /** False where anything was refused or given up: the exit code is then 1. */
  complete: boolean;
  /** Records set aside and fields left out. */
  problems: Problem[];
  /** Records set aside whose old ones stand, by name. */
  stood?: string[];
  models?: ModelChanges;
  endpoints?: Difference;
  hosts?: Difference;
  /** Endpoints left out because OpenRouter marks them degraded or disabled. */
  endpointsOutOfService: number;
  /** Why the endpoints of a model could not be read; it keeps what was known. */
  endpointFailures: string[];
  endpointsGaveUp?: string;
}

const MOST_LINES = 20;
const LONGEST_LINE = 500;

const VERDICT: Record<FileOutcome['outcome'], string> = {
  written: 'written',
  unchanged: 'no change',
  kept: 'left as it was',
  refused: 'REFUSED, left as it was',
};

/**
 * The report for a person: no control characters from outside, listings longer than `mostLines` cut
 * with a count.
 */
export function reportText(report: PullReport, mostLines: number = MOST_LINES): string {
  const { models, endpoints, hosts } = report;
  const listing = (title: string, all?: readonly string[]) => listed(title, all ?? [], mostLines);
  const lines = [
    ...listing('models added', models?.added),
    ...listing('may be a second name of a model that is here', models?.possibleSecondNames),
    ...listing('models gone', models?.gone),
    ...listing('prices changed', models?.prices.map(figureLine)),
    ...listing('contexts changed', models?.contexts.map(figureLine)),
    ...listing('said of far fewer models than before', models?.saidOfFewer),
    ...counts('endpoints', endpoints),
    ...counts('hosts', hosts),
    ...outOfService(report.endpointsOutOfService),
    ...listing('set aside or left out', report.problems.map(problemLine)),
    ...listing('records set aside, the old ones stand', report.stood),
    ...listing('models that keep the endpoints known before', report.endpointFailures),
    ...gaveUp(report.endpointsGaveUp),
    ...report.files.map(({ path, outcome, message }) => `${path}: ${VERDICT[outcome]}; ${message}`),
  ];
  return lines.map((line) => line.match(/^ */)?.[0] + plainText(line, LONGEST_LINE)).join('\n');
}

function listed(title: string, lines: readonly string[], mostLines: number): string[] {
  if (lines.length === 0) {
    return [];
  }
  const shown = lines.slice(0, mostLines).map((line) => `  ${line}`);
  const more = lines.length - shown.length;
  return [`${title}: ${lines.length}`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}

function counts(name: string, difference: Difference | undefined): string[] {
  const { added, gone } = difference ?? { added: [], gone: [] };
  return added.length + gone.length > 0
    ? [`${name}: ${added.length} added, ${gone.length} gone`]
    : [];
}

function outOfService(count: number): string[] {
  return count > 0 ? [`endpoints marked as degraded or disabled, left out: ${count}`] : [];
}

function gaveUp(reason: string | undefined): string[] {
  return reason === undefined
    ? []
    : [`GAVE UP on endpoints, the models not asked keep what was known: ${reason}`];
}

function figureLine({ id, figure, before, after }: FigureChange): string {
  return `${id}: ${figure}: ${before ?? 'none'} -> ${after ?? 'none'}`;
}
