import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';

/** One endpoint in a chart. `aside` stands after the label, `below` under it, `mark` is what is said of it. */
export interface EndpointRow {
  label: string;
  href?: string;
  aside?: string;
  below?: string;
  mark?: string;
  evidence: EvidenceTier;
  estimate: Range | { reason: string };
  here?: boolean;
  /** Texts of the further columns. */
  further: readonly (string | undefined)[];
}
