import type { Range } from '../../estimation/ranges.ts';
import type { Reported } from '../../estimation/reported.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import type { Workload } from '../../estimation/workload.ts';
import type {
  ReportBasis,
  ReportScenario,
  ReportSubject,
} from '../../published/report/report-row.ts';
import { reportText } from '../../published/report/report-text.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { countText } from '../../text/numbers.ts';
import { tokenAmount } from '../../text/token-amount.ts';
import { uncountedText } from './uncounted-words.ts';

/** A paragraph names so many models and zones; the rows of the report name all. */
const MOST_MODELS_NAMED = 6;
const MOST_ZONES_NAMED = 12;

/** What the text of a usage is made of. */
export interface ReportedUsage {
  lines: readonly { subject: ReportSubject; workload: Workload }[];
  /** All tokens of these. */
  all: Workload;
  /** What is doubtful of requests, with the name of the model. */
  doubts: readonly string[];
  uncounted: readonly UsageLine[];
  /** The days of the tokens, where an export has said them. */
  period: string | undefined;
  /** Of the total, Wh, g and mL. */
  figures: Readonly<Record<Reported, Range>>;
  gridZones: readonly string[];
  basis: ReportBasis;
  scenario: ReportScenario;
}

/** A reader's usage as a paragraph: what /methodology/limits/#reporting asks a report to say. */
export function ownReportText(usage: ReportedUsage): string {
  const { lines, all, uncounted, figures, basis } = usage;
  const left = uncountedText(uncounted);
  const period = `Period: ${usage.period ?? 'to be filled in'}.`;
  return reportText(`${period} ${tokensText(all)} on ${modelsText(lines)}`, figures, basis, {
    grid: gridText(usage),
    leftOut: left === '' ? [] : [left],
    basis: [...usage.doubts, ...assumedTexts(usage), evidenceText(lines)],
  });
}

/** "10 million input, no cached input and 2 million output tokens (reasoning is output)". */
function tokensText({ inputTokens, cachedInputTokens, outputTokens }: Workload): string {
  const amount = (tokens: number) => (tokens === 0 ? 'no' : tokenAmount(tokens));
  return `${amount(inputTokens)} input, ${amount(cachedInputTokens)} cached input and ${amount(outputTokens)} output tokens (reasoning is output)`;
}

function modelsText(lines: ReportedUsage['lines']): string {
  const ids = [...new Set(lines.map(({ subject }) => subject.modelId))];
  const others = ids.length - MOST_MODELS_NAMED;
  const named = ids.slice(0, MOST_MODELS_NAMED);
  const all = others > 0 ? [...named, `${others} other ${others === 1 ? 'model' : 'models'}`] : ids;
  return `${new Intl.ListFormat('en-GB').format(all)}, as served through OpenRouter`;
}

function gridText({ gridZones, basis, scenario }: ReportedUsage): string {
  const { grid, powerUsageEffectiveness: pue } = scenario;
  const means = `lifecycle means of ${basis.gridYear} by Electricity Maps`;
  const places =
    gridZones.length > MOST_ZONES_NAMED
      ? `${gridZones.length} zones that stand for the hosts`
      : `the zones that stand for the hosts (${gridZones.join(', ')})`;
  const used = grid === undefined ? `${means} for ${places}` : `${grid}, set by the reader`;
  // A grid that is a number has its factor from the reader, too.
  const isZone = grid !== undefined && !/^\d/.test(grid);
  return [
    `Grid: ${used}${isZone ? ` (${means})` : ''}.`,
    ...(pue === undefined ? [] : [`PUE ${pue}, set by the reader.`]),
  ].join(' ');
}

/** What stands in for what the lines do not say. */
function assumedTexts({ lines, basis }: ReportedUsage): string[] {
  const partOf = (count: number) =>
    count === lines.length ? 'all' : `${count} of ${lines.length}`;
  const uncached = lines.filter(({ workload }) => workload.cachedInputTokens === 0).length;
  const uncontexted = lines.filter(({ workload }) => workload.requests === undefined).length;
  return [
    ...(uncached === 0
      ? []
      : [
          `In ${partOf(uncached)} lines no input is said to be cached; all of it is computed as new.`,
        ]),
    ...(uncontexted === 0
      ? []
      : [
          `In ${partOf(uncontexted)} lines the number of requests is not known; ${countText(basis.statedContextTokens)} tokens of context are assumed.`,
        ]),
  ];
}

/** "Evidence tiers: price for 3 lines, measured for 1." */
function evidenceText(lines: ReportedUsage['lines']): string {
  const counts = new Map<EvidenceTier, number>();
  for (const tier of lines.flatMap(({ subject }) => subject.evidence)) {
    counts.set(tier, (counts.get(tier) ?? 0) + 1);
  }
  const said = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(
      ([tier, count], index) =>
        `${tier} for ${count}${index > 0 ? '' : count === 1 ? ' line' : ' lines'}`,
    );
  return `Evidence tiers: ${said.join(', ')}.`;
}
