import type { GridTables } from '../../library/grid-site.ts';
import { type ParameterName, parametersOf } from './address.ts';

/** Who makes models, as links call it and by its name. */
export interface NamedProvider {
  id: string;
  name: string;
}

/** What a page knows of its release. What it does not know it takes as a link says it. */
export interface Known {
  providers?: readonly NamedProvider[] | undefined;
  /** Ids of the rows that can be picked. */
  models?: readonly string[] | undefined;
  zones?: GridTables['zones'] | undefined;
  /** Why figures moved, as the page offers them. */
  reasons?: readonly string[] | undefined;
  /** Whether a text means a model, by any of its names. */
  isModel?: ((text: string) => boolean) | undefined;
}

/** What was understood of a text. */
export interface Reading<Value> {
  /** Undefined where nothing was. */
  value: Value | undefined;
  /** The parts that were not. */
  unread: readonly string[];
}

/** One parameter of a link. Whatever of a text it does not turn into a value, it has to hand back. */
export interface Parameter<Value> {
  name: ParameterName;
  /** What holds where a link says nothing, or nothing that is understood. */
  initial: Value;
  read: (text: string, known: Known) => Reading<Value>;
}

/** A part of a link that is not applied. */
export interface LinkFault {
  name: ParameterName;
  text: string;
  /** Whether it would be understood, but stands beside another value of the same parameter. */
  isRepeated: boolean;
}

/** More than any one value needs; what is longer is not even looked at. */
export const MOST_LETTERS = 200;

/** A parameter with one value; `find` gives undefined for what it does not understand. */
export function single<Value>(
  name: ParameterName,
  initial: Value,
  find: (text: string, known: Known) => Value | undefined,
): Parameter<Value> {
  return {
    name,
    initial,
    read: (text, known) => {
      const value = text.length > MOST_LETTERS ? undefined : find(text, known);
      return { value, unread: value === undefined ? [text] : [] };
    },
  };
}

/** A parameter with a list of some of these choices, in their own order. */
export function several<Choice extends string>(
  name: ParameterName,
  initial: readonly Choice[],
  choices: readonly Choice[],
): Parameter<readonly Choice[]> {
  return {
    name,
    initial,
    read: (text) => {
      if (text.length > MOST_LETTERS) return { value: undefined, unread: [text] };
      const parts = partsOf(text);
      const chosen = choices.filter((choice) => parts.some((part) => isSame(part, choice)));
      return {
        value: chosen.length > 0 ? chosen : undefined,
        unread: parts.filter((part) => !choices.some((choice) => isSame(part, choice))),
      };
    },
  };
}

/** The parts of a list; a list of none is one part that nobody understands. */
export function partsOf(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  const said = parts.filter((part) => part !== '');
  return said.length > 0 ? said : [text];
}

/** Whether two words are the same but for the case of letters, spaces and signs. */
export function isSame(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

/** A word without the case of its letters, spaces and signs. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Reads the parameters of one link, and keeps what of it nobody has understood. */
export class LinkReader {
  /** What was read and not understood. */
  readonly faults: LinkFault[] = [];
  /** Of all parameters that have been asked for, whether the link has them or not. */
  readonly names = new Set<ParameterName>();
  readonly #parameters: URLSearchParams;
  readonly #known: Known;

  constructor(search: string, known: Known = {}) {
    this.#parameters = parametersOf(search);
    this.#known = known;
  }

  /** The value of a parameter. Of several the first that says something is taken. */
  read<Value>({ name, initial, read }: Parameter<Value>): Value {
    this.names.add(name);
    const said = this.#parameters.getAll(name).map((text) => text.trim());
    const [text, ...others] = new Set(said.filter((one) => one !== ''));
    if (text === undefined) return initial;
    const { value, unread } = read(text, this.#known);
    this.faults.push(
      ...unread.map((part) => ({ name, text: part, isRepeated: false })),
      ...others.map((other) => ({ name, text: other, isRepeated: true })),
    );
    return value ?? initial;
  }

  /** The names of all that the link says and nobody has asked for. */
  get unreadNames(): string[] {
    const asked = new Set<string>(this.names);
    return [...new Set(this.#parameters.keys())].filter((name) => !asked.has(name));
  }
}
