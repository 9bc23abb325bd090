/** How figures stand in published files, said apart from the code that writes them. */

interface Range {
  low: number;
  central: number;
  high: number;
}

/** Four significant digits. */
export function four(value: number): number {
  return Number(value.toExponential(3));
}

export function fourOf({ low, central, high }: Range): Range {
  return { low: four(low), central: four(central), high: four(high) };
}

/** Its 25th and 75th percentile, likewise. */
export function middleHalfOf({
  middleHalf,
}: {
  middleHalf?: Pick<Range, 'low' | 'high'> | undefined;
}) {
  return middleHalf && { low: four(middleHalf.low), high: four(middleHalf.high) };
}

/** A share or a probability, to so many decimals. */
export function decimals(value: number, count: number): number {
  return Number(value.toFixed(count));
}

/** What a thousand tokens take, without what is published elsewhere. */
export function thousandTokens(
  tokens: Record<'gramsCO2e' | 'wattHours' | 'millilitresWater', Range>,
) {
  return {
    gramsCO2e: fourOf(tokens.gramsCO2e),
    wattHours: fourOf(tokens.wattHours),
    millilitresWater: fourOf(tokens.millilitresWater),
  };
}

/** The numbers of a text for readers, in their order: two significant digits, thin spaces between thousands. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d[\d\u202f]*(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replaceAll('\u202f', '')),
  );
}

// Halves go up as they are written: 0.605 is 0.61, though no double is exactly that.
const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2, useGrouping: false });

/** A range as readers see it: central first, then low and high, two digits of what files hold. */
export function twoDigitsOf({ low, central, high }: Range): number[] {
  return [central, low, high].map((value) => Number(twoDigits.format(four(value))));
}
