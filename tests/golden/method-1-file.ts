import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { AcceleratorEnergyFile } from '../../src/catalog/factor-files.ts';

/**
 * Coefficients of method 1, fitted independently (Python) to ML.ENERGY alone. Its equation is a special
 * case of today's, the engine of 2025, so its predictions test the equation apart from the fit.
 */
const { fitted } = z
  .object({ fitted: z.record(z.string(), z.number()) })
  .parse(JSON.parse(readFileSync(new URL('method-1-coefficients.json', import.meta.url), 'utf8')));

const its = (name: string) => ({ value: fitted[name]! });

/** The coefficient file with the values of method 1; what its equation lacked keeps its value. */
export function method1File(file: AcceleratorEnergyFile): AcceleratorEnergyFile {
  return {
    ...file,
    fitted: {
      ...file.fitted,
      staticJoulesPerStep: its('staticJoulesPerStep'),
      staticJoulesPerStepAndLayer: its('staticJoulesPerStepAndLayer'),
      newerGenerationStaticRatio: its('staticRatioB200'),
      eightBitExpertsLayerOverhead: its('eightBitExpertsLayerOverhead'),
      joulesPerGigabyteMoved: its('joulesPerGigabyteMoved'),
      decodePicojoulesPerFlop: its('decodePicojoulesPerFlopH100'),
      newerGenerationComputeRatio: {
        value: its('decodePicojoulesPerFlopB200').value / its('decodePicojoulesPerFlopH100').value,
      },
      expertsDecodeMultiplier2025: its('expertsDecodeMultiplier'),
      hybridMillijoulesPerLayer: its('hybridMillijoulesPerLayer'),
      prefillPicojoulesPerFlop: its('prefillPicojoulesPerFlop'),
      newerGenerationPrefillRatio: { value: 0.63 },
      expertsPrefillMultiplier2025: { value: 1.5 },
      eightBitComputeRatio: { value: 0.87 },
      // Its equation computed in 16 bits with weights of 4.
      fourBitComputeRatio: { value: 1 },
      inputTokensChat: its('inputTokensChat'),
      inputTokensFillInTheMiddle: its('inputTokensFillInTheMiddle'),
    },
    formErrorSdLn: { ...file.formErrorSdLn, architecture: 0.231 },
    studentT90: 1.782287555649159,
  };
}
