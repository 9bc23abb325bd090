/** The paper's regressions of tonnes on what is known, natural logarithms: its Tables 10 and 11. */

/** Table 10: the accelerator's family; A100 and A800 are the base. */
const FAMILY = { A: 0, H: -0.827, others: 0.629 } as const;
export type PaperFamily = keyof typeof FAMILY;

/** Tonnes of a run from its operations, the paper's tier 2; a median, since no residual is printed. */
export function paperTonnesOfFlop(
  flop: number,
  tonnesPerMegawattHour: number,
  family: PaperFamily,
): number {
  return Math.exp(
    -39.252 + 0.829 * Math.log(flop) + 0.847 * Math.log(tonnesPerMegawattHour) + FAMILY[family],
  );
}

/** Tonnes of a run from its parameters, the paper's tier 3. */
export function paperTonnesOfParameters(
  parameters: number,
  tonnesPerMegawattHour: number,
  instruct: boolean,
): number {
  return Math.exp(
    -32.127 +
      1.451 * Math.log(parameters) +
      0.343 * Math.log(tonnesPerMegawattHour) -
      (instruct ? 1.001 : 0),
  );
}
