import * as z from 'zod';
import { AcceleratorEnergyFile } from './factor-files.ts';

/**
 * The coefficients of fits that have not seen an architecture, a family of them or an accelerator, which
 * validation predicts these with. Kept as data because they take half a minute to find.
 */

/** Path of the fits from the project's root. */
export const LEFT_OUT_FITS_FILE = 'data/measurements/left-out-fits.json';

const { fitted, unknownArchitecture } = AcceleratorEnergyFile.shape;
const Fits = z.record(z.string(), z.strictObject({ fitted, unknownArchitecture }));

/** By what was left out, and its name. */
export const LeftOutFitsFile = z.strictObject({
  architectureGroup: Fits,
  architectureFamily: Fits,
  accelerator: Fits,
});
export type LeftOutFitsFile = z.infer<typeof LeftOutFitsFile>;
