import { type AcceleratorEnergy, acceleratorEnergy, type OperatingPoint } from './accelerator.ts';
import type { AcceleratorCoefficients } from './energy-coefficients.ts';
import {
  type Architecture,
  type EnergyShape,
  energyShape,
  type ModelSize,
} from './energy-shape.ts';

/** One measured configuration: what ran, how, and how long its prompts and answers were. */
export interface MeasuredRun {
  size: ModelSize;
  /** Absent where it is not published or is withheld. */
  architecture: Architecture | undefined;
  point: OperatingPoint;
  /** Mean prompt length of the task. */
  inputTokens: number;
  /** Mean answer length. */
  outputTokens: number;
}

/**
 * What the energy model says a measurement should have read, J per output token with prefill folded
 * in, as both measured sets report it: E_out + E_in x input tokens / output tokens.
 */
export function predictedJoulesPerOutputToken(
  run: MeasuredRun,
  coefficients: AcceleratorCoefficients,
): FoldedEnergy {
  return foldedJoules(energyShape(run.size, run.architecture, coefficients), run, coefficients);
}

/** Energy per token, J, and that of an output token with its share of the prompt. */
export type FoldedEnergy = AcceleratorEnergy & { joulesPerOutputToken: number };

/** The same for a model whose shape is at hand. */
export function foldedJoules(
  shape: EnergyShape,
  { point, inputTokens, outputTokens }: Pick<MeasuredRun, 'point' | 'inputTokens' | 'outputTokens'>,
  coefficients: AcceleratorCoefficients,
): FoldedEnergy {
  const energy = acceleratorEnergy(shape, point, coefficients);
  return {
    ...energy,
    joulesPerOutputToken: energy.outputJoules + (energy.inputJoules * inputTokens) / outputTokens,
  };
}

/** A measurement beside its prediction, with the cell (task, accelerator, count) it belongs to. */
export interface MeasuredAgainstPredicted {
  cell: string;
  measuredJoules: number;
  predictedJoules: number;
}

/**
 * delta: ln of the factor by which a model's own measurements move its estimate. The mean over
 * cells of the mean ln(measured / predicted), shrunk towards 0 by how many cells there are:
 * lambda = between^2 / (between^2 + within^2 / cells). 0 for a model without measurements.
 */
export function measuredCorrectionLn(
  measurements: readonly MeasuredAgainstPredicted[],
  { sdLnBetweenModels, sdLnWithinCell }: { sdLnBetweenModels: number; sdLnWithinCell: number },
): number {
  const cells = new Map<string, number[]>();
  for (const { cell, measuredJoules, predictedJoules } of measurements) {
    const ratios = cells.get(cell) ?? [];
    ratios.push(Math.log(measuredJoules / predictedJoules));
    cells.set(cell, ratios);
  }
  if (cells.size === 0) return 0;
  const between = sdLnBetweenModels ** 2;
  const lambda = between / (between + sdLnWithinCell ** 2 / cells.size);
  return lambda * mean([...cells.values()].map(mean));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
