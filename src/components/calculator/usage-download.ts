import { scenarioFromSearch } from '../scenario/scenario-state.ts';
import type { UsageLine } from './calculator-state.ts';
import type { ModelNames } from './model-finder.ts';
import { type UsageProvenance, usageCsv } from './usage-csv.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** What the file says of itself. */
export function provenanceOf(
  { release, methodVersion }: Pick<ModelNames, 'release' | 'methodVersion'>,
  { search, href }: Pick<Location, 'search' | 'href'>,
): UsageProvenance {
  const { grid, powerUsageEffectiveness, boundary } = scenarioFromSearch(search);
  return {
    boundary,
    grid: grid === undefined ? 'as served' : String(grid),
    powerUsageEffectiveness:
      powerUsageEffectiveness === undefined ? 'as served' : String(powerUsageEffectiveness),
    release,
    methodVersion,
    address: href,
  };
}

/** Hands the figures to the browser as a CSV file named after the release. */
export async function download(
  { lines, usage }: { lines: readonly UsageLine[]; usage: UsageEstimate },
  provenance: UsageProvenance,
): Promise<void> {
  const csv = await usageCsv(lines, usage, provenance);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  link.download = `tokens-${provenance.release}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
