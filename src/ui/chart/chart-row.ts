import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';

/** One row in a chart of ranges. */
export interface ChartRow {
  label: string;
  href?: string;
  /** In smaller type after the label. */
  aside?: string;
  /** In smaller type under the label. */
  below?: string;
  /** What sets the row apart from all others. */
  mark?: string;
  /** Where it is said why. */
  markHref?: string;
  evidence?: EvidenceTier;
  /** The range, or why there is none. */
  range: Range | { reason: string };
  /** The row that the page is about. */
  here?: boolean;
  /** Texts of the further columns. */
  further?: readonly (string | undefined)[];
}
