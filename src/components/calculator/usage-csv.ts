import type { Boundary } from '../../estimation/boundary.ts';
import type { Workload } from '../../estimation/workload.ts';
import { QUANTITIES } from './amount.ts';
import type { UsageLine } from './calculator-state.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** What a file of figures must say of itself to be understood without its page. */
export interface UsageProvenance {
  boundary: Boundary;
  /** A zone, gCO2e/kWh, or "as served". */
  grid: string;
  powerUsageEffectiveness: string;
  release: string;
  methodVersion: string;
  address: string;
}

/** Lines and total as CSV with units in the column names: low, central, high are P5, P50, P95. */
export async function usageCsv(
  lines: readonly UsageLine[],
  { lines: estimates, total }: UsageEstimate,
  provenance: UsageProvenance,
): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const rows = [
    ...estimates.map(({ id, ...estimate }, index) => ({
      model: id,
      ...(lines[index]?.workload ?? {}),
      ...figures(estimate),
      ...provenance,
    })),
    { model: 'total', ...sumOf(lines), ...figures(total), ...provenance },
  ];
  return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}

function figures(estimate: UsageEstimate['total']): Record<string, string> {
  return Object.fromEntries(
    QUANTITIES.flatMap((quantity) =>
      (['low', 'central', 'high'] as const).map((at) => [
        `${quantity}_${at}`,
        estimate[quantity][at].toPrecision(4),
      ]),
    ),
  );
}

function sumOf(lines: readonly UsageLine[]): Workload {
  return lines.reduce(
    (sum, { workload }) => ({
      inputTokens: sum.inputTokens + workload.inputTokens,
      cachedInputTokens: sum.cachedInputTokens + workload.cachedInputTokens,
      outputTokens: sum.outputTokens + workload.outputTokens,
    }),
    { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
  );
}
