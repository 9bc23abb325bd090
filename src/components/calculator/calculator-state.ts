import type { Workload } from '../../estimation/workload.ts';
import { parametersOf, searchWith } from '../address.ts';
import { SEPARATOR, workloadFromText, workloadText } from '../workload/workload-text.ts';

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

/** More lines than any account has models would make addresses that no server takes. */
export const MOST_LINES = 60;

/** Reads the usage from a URL's search part; a line that is not understood is left out. */
export function calculatorFromSearch(search: string): CalculatorState {
  const parameters = parametersOf(search);
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

function lineText({ id, workload }: UsageLine): string {
  return `${id}${SEPARATOR}${workloadText(workload)}`;
}

function lineFromText(text: string): UsageLine[] {
  const [id = '', ...counts] = text.trim().split(SEPARATOR);
  const workload = workloadFromText(counts.join(SEPARATOR));
  return id === '' || workload === undefined ? [] : [{ id, workload }];
}
