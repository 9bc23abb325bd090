import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import type { EngineYear } from '../../estimation/accelerator.ts';

/** What is known of a run whose operating point is known, and what of its kind was measured. */
export interface RunKind {
  architectureKnown: boolean;
  mixture: boolean;
  engine: EngineYear;
  disaggregated: boolean;
  /** On an accelerator of no measured design. */
  foreign: boolean;
}

/** Standard deviation of ln(true / predicted) of such a run. */
export function runErrorSdLn(
  { formErrorSdLn, runErrorSdLn }: AcceleratorEnergyFile,
  { architectureKnown, mixture, engine, disaggregated, foreign }: RunKind,
): number {
  const errors = engine === 2025 ? formErrorSdLn : runErrorSdLn;
  const model = architectureKnown ? errors.architecture : errors.parameters;
  return Math.hypot(
    disaggregated ? Math.max(model, runErrorSdLn.disaggregated) : model,
    engine !== 2025 && !mixture ? runErrorSdLn.denseModel : 0,
    foreign ? runErrorSdLn.foreignAccelerator : 0,
  );
}
