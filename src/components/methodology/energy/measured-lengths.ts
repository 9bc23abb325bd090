import { measuredRun } from '../../../catalog/measured-rows.ts';
import type { MeasuredRow } from '../../../catalog/measurement.ts';
import type { AcceleratorEnergyFile } from '../../../catalog/method.ts';

/** How long the prompts were that the fit rests on, as means of a task, and how large the contexts. */
export interface MeasuredLengths {
  shortestPromptTokens: number;
  longestPromptTokens: number;
  /** The largest mean context that an output token read. */
  largestContextTokens: number;
}

/** The lengths that the measured rows cover, in whole tokens. */
export function measuredLengths(
  rows: readonly MeasuredRow[],
  file: AcceleratorEnergyFile,
): MeasuredLengths {
  const runs = rows.map((row) => measuredRun(row, file));
  const prompts = runs.map(({ inputTokens }) => Math.round(inputTokens));
  return {
    shortestPromptTokens: Math.min(...prompts),
    longestPromptTokens: Math.max(...prompts),
    largestContextTokens: Math.max(...runs.map(({ point }) => Math.round(point.contextTokens))),
  };
}
