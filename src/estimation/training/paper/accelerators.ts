/** An accelerator as the paper's Table 9 prints it; data sheets say otherwise of several. */
export interface PaperAccelerator {
  /** FLOP per second; the table's head says TFLOPs. */
  peakFlopPerSecond: number;
  averageWatts: number;
  /** FLOP done over FLOP possible. */
  efficiency: number;
}
