/** The paper's regressions of tonnes on what is known, natural logarithms: its Tables 10 and 11. */

/** Table 10. */
export interface PaperRegressionOnOperations {
  intercept: number;
  ofFlop: number;
  ofGrid: number;
  /** A100 and A800 are the base. */
  ofFamily: Readonly<Record<PaperFamily, number>>;
}

/** Table 11. */
export interface PaperRegressionOnParameters {
  intercept: number;
  ofParameters: number;
  ofGrid: number;
  ofInstruct: number;
}

export type PaperFamily = 'A' | 'H' | 'others';

/** Tonnes of a run from its operations, the paper's tier 2; a median, since no residual is printed. */
export function paperTonnesOfFlop(
  flop: number,
  tonnesPerMegawattHour: number,
  family: PaperFamily,
  { intercept, ofFlop, ofGrid, ofFamily }: PaperRegressionOnOperations,
): number {
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
  { intercept, ofParameters, ofGrid, ofInstruct }: PaperRegressionOnParameters,
): number {
  return Math.exp(
    intercept +
      ofParameters * Math.log(parameters) +
      ofGrid * Math.log(tonnesPerMegawattHour) +
      (instruct ? ofInstruct : 0),
  );
}
