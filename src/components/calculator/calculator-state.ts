import type { Workload } from '../../estimation/workload.ts';
import { searchWith } from '../address.ts';
import { shortTokenText, tokensFromText } from './token-count.ts';

/** The tokens of one model in a month. */
export interface UsageLine {
  id: string;
  workload: Workload;
}

/** What a reader has entered; all of it lives in the URL, beside the scenario. */
export interface CalculatorState {
  /** Empty: the example. */
  lines: readonly UsageLine[];
  /** Id of the model that might take all of these tokens instead. */
  instead: string | undefined;
}

/** Between the parts of a line: no id holds it, and no address has to escape it. */
const SEPARATOR = '*';

/** More lines than any account has models would make addresses that no server takes. */
export const MOST_LINES = 60;

/** Reads the usage from a URL's search part; a line that is not understood is left out. */
export function calculatorFromSearch(search: string): CalculatorState {
  const parameters = new URLSearchParams(search);
  const lines = (parameters.get('use') ?? '').split(',').flatMap((text) => lineFromText(text));
  return {
    lines: lines.slice(0, MOST_LINES),
    instead: parameters.get('instead')?.trim() || undefined,
  };
}

/** A URL's search part with the usage set and all else kept; the example is left out. */
export function searchWithCalculator({ lines, instead }: CalculatorState, search: string): string {
  return searchWith(search, {
    use: lines.map(lineText).join(','),
    instead: instead ?? '',
  });
}

/** Whether anything is to be computed. */
export function hasTokens({ inputTokens, cachedInputTokens, outputTokens }: Workload): boolean {
  return inputTokens + cachedInputTokens + outputTokens > 0;
}

function lineText({ id, workload }: UsageLine): string {
  const { inputTokens, cachedInputTokens, outputTokens } = workload;
  const counts = [inputTokens, cachedInputTokens, outputTokens].map(shortTokenText);
  return [id, ...counts].join(SEPARATOR);
}

function lineFromText(text: string): UsageLine[] {
  const [id = '', ...counts] = text.trim().split(SEPARATOR);
  const [inputTokens, cachedInputTokens, outputTokens] = counts.map(tokensFromText);
  if (
    id === '' ||
    inputTokens === undefined ||
    cachedInputTokens === undefined ||
    outputTokens === undefined
  ) {
    return [];
  }
  const workload = { inputTokens, cachedInputTokens, outputTokens };
  return hasTokens(workload) ? [{ id, workload }] : [];
}
