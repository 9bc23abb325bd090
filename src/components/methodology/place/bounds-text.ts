import type { Triangular } from '../../../estimation/distributions.ts';

const twoDecimals = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });

/** A mode with its bounds, as the data state them: 1.14 (1.09–1.2). */
export function boundsText({ low, central, high }: Triangular): string {
  const [from, mode, to] = [low, central, high].map((value) => twoDecimals.format(value));
  return `${mode} (${from}–${to})`;
}
