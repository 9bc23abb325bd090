import { askedOf } from '../../query/asked.ts';
import { publishedFile } from '../../query/published-file.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { reasonOf } from '../../ui/try-again.ts';
import { type OwnReport, ownReport } from './own-report.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** What a report can be taken along as. */
const REPORT_FORMATS = ['csv', 'json'] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Figures that are shown, with the lines that they are of. */
export interface ShownFigures {
  lines: readonly UsageLine[];
  usage: UsageEstimate;
}

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv',
  json: 'application/json',
};

/**
 * Hands out a report of what is shown under the scenario of the address: as a file of one of the formats,
 * or as a text to paste. Gives what can be said of it.
 */
export async function handOut(
  way: string | undefined,
  shown: ShownFigures,
  search: string,
): Promise<string> {
  try {
    const report = await reportOf(shown, search);
    const format = REPORT_FORMATS.find((known) => known === way);
    if (format === undefined) await navigator.clipboard.writeText(report.text);
    else await download(report, format);
    return format === undefined ? 'Copied.' : `Downloaded as ${format.toUpperCase()}.`;
  } catch (error) {
    return `Nothing was handed out. ${reasonOf(error)}.`;
  }
}

async function reportOf({ lines, usage }: ShownFigures, search: string): Promise<OwnReport> {
  const subjects = await publishedFile('/api/v1/report-subjects.json');
  const { scenario } = await askedOf(search);
  const { grid, powerUsageEffectiveness: pue } = scenario;
  return ownReport(lines, usage, subjects, {
    ...(grid !== undefined && {
      grid: typeof grid === 'number' ? `${grid} gCO2e/kWh` : grid,
    }),
    ...(pue !== undefined && { powerUsageEffectiveness: String(pue) }),
  });
}

/** Hands a report to the browser as a file named after its release. */
async function download(report: OwnReport, format: ReportFormat): Promise<void> {
  const text = format === 'json' ? `${JSON.stringify(report, null, 1)}\n` : await csvOf(report);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: MEDIA_TYPES[format] }));
  const { release = 'report' } = report.rows[0] ?? {};
  link.download = `tokens-${release}.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function csvOf({ rows }: OwnReport): Promise<string> {
  const { default: Papa } = await import('papaparse');
  return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}
