import type { WorkloadEstimate } from '../../estimation/estimate.ts';
import { casesText, NEARLY_EVEN } from '../../library/cases-text.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { inUnit, type Quantity, unitFor } from './amount.ts';
import type { UsageEstimate } from './usage-estimate.ts';

/** The total in one sentence, each quantity with its range. The example is called so. */
export function totalSentence(total: WorkloadEstimate, isExample = false): string {
  const carbon = unitFor('gramsCO2e', total.gramsCO2e);
  const { low, central, high } = inUnit(total.gramsCO2e, carbon);
  const lead = isExample ? 'The example: about' : 'About';
  return `${lead} ${quantityText(central)}\u00a0${carbon.name} CO₂e; nine in ten of our computed cases lie between ${quantityText(low)} and ${quantityText(high)}\u00a0${carbon.name}. That takes ${amountText('wattHours', total)} of electricity and ${amountText('millilitresWater', total)} of water.`;
}

/** A quantity with its range and unit: "31 kWh (10–95)". */
function amountText(quantity: Quantity, total: WorkloadEstimate): string {
  const unit = unitFor(quantity, total[quantity]);
  const range = inUnit(total[quantity], unit);
  return `${quantityText(range.central)}\u00a0${unit.name} (${rangeText(range)})`;
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
  const ratioText = `${more} ${quantityText(times)} times what ${less} (nine in ten: ${quantityText(from)} to ${quantityText(to)}).`;
  if (Math.max(probabilityLess, 1 - probabilityLess) < NEARLY_EVEN) {
    return `${lead} The two cannot be told apart: either emits less in about half of the cases. ${ratioText}`;
  }
  const verdict =
    probabilityLess >= 0.5
      ? `That is less in ${casesText(probabilityLess)} cases.`
      : `That is more in ${casesText(1 - probabilityLess)} cases.`;
  return `${lead} ${verdict} ${ratioText}`;
}

/** What a page that shows a reader's own tokens is called. */
export function calculatorTitle(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const more = others.length > 1 ? `${others.length} more` : others[0];
  return `${more === undefined ? first : `${first} and ${more}`}: calculator · LLM Carbon Index`;
}
