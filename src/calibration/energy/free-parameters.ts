import { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import type { Prior } from '../statistics/fit-logarithms.ts';

/** A coefficient that the fit may move. */
export type FreeParameter = keyof AcceleratorEnergyFile['fitted'];

/**
 * The free parameters of the fit with their priors; units as in data/factors/accelerator-energy.yaml.
 * Wide where nothing was known, narrow where physics or other measurements speak: memory energy
 * and FLOP energy from the accelerators' rated power, prefill from its published efficiency, prompt
 * lengths from what the tasks are. That cdna3Ratio and cdna4Ratio are drawn to 1, amdRatio apart, lets
 * one design of AMD say something of another that was not measured, and not everything.
 */
export const PRIORS: Readonly<Record<FreeParameter, Prior>> = {
  staticJoulesPerStep: { median: 0.1, sdLn: 1.0 },
  staticJoulesPerStepAndLayer: { median: 0.01, sdLn: 1.0 },
  todaysEngineStaticRatio: { median: 0.7, sdLn: 0.5 },
  eightBitExpertsLayerOverhead: { median: 2.0, sdLn: 1.0 },
  joulesPerGigabyteMoved: { median: 0.19, sdLn: 0.5 },
  decodePicojoulesPerFlop: { median: 0.85, sdLn: 0.5 },
  expertsDecodeMultiplier2025: { median: 4.0, sdLn: 0.8 },
  expertsDecodeOverhead: { median: 8.0, sdLn: 0.8 },
  expertsDecodeOverheadExponent: { median: 0.5, sdLn: 0.5 },
  hybridMillijoulesPerLayer: { median: 1.0, sdLn: 1.0 },
  prefillPicojoulesPerFlop: { median: 1.32, sdLn: 0.2 },
  expertsPrefillMultiplier2025: { median: 1.5, sdLn: 0.6 },
  expertsPrefillMultiplier: { median: 1.5, sdLn: 0.6 },
  prefillLightLoadOverhead: { median: 0.3, sdLn: 1.0 },
  eightBitComputeRatio: { median: 0.87, sdLn: 0.2 },
  fourBitComputeRatio: { median: 0.65, sdLn: 0.3 },
  speculationComputeRatio: { median: 1.3, sdLn: 0.2 },
  speculationRestRatio: { median: 0.75, sdLn: 0.2 },
  disaggregatedStaticRatio: { median: 0.6, sdLn: 0.4 },
  disaggregatedPrefillRatio: { median: 0.7, sdLn: 0.4 },
  newerGenerationStaticRatio: { median: 1.6, sdLn: 0.5 },
  newerGenerationComputeRatio: { median: 0.7, sdLn: 0.3 },
  newerGenerationPrefillRatio: { median: 0.63, sdLn: 0.3 },
  amdRatio: { median: 1.2, sdLn: 0.3 },
  cdna3Ratio: { median: 1.0, sdLn: 0.3 },
  cdna4Ratio: { median: 1.0, sdLn: 0.3 },
  inputTokensChat: { median: 250, sdLn: 0.5 },
  inputTokensFillInTheMiddle: { median: 2000, sdLn: 0.5 },
};

/** The free parameters in the order in which the fit holds them: that of the file's schema. */
export const FREE_PARAMETERS: readonly FreeParameter[] =
  AcceleratorEnergyFile.shape.fitted.keyof().options;

/** The coefficient file with its free parameters replaced, given as logarithms in their order. */
export function withParameters(
  file: AcceleratorEnergyFile,
  lnValues: readonly number[],
): AcceleratorEnergyFile {
  const fitted = { ...file.fitted };
  for (const [index, name] of FREE_PARAMETERS.entries()) {
    const lnValue = lnValues[index];
    if (lnValue === undefined) throw new RangeError(`no value for ${name}`);
    fitted[name] = { value: Math.exp(lnValue) };
  }
  return { ...file, fitted };
}

/** Logarithms of the free parameters of a coefficient file, in their order. */
export function lnParameters({ fitted }: AcceleratorEnergyFile): number[] {
  return FREE_PARAMETERS.map((name) => Math.log(fitted[name].value));
}
