import { measuredRun } from '../../../catalog/mlenergy-run.ts';
import type { CatalogData } from '../../../catalog/read-data.ts';

/** How long the prompts were that the fit rests on, as means of a task, and how large the contexts. */
export interface MeasuredLengths {
  shortestPromptTokens: number;
  longestPromptTokens: number;
  /** The largest mean context that an output token read. */
  largestContextTokens: number;
}

/** The lengths that the measured rows of both sets cover, in whole tokens. */
export function measuredLengths({
  measurements,
  servingMeasurements,
  factors,
}: Pick<CatalogData, 'measurements' | 'servingMeasurements' | 'factors'>): MeasuredLengths {
  const runs = [
    ...measurements.map((row) => {
      const { inputTokens, point } = measuredRun(row, factors.accelerator);
      return { inputTokens, contextTokens: point.contextTokens };
    }),
    ...servingMeasurements.map(({ input_tokens, output_tokens }) => ({
      inputTokens: input_tokens,
      contextTokens: input_tokens + 0.5 * output_tokens,
    })),
  ];
  const prompts = runs.map(({ inputTokens }) => Math.round(inputTokens));
  return {
    shortestPromptTokens: Math.min(...prompts),
    longestPromptTokens: Math.max(...prompts),
    largestContextTokens: Math.max(...runs.map(({ contextTokens }) => Math.round(contextTokens))),
  };
}
