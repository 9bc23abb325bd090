import type { EvidenceTier } from '../../estimation/tier.ts';
import type { Workload } from '../../estimation/workload.ts';
import type { ReportSubjects } from '../../published/report/current-reports.ts';
import {
  type ReportRow,
  type ReportScenario,
  type ReportSubject,
  reportRow,
} from '../../published/report/report-row.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { ownReportText } from './own-report-text.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** A reader's own tokens as a report: a row per line, the total, and a text. */
export interface OwnReport {
  text: string;
  /** A row for each line and one for the total; those after it are not in the total and have no figures. */
  rows: ReportRow[];
  /** What is in no figure, by its names. */
  notInTotal: { name: string; workload: Workload }[];
}

/** What a report is made of. */
export interface UsageToReport {
  /** Lines with figures, and those that no figure holds. */
  lines: readonly UsageLine[];
  uncounted: readonly UsageLine[];
  /** What is doubtful of each line's requests, empty where nothing is. */
  doubts: readonly string[];
  usage: UsageEstimate;
  scenario: ReportScenario;
  /** The days of the tokens, where an export has said them. */
  period?: string | undefined;
}

/**
 * Writes the report. The total's range is that of its draws, not the sum of the rows above it. Throws
 * where a line's model is not among the subjects: a total without its rows is no report.
 */
export function ownReport(
  { lines, doubts, uncounted, usage, scenario, period }: UsageToReport,
  { basis, models }: ReportSubjects,
): OwnReport {
  const known = usage.lines.map(({ id, reported }, index) => {
    const subject = models[id];
    const workload = lines[index]?.workload;
    if (subject === undefined || workload === undefined) {
      throw new Error(`${id} is not among the models that the published reports are about`);
    }
    return { subject, workload, reported };
  });
  const all = sumOf(known.map(({ workload }) => workload));
  const { reported } = usage.total;
  const total = totalOf(known.map(({ subject }) => subject));
  const totalRow = {
    ...reportRow(total, all, reported, basis, scenario),
    context: 'of each line',
  };
  return {
    text: ownReportText({
      lines: known,
      all,
      doubts: known.flatMap(({ subject }, index) => {
        const doubt = doubts[index] ?? '';
        return doubt === '' ? [] : [`${subject.name}: ${doubt}`];
      }),
      uncounted,
      period,
      figures: reported,
      gridZones: total.gridZones,
      basis,
      scenario,
    }),
    rows: [
      ...known.map((line) =>
        reportRow(line.subject, line.workload, line.reported, basis, scenario),
      ),
      uncounted.length === 0
        ? totalRow
        : { ...totalRow, model_name: 'All lines with an estimate together' },
      ...uncounted.map((line) => uncountedRow(line, totalRow)),
    ],
    notInTotal: uncounted.map(({ id, workload }) => ({ name: id, workload })),
  };
}

/** A row in the columns of the others, with the tokens and without a figure. */
function uncountedRow({ id, workload }: UsageLine, totalRow: ReportRow): ReportRow {
  const { release = '', method_version = '', model_list_date = '' } = totalRow;
  return {
    ...Object.fromEntries(Object.keys(totalRow).map((column) => [column, ''])),
    model_id: id,
    model_name: 'Not in the total',
    model_list_date,
    tokens_input: workload.inputTokens,
    tokens_cached_input: workload.cachedInputTokens,
    tokens_output: workload.outputTokens,
    requests: workload.requests ?? '',
    data_quality: 'not estimated, not in the total',
    method_version,
    release,
  };
}

function totalOf(subjects: readonly ReportSubject[]): ReportSubject {
  const union = <T extends string>(values: (subject: ReportSubject) => readonly T[]): T[] => [
    ...new Set(subjects.flatMap(values)),
  ];
  return {
    modelId: 'total',
    canonicalSlug: '',
    name: 'All lines together',
    maker: union(({ maker }) => [maker]).join(', '),
    evidence: union<EvidenceTier>(({ evidence }) => evidence),
    hosts: union(({ hosts }) => hosts),
    gridZones: union(({ gridZones }) => gridZones).toSorted(),
  };
}

function sumOf(workloads: readonly Workload[]): Workload {
  return workloads.reduce(
    (sum, workload) => ({
      inputTokens: sum.inputTokens + workload.inputTokens,
      cachedInputTokens: sum.cachedInputTokens + workload.cachedInputTokens,
      outputTokens: sum.outputTokens + workload.outputTokens,
    }),
    { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
  );
}
