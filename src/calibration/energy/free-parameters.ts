import { AcceleratorEnergyFile } from '../../catalog/method.ts';
import type { Prior } from '../statistics/fit-logarithms.ts';

/** A coefficient that the fit may move. */
export type FreeParameter = keyof AcceleratorEnergyFile['fitted'];

/**
 * The free parameters of the fit with their priors; units as in data/factors/accelerator-energy.yaml.
 * Wide where nothing was known, narrow where physics or other measurements speak: memory energy
 * and FLOP energy from the accelerators' rated power, prefill from its published efficiency, prompt
 * lengths from what the tasks are.
 */
export const PRIORS: Readonly<Record<FreeParameter, Prior>> = {
  staticJoulesPerStep: { median: 0.1, sdLn: 1.0 },
  staticJoulesPerStepAndLayer: { median: 0.01, sdLn: 1.0 },
  staticRatioB200: { median: 2.0, sdLn: 0.5 },
  eightBitExpertsLayerOverhead: { median: 2.0, sdLn: 1.0 },
  joulesPerGigabyteMoved: { median: 0.19, sdLn: 0.5 },
  decodePicojoulesPerFlopH100: { median: 0.85, sdLn: 0.5 },
  decodePicojoulesPerFlopB200: { median: 0.6, sdLn: 0.5 },
  expertsDecodeMultiplier: { median: 4.0, sdLn: 0.8 },
  hybridMillijoulesPerLayer: { median: 1.0, sdLn: 1.0 },
  prefillPicojoulesPerFlop: { median: 1.32, sdLn: 0.1 },
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
