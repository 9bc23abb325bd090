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
