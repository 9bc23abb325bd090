import type { Workload } from '../estimation/workload.ts';
import { visibleText } from '../text/visible-text.ts';
import { SEPARATOR, usageFromText, usageText } from '../text/written-workload.ts';
import { searchWith } from '../ui/link/address.ts';
import { LinkReader, type Parameter, partsOf, single } from '../ui/link/link-reader.ts';

/** The tokens of one model; their requests give the context, where they are known. */
export interface UsageLine {
  /** The model's, or what a reader or an export calls it: a name that no model has stands, too. */
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

const USE: Parameter<readonly UsageLine[] | undefined> = {
  name: 'use',
  initial: undefined,
  read: (text) => {
    if (text === NO_LINES) return { value: [], unread: [] };
    const parts = partsOf(text).map((part) => ({ part, line: lineFromText(part) }));
    const lines = parts.filter(({ line }) => line !== undefined).slice(0, MOST_LINES);
    const unread = parts.filter((part) => !lines.includes(part));
    return {
      value: lines.flatMap(({ line }) => line ?? []),
      unread: unread.map(({ part }) => part),
    };
  },
};

const INSTEAD = single<string | undefined>('instead', undefined, (text, { isModel }) =>
  isModel === undefined || isModel(text) ? text : undefined,
);

/** Reads the usage from a link. */
export function readCalculator(link: LinkReader): CalculatorState {
  return { lines: link.read(USE), instead: link.read(INSTEAD) };
}

/** Reads the usage from a URL's search part; a line that is not understood is left out. */
export function calculatorFromSearch(search: string): CalculatorState {
  return readCalculator(new LinkReader(search));
}

/** A URL's search part with the usage set and all else kept; the example is left out. */
export function searchWithCalculator({ lines, instead }: CalculatorState, search: string): string {
  return searchWith(search, {
    use: lines === undefined ? '' : linesText(lines),
    instead: instead ?? '',
  });
}

/** Lines as links have them: "openai/gpt-5*1M*0*2M", in 500 requests "openai/gpt-5*1M*0*2M*500". */
export function linesText(lines: readonly UsageLine[]): string {
  if (lines.length === 0) return NO_LINES;
  return lines
    .map(({ id, workload }) => `${escapedName(id)}${SEPARATOR}${usageText(workload)}`)
    .join(',');
}

/** Reads lines as links have them. */
export function linesFromText(text: string): UsageLine[] {
  return text.split(',').flatMap((line) => lineFromText(line) ?? []);
}

/** The line that a text in a link means; undefined where it means none. */
export function lineFromText(text: string): UsageLine | undefined {
  const [name = '', ...counts] = text.split(SEPARATOR);
  const id = visibleText(unescapedName(name)).trim();
  const workload = usageFromText(counts.join(SEPARATOR));
  return id === '' || workload === undefined ? undefined : { id, workload };
}

/** What stands between lines and counts, in a name that no list has. */
const ESCAPES = { '%': '%25', ',': '%2C', [SEPARATOR]: '%2A' } as const;

function escapedName(name: string): string {
  return Object.entries(ESCAPES).reduce(
    (text, [letter, code]) => text.replaceAll(letter, code),
    name,
  );
}

function unescapedName(text: string): string {
  return Object.entries(ESCAPES)
    .toReversed()
    .reduce((name, [letter, code]) => name.replaceAll(code, letter), text);
}
