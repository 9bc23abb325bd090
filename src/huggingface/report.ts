import { plainText } from '../openrouter/plain-text.ts';
import type { ModelsReport } from './pull-models.ts';
import type { StatementsReport } from './pull-statements.ts';

/** The report of a pull of models for a person, each difference on a line. */
export function modelsReportText(report: ModelsReport, folder: string): string {
  const { read, proposed, agreeing, differing, unread, failures, withoutRepository, gaveUp } =
    report;
  const differences = differing.flatMap(({ id, differences }) =>
    differences.map(({ field, recorded, found }) => `${id}: ${field}: ${recorded} -> ${found}`),
  );
  const lines = [
    `${read} models read; ${agreeing.length} records agree, ${differing.length} differ.`,
    ...listed('recorded -> found', differences),
    ...listed(
      'could not be read',
      unread.map(({ id, unread }) => `${id}: ${unread.join('; ')}`),
    ),
    ...listed('repositories without an answer', failures),
    ...listed('Wanted: without a record or a repository', withoutRepository),
    ...listed(`records proposed, in ${folder}`, proposed),
    ...givenUp(gaveUp),
  ];
  return printed(lines);
}

/** The report of a pull of what cards state of training. */
export function statementsReportText(report: StatementsReport, folder: string): string {
  const { asked, silent, agreeing, differing, unread, failures, proposed, gaveUp } = report;
  const lines = [
    `${asked} model cards asked for: ${silent} state no emissions, ${agreeing.length} agree with what is recorded.`,
    ...listed('recorded -> stated', differing),
    ...listed('could not be read', unread),
    ...listed('cards without an answer', failures),
    ...listed(`statements proposed, in ${folder}/training`, proposed),
    ...givenUp(gaveUp),
  ];
  return printed(lines);
}

function givenUp(reason: string | undefined): string[] {
  return reason === undefined ? [] : [`GAVE UP, the others were not asked: ${reason}`];
}

function printed(lines: readonly string[]): string {
  return lines.map((line) => line.match(/^ */)?.[0] + plainText(line, LONGEST_LINE)).join('\n');
}

const LONGEST_LINE = 600;

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}
