import type { StatedFigure } from '../library/stated-figure.ts';
import { countText, exactText, quantityText, rangeText } from './numbers.ts';

const UNIT = { wattHours: 'Wh', gramsCO2e: 'gCO₂e', joules: 'J' } as const;

/** A figure as its publisher states it, with all its digits and its range, if it has one: 0.31 (0.16–0.6) Wh. */
export function statedText({ stated, unit }: Pick<StatedFigure, 'stated' | 'unit'>): string {
  const { value, low, high } = stated;
  const range = low == null || high == null ? '' : ` (${exactText(low)}–${exactText(high)})`;
  return `${exactText(value)}${range} ${UNIT[unit]}`;
}

/** Our range for the same tokens: 0.023 (0.0061–0.087) gCO₂e. */
export function oursText({ ours, unit }: Pick<StatedFigure, 'ours' | 'unit'>): string {
  return `${quantityText(ours.central)} (${rangeText(ours)}) ${UNIT[unit]}`;
}

/** Of which tokens: 10 000 tokens of input and 1500 of output. */
export function ofTokensText({
  inputTokens,
  outputTokens,
}: Pick<StatedFigure, 'inputTokens' | 'outputTokens'>): string {
  if (outputTokens === 0) return `${countText(inputTokens)} tokens of input`;
  return inputTokens === 0
    ? `${countText(outputTokens)} tokens of output`
    : `${countText(inputTokens)} tokens of input and ${countText(outputTokens)} of output`;
}

/**
 * That a supplier's own figure lies outside our range, where one does: of several the farthest from our
 * median. Whoever is named states it: “Its maker”.
 */
export function supplierSentence(
  supplier: string,
  figures: readonly StatedFigure[],
): string | undefined {
  const [farthest] = figures
    .filter(({ verdict }) => verdict !== 'inside')
    .toSorted((a, b) => distance(b) - distance(a));
  if (farthest === undefined) return undefined;
  const side = farthest.verdict === 'above' ? 'more' : 'less';
  return `${supplier} states ${side} than our range: ${statedText(farthest)} for ${ofTokensText(farthest)}, ${quantityText(farthest.statedOverOurCentral)} times our median for them.`;
}

function distance({ statedOverOurCentral }: StatedFigure): number {
  return Math.abs(Math.log(statedOverOurCentral));
}
