import type { Range } from '../../estimation/ranges.ts';
import type { Reported } from '../../estimation/reported.ts';
import { quantityText } from '../../text/numbers.ts';
import type { ReportBasis } from './report-row.ts';

/** What a report says besides in words, a sentence each. */
export interface ReportWords {
  /** Whose factors, and which places stand for the hosts. */
  grid?: string;
  /** After the figures: what of the tokens they do not hold. */
  leftOut?: readonly string[];
  /** What was assumed, and what the figures rest on. */
  basis?: readonly string[];
}

/**
 * A paragraph that can go into a report, caveats and all. `what` says whose tokens it is about: "1000
 * output tokens of openai/gpt-5".
 */
export function reportText(
  what: string,
  { gramsCO2e, facilityWattHours }: Readonly<Record<Reported, Range>>,
  { methodVersion, release, releaseAddress, gridYear }: ReportBasis,
  words: ReportWords = {},
): string {
  const grid = words.grid ?? `Grid: lifecycle means of ${gridYear} by Electricity Maps.`;
  return [
    `${what}: about ${amount(gramsCO2e, 'kg CO2e')}, location-based, with ${amount(facilityWattHours, 'kWh')} of electricity.`,
    ...(words.leftOut ?? []),
    'Purchased services (GHG Protocol scope 3, category 1).',
    `Inference only: accelerators, servers with idle machines, building and the making of the hardware are counted; training, network and end-user devices are not. ${grid}`,
    ...(words.basis ?? []),
    `Estimated with the LLM Carbon Index, method ${methodVersion}, release ${release} (${releaseAddress}); the ranges are the 5th to 95th percentile. An estimate, not a measurement, and not assured.`,
  ].join(' ');
}

/** Grams or Wh in thousands, with the range. */
function amount({ low, central, high }: Range, unit: string): string {
  const text = (value: number) => quantityText(value / 1000);
  return `${text(central)} ${unit} (${text(low)} to ${text(high)})`;
}
