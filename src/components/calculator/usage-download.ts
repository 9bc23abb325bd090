import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { fullNameOf } from '../../library/model-names.ts';
import { askedOf } from '../../query/asked.ts';
import { knownNames } from '../../query/known-names.ts';
import { publishedFile } from '../../query/published-file.ts';
import { calculatorFromSearch, type UsageLine } from '../../query/usage-lines.ts';
import { usageWords } from '../../text/token-amount.ts';
import { download } from '../../ui/download.ts';
import { periodOf } from './export-period.ts';
import { type OwnReport, ownReport } from './own-report.ts';
import { uncountedShort } from './uncounted-words.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** What a report can be taken along as. */
const REPORT_FORMATS = ['csv', 'json'] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Figures that are shown, with the lines that they are of. */
export interface ShownFigures {
  lines: readonly UsageLine[];
  /** What is doubtful of each line's requests, empty where nothing is. */
  doubts: readonly string[];
  usage: UsageEstimate;
  /** Lines beside these that are not in the figures. */
  uncounted: readonly UsageLine[];
}

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv',
  json: 'application/json',
};

/**
 * Hands out a report of what is shown under the scenario of the address: as a file of one of the formats,
 * as a picture, or as a text to paste. Gives what can be said of it. Rejects where it could not be made.
 */
export async function handOut(
  way: string | undefined,
  shown: ShownFigures,
  search: string,
): Promise<string> {
  const report = await reportOf(shown, search);
  if (way === 'picture') return handOutPicture(shown, releaseOf(report));
  const format = REPORT_FORMATS.find((known) => known === way);
  if (format === undefined) await navigator.clipboard.writeText(report.text);
  else await downloadReport(report, format);
  return format === undefined ? 'Copied.' : `Downloaded as ${format.toUpperCase()}.`;
}

async function handOutPicture(
  { lines, usage, uncounted }: ShownFigures,
  release: string,
): Promise<string> {
  const [{ copyUsagePicture }, { models }] = await Promise.all([
    import('./usage-picture.ts'),
    knownNames(),
  ]);
  return copyUsagePicture(usage, {
    lines: lines.map(({ id, workload }) => {
      const model = models.find((one) => one.id === id);
      return {
        name: model === undefined ? id : fullNameOf(model),
        tokens: usageWords(workload),
        evidence: EVIDENCE_TIERS.find((tier) => tier === model?.evidence),
      };
    }),
    left: uncountedShort(uncounted),
    release,
    link: location.href,
  });
}

async function reportOf(shown: ShownFigures, search: string): Promise<OwnReport> {
  const subjects = await publishedFile('/api/v1/report-subjects.json');
  const { scenario } = await askedOf(search);
  const { grid, powerUsageEffectiveness: pue } = scenario;
  const set = {
    ...(grid !== undefined && {
      grid: typeof grid === 'number' ? `${grid} gCO2e/kWh` : grid,
    }),
    ...(pue !== undefined && { powerUsageEffectiveness: String(pue) }),
  };
  const period = periodOf(calculatorFromSearch(search).lines ?? []);
  return ownReport({ ...shown, scenario: set, period }, subjects);
}

/** Hands out a report as a file named after its release. */
async function downloadReport(report: OwnReport, format: ReportFormat): Promise<void> {
  const text = format === 'json' ? `${JSON.stringify(report, null, 1)}\n` : await csvOf(report);
  download(
    `tokens-${releaseOf(report)}.${format}`,
    new Blob([text], { type: MEDIA_TYPES[format] }),
  );
}

async function csvOf({ rows }: OwnReport): Promise<string> {
  const { spreadsheetCsv } = await import('../../text/spreadsheet-csv.ts');
  return spreadsheetCsv(rows);
}

function releaseOf({ rows }: OwnReport): string {
  return String(rows[0]?.release ?? 'report');
}
