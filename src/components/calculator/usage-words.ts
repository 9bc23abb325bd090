import type { WorkloadEstimate } from '../../estimation/total.ts';
import { quantityText, rangeText } from '../../release/number-text.ts';
import { probabilityText } from '../compare/comparison-words.ts';
import { tokenWords } from '../workload/token-count.ts';
import type { Activity } from './activity-csv.ts';
import type { ActivityLines } from './activity-lines.ts';
import { inUnit, type Quantity, unitFor } from './amount.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** Probabilities between this and its complement are not called "less". */
const NEARLY_EVEN = 0.6;

/** The total of a month in one sentence, each quantity with its range. */
export function totalSentence(total: WorkloadEstimate): string {
  const carbon = unitFor('gramsCO2e', total.gramsCO2e);
  const { low, central, high } = inUnit(total.gramsCO2e, carbon);
  return `About ${quantityText(central)} ${carbon.name} CO₂e a month, nine times in ten between ${quantityText(low)} and ${quantityText(high)} ${carbon.name}; ${amountText('wattHours', total)} of electricity and ${amountText('millilitresWater', total)} of water.`;
}

/** A quantity with its range and unit: "31 kWh (10–95)". */
function amountText(quantity: Quantity, total: WorkloadEstimate): string {
  const unit = unitFor(quantity, total[quantity]);
  const range = inUnit(total[quantity], unit);
  return `${quantityText(range.central)} ${unit.name} (${rangeText(range)})`;
}

/** The same tokens on another model in words; `name` is that model's. */
export function insteadSentence(
  name: string,
  { total, comparison }: NonNullable<UsageEstimate['instead']>,
): string {
  const { probabilityLess, ratio } = comparison;
  if (ratio.low === 1 && ratio.high === 1) return `All of these tokens are on ${name} already.`;
  const unit = unitFor('gramsCO2e', total.gramsCO2e);
  const range = inUnit(total.gramsCO2e, unit);
  const lead = `The same tokens, all on ${name}, take about ${quantityText(range.central)} ${unit.name} CO₂e (${rangeText(range)}).`;
  const [times, from, to] =
    ratio.central < 1
      ? [1 / ratio.central, 1 / ratio.high, 1 / ratio.low]
      : [ratio.central, ratio.low, ratio.high];
  const more = ratio.central < 1 ? 'The lines as entered emit' : `${name} would emit`;
  const less = ratio.central < 1 ? `${name} would` : 'the lines as entered do';
  const ratioText = `${more} ${quantityText(times)} times what ${less} (5th to 95th percentile ${quantityText(from)} to ${quantityText(to)}).`;
  if (Math.max(probabilityLess, 1 - probabilityLess) < NEARLY_EVEN) {
    return `${lead} The two cannot be told apart: either emits less about as probably. ${ratioText}`;
  }
  const verdict =
    probabilityLess >= 0.5
      ? `That is less with probability ${probabilityText(probabilityLess)}.`
      : `That is more with probability ${probabilityText(1 - probabilityLess)}.`;
  return `${lead} ${verdict} ${ratioText}`;
}

/** What was read of an export, and what was not, in sentences. */
export function activitySentences(
  { rows, unreadRows, days }: Activity,
  { lines, unmatched, leftOut }: ActivityLines,
): string[] {
  const period = days === undefined ? '' : ` from ${days.first} to ${days.last}`;
  return [
    `${rows} rows${period}, ${lines.length} models. Figures are for what was pasted: a month where it covers a month.`,
    unreadRows > 0
      ? `${unreadRows} rows hold no model or no number of tokens and are left out.`
      : '',
    unmatched.length > 0
      ? `Not in the total, as this release has no estimate under the name: ${unmatched.map(({ name, workload }) => `${name} (${tokenWords(workload)})`).join('; ')}.`
      : '',
    leftOut.length > 0
      ? `Not in the total, as a link holds no more lines: ${leftOut.map(({ id, workload }) => `${id} (${tokenWords(workload)})`).join('; ')}.`
      : '',
  ].filter((sentence) => sentence !== '');
}
