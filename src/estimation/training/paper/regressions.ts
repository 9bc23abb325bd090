/** The paper's regressions of tonnes on what is known, natural logarithms: its Tables 10 and 11. */

export const PAPER_REGRESSIONS = {
  /** Table 10. */
  operations: {
    intercept: -39.252,
    ofFlop: 0.829,
    ofGrid: 0.847,
    /** A100 and A800 are the base. */
    ofFamily: { A: 0, H: -0.827, others: 0.629 },
  },
  /** Table 11. */
  parameters: { intercept: -32.127, ofParameters: 1.451, ofGrid: 0.343, ofInstruct: -1.001 },
} as const;
export type PaperFamily = keyof typeof PAPER_REGRESSIONS.operations.ofFamily;

/** Tonnes of a run from its operations, the paper's tier 2; a median, since no residual is printed. */
export function paperTonnesOfFlop(
  flop: number,
  tonnesPerMegawattHour: number,
  family: PaperFamily,
): number {
  const { intercept, ofFlop, ofGrid, ofFamily } = PAPER_REGRESSIONS.operations;
  return Math.exp(
    intercept +
      ofFlop * Math.log(flop) +
      ofGrid * Math.log(tonnesPerMegawattHour) +
      ofFamily[family],
  );
}

/** Tonnes of a run from its parameters, the paper's tier 3. */
export function paperTonnesOfParameters(
  parameters: number,
  tonnesPerMegawattHour: number,
  instruct: boolean,
): number {
  const { intercept, ofParameters, ofGrid, ofInstruct } = PAPER_REGRESSIONS.parameters;
  return Math.exp(
    intercept +
      ofParameters * Math.log(parameters) +
      ofGrid * Math.log(tonnesPerMegawattHour) +
      (instruct ? ofInstruct : 0),
  );
}
