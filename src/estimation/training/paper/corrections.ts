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

/** The paper's share for frozen weights, the middle of 0.2 to 0.5. */
export const PAPER_FROZEN_SHARE = 0.35;

/** The paper's operations per parameter and token of an encoder-decoder. */
export const PAPER_ENCODER_DECODER_FLOP = 7;

/** The paper's factor from the vision branch of a CLIP model to both branches. */
export const PAPER_CLIP_FACTOR = 1.1;
