import { publishedFile } from '../../query/published-file.ts';
import { scenarioFromSearch } from '../scenario/scenario-state.ts';
import type { UsageLine } from './calculator-state.ts';
import type { UsageEstimate } from './usage-estimate.ts';
import { type UsageReport, usageReport } from './usage-report.ts';

/** What a report can be taken along as. */
export const REPORT_FORMATS = ['csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv',
  json: 'application/json',
};

/** The report of what is shown. Rejects where what it rests on cannot be had. */
export async function reportOf(
  { lines, usage }: { lines: readonly UsageLine[]; usage: UsageEstimate },
  search: string,
): Promise<UsageReport> {
  const subjects = await publishedFile('/api/v1/report-subjects.json');
  const { grid, powerUsageEffectiveness: pue } = scenarioFromSearch(search);
  return usageReport(lines, usage, subjects, {
    ...(grid !== undefined && {
      grid: typeof grid === 'number' ? `${grid} gCO2e/kWh` : grid,
    }),
    ...(pue !== undefined && { powerUsageEffectiveness: String(pue) }),
  });
}

/** Hands a report to the browser as a file named after its release. */
export async function download(report: UsageReport, format: ReportFormat): Promise<void> {
  const text = format === 'json' ? `${JSON.stringify(report, null, 1)}\n` : await csvOf(report);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: MEDIA_TYPES[format] }));
  const { release = 'report' } = report.rows[0] ?? {};
  link.download = `tokens-${release}.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function csvOf({ rows }: UsageReport): Promise<string> {
  const { default: Papa } = await import('papaparse');
  return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}
