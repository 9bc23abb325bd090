import type { UncertainInput } from '../estimation/contributions.ts';
import type { Range } from '../estimation/ranges.ts';
import type { EvidenceTier } from '../estimation/tier.ts';
import { quantityText } from './numbers.ts';

const WORDS: Readonly<Record<UncertainInput, string>> = {
  hosts: 'How efficient its hosts are',
  machines: 'Kinds of machines in the market',
  load: 'Requests served at once',
  servingStack: 'Serving software',
  formOrPrice: 'Form of the energy model, size',
  hostAndIdle: 'Rest of the server, idle machines',
  powerUsageEffectiveness: 'Data centre (PUE)',
  grid: 'Grid intensity',
  embodied: 'Manufacture of the hardware',
};
const FROM_PRICE = 'Size, inferred from the price';

/** An unknown in words, with its share of the variance by itself. */
export interface ContributionInWords {
  label: string;
  share: number;
}

/**
 * How many times its lowest value a range's highest would about be, if an unknown that explains this
 * share of its variance were known: ln of high over low goes with the standard deviation.
 */
export function widthIfKnown({ low, high }: Pick<Range, 'low' | 'high'>, share: number): number {
  return (high / low) ** Math.sqrt(1 - Math.min(1, share));
}

/** What the columns of a table of unknowns are called, of a model's range as of a training run's. */
export const WIDTH_HEADS = {
  share: 'Share of the variance',
  ifKnown: 'High over low, if it were known',
} as const;

/** How wide a range is now, which the table of its unknowns says once. */
export function widthSentence({ low, high }: Pick<Range, 'low' | 'high'>): string {
  return `The high end of the range is about ${quantityText(high / low)} times its low end.`;
}

/** The unknowns that make the range of an output token wide, the largest share first; as computed or as published. */
export function contributionsInWords(
  { inputs }: { inputs: Readonly<Record<string, number>> },
  evidence: EvidenceTier,
): ContributionInWords[] {
  const part = (input: UncertainInput): ContributionInWords => ({
    label: input === 'formOrPrice' && evidence === 'price' ? FROM_PRICE : WORDS[input],
    share: inputs[input] ?? 0,
  });
  return [
    part('hosts'),
    part('machines'),
    part('load'),
    part('servingStack'),
    part('formOrPrice'),
    part('hostAndIdle'),
    part('powerUsageEffectiveness'),
    part('grid'),
    part('embodied'),
  ].toSorted((a, b) => b.share - a.share);
}
