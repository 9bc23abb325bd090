import type { Range, Verdict } from '../estimation/ranges.ts';

/** In which units makers and others state what a request takes. */
export const STATED_UNITS = ['wattHours', 'gramsCO2e', 'joules'] as const;

/** A published figure beside our range for the same tokens, both in its publisher's unit. */
export interface StatedFigure {
  unit: (typeof STATED_UNITS)[number];
  inputTokens: number;
  outputTokens: number;
  stated: { value: number; low?: number | null; high?: number | null };
  ours: Range;
  verdict: Verdict;
  statedOverOurCentral: number;
}
