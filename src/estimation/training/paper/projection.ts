/**
 * The paper's scenario for a later year: the share of data centres in the world's electricity moves,
 * all else stays. It leaves out that electricity grows, that grids get cleaner, and that training is
 * no fixed share of data centres.
 */
export function projectedTonnes(
  tonnes: number,
  { shareNow, shareThen }: { shareNow: number; shareThen: number },
): number {
  return (tonnes * shareThen) / shareNow;
}

/** Data centres' share of the world's electricity, as the paper takes it. */
export const PAPER_ELECTRICITY_SHARES = { 2024: 0.013, 2030: 0.028, 2035: 0.031 } as const;
