import type { EvidenceTier } from '../../estimation/tier.ts';
import type { Workload } from '../../estimation/workload.ts';
import type { ReportSubjects } from '../../published/report/current-reports.ts';
import {
  type ReportRow,
  type ReportScenario,
  type ReportSubject,
  reportRow,
} from '../../published/report/report-row.ts';
import { reportText } from '../../published/report/report-text.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { tokenAmount } from '../../text/token-amount.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** A reader's own tokens as a report: a row per line, the total, and a text. */
export interface OwnReport {
  text: string;
  rows: ReportRow[];
}

/**
 * Writes the report. The total's range is that of its draws, not the sum of the rows above it. Throws
 * where a line's model is not among the subjects: a total without its rows is no report.
 */
export function ownReport(
  lines: readonly UsageLine[],
  usage: UsageEstimate,
  { basis, models }: ReportSubjects,
  scenario: ReportScenario,
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
  const tokens = all.inputTokens + all.cachedInputTokens + all.outputTokens;
  const names = known.map(({ subject }) => subject.modelId).join(', ');
  return {
    text: reportText(
      `${tokenAmount(tokens)} tokens on ${names}, as served through OpenRouter`,
      reported,
      basis,
    ),
    rows: [
      ...known.map((line) =>
        reportRow(line.subject, line.workload, line.reported, basis, scenario),
      ),
      reportRow(total, all, reported, basis, scenario),
    ],
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
