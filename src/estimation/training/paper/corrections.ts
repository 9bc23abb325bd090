/**
 * The paper's corrections of counted operations (its section A.6), each a factor. They are kept for
 * comparison alone: throughput over a whole run holds the same losses already.
 */
export interface PaperCorrections {
  optimizer: number;
  precision: number;
  checkpointing: number;
  activation: number;
  pipeline: number;
  dataParallel: number;
  misc: number;
}

/** Operations times all corrections. */
export function correctedFlop(flop: number, corrections: PaperCorrections): number {
  return Object.values(corrections).reduce(
    (product: number, factor: number) => product * factor,
    flop,
  );
}
