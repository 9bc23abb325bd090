import type { Workload } from '../../estimation/workload.ts';
import { parametersOf, searchWith } from '../address.ts';
import { SEPARATOR, workloadFromText, workloadText } from '../workload/workload-text.ts';

/** The tokens of one model in a month. */
export interface UsageLine {
  id: string;
  workload: Workload;
}

/** What a reader asks for; all of it lives in the URL, beside the scenario. */
export interface CalculatorState {
  /** Undefined where nothing is asked, so that the example stands; empty where there is nothing. */
  lines: readonly UsageLine[] | undefined;
  /** Id of the model that might take all of these tokens instead. */
  instead: string | undefined;
}

/** More lines than any account has models would make addresses that no server takes. */
export const MOST_LINES = 60;

/** Instead of lines, where a reader has none or an export held none. */
const NO_LINES = 'none';

/** Reads the usage from a URL's search part; what is no line is in unreadLines. */
export function calculatorFromSearch(search: string): CalculatorState {
  const parameters = parametersOf(search);
  const texts = lineTexts(search);
  return {
    lines: texts?.flatMap((text) => lineFromText(text) ?? []).slice(0, MOST_LINES),
    instead: parameters.get('instead')?.trim() || undefined,
  };
}

/** The parts of a link that are no line of usage, or more than it can hold. */
export function unreadLines(search: string): string[] {
  const read = (lineTexts(search) ?? []).map((text) => ({ text, line: lineFromText(text) }));
  const beyond = read.filter(({ line }) => line !== undefined).slice(MOST_LINES);
  return [...read.filter(({ line }) => line === undefined), ...beyond].map(({ text }) => text);
}

/** A URL's search part with the usage set and all else kept; the example is left out. */
export function searchWithCalculator({ lines, instead }: CalculatorState, search: string): string {
  return searchWith(search, {
    use: lines === undefined ? '' : linesText(lines),
    instead: instead ?? '',
  });
}

/** Lines as links have them: "openai/gpt-5*1M*0*2M". */
export function linesText(lines: readonly UsageLine[]): string {
  if (lines.length === 0) return NO_LINES;
  return lines.map(({ id, workload }) => `${id}${SEPARATOR}${workloadText(workload)}`).join(',');
}

/** Reads lines as links have them. */
export function linesFromText(text: string): UsageLine[] {
  return text.split(',').flatMap((line) => lineFromText(line) ?? []);
}

/** The parts of a link that should be lines; undefined where it has none. */
function lineTexts(search: string): string[] | undefined {
  const use = parametersOf(search).get('use')?.trim();
  if (!use) return undefined;
  return use === NO_LINES ? [] : use.split(',').map((text) => text.trim());
}

function lineFromText(text: string): UsageLine | undefined {
  const [id = '', ...counts] = text.trim().split(SEPARATOR);
  const workload = workloadFromText(counts.join(SEPARATOR));
  return id === '' || workload === undefined ? undefined : { id, workload };
}
