import type { UncertainInput } from '../estimation/contributions.ts';
import type { EvidenceTier } from '../estimation/tier.ts';

/** Inputs that figures per output token depend on: no cached token enters them. */
type OutputInput = Exclude<UncertainInput, 'cachedShare'>;

const WORDS: Readonly<Record<OutputInput, string>> = {
  load: 'Sequences decoded together',
  context: 'Context in the cache',
  servingStack: 'Serving software',
  accelerators: 'Accelerators and their number',
  weightBits: 'Weight precision',
  formOrPrice: 'Form of the energy model, size',
  hostAndIdle: 'Host and idle machines',
  powerUsageEffectiveness: 'Facility (PUE)',
  grid: 'Grid intensity',
  embodied: 'Manufacture of the hardware',
};
const FROM_PRICE = 'Size, inferred from the price';

/** An unknown in words, with its share of the variance by itself. */
export interface ContributionInWords {
  label: string;
  share: number;
}

/** The unknowns that make the range of an output token wide, the largest share first; as computed or as published. */
export function contributionsInWords(
  { inputs }: { inputs: Readonly<Record<string, number>> },
  evidence: EvidenceTier,
): ContributionInWords[] {
  const part = (input: OutputInput): ContributionInWords => ({
    label: input === 'formOrPrice' && evidence === 'price' ? FROM_PRICE : WORDS[input],
    share: inputs[input] ?? 0,
  });
  return [
    part('load'),
    part('context'),
    part('servingStack'),
    part('accelerators'),
    part('weightBits'),
    part('formOrPrice'),
    part('hostAndIdle'),
    part('powerUsageEffectiveness'),
    part('grid'),
    part('embodied'),
  ].toSorted((a, b) => b.share - a.share);
}
