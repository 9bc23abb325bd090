import type * as z from 'zod';
import { type Problem, problemsOf } from '../catalog/problem.ts';
import type { ForeignList } from './openrouter-source.ts';
import { plainText } from './plain-text.ts';
import { Refused } from './refused.ts';

/** Leaves one field of a record out, and says so in the report. */
export type DropField = (field: string, value: unknown, expected: string) => void;

export interface Sifted<Own> {
  kept: Own[];
  /** How many records were set aside. */
  setAside: number;
  /** Records set aside and fields dropped, each with its reason. */
  problems: Problem[];
}

interface Rules<Foreign, Own> {
  /** What a record looks like outside, as far as it is read. */
  foreign: z.ZodType<Foreign>;
  /** What a record looks like in the snapshot. */
  own: z.ZodType<Own>;
  translate: (foreign: Foreign, drop: DropField) => z.input<z.ZodType<Own>>;
  /** The foreign field that names a record to a person. */
  nameField: string;
  /** Goes before the record's name, such as the model whose endpoint it is. */
  prefix?: string;
  /** Where given, a second record of the same identity is set aside. */
  identity?: (own: Own) => string;
}

/**
 * Translates the records of a list one by one. A record that does not fit is set aside with its
 * name, field, value and what was expected; the others go through. Throws nothing.
 */
export function sift<Foreign, Own>(
  { address, records }: Pick<ForeignList, 'address' | 'records'>,
  rules: Rules<Foreign, Own>,
): Sifted<Own> {
  const sifted: Sifted<Own> = { kept: [], setAside: 0, problems: [] };
  const seen = new Set<string>();
  const setAside = (problems: readonly Problem[]) => {
    sifted.setAside += 1;
    sifted.problems.push(...problems);
  };

  for (const [index, input] of records.entries()) {
    const record = (rules.prefix ?? '') + nameOf(input, rules.nameField, index);
    const named = (problem: Problem): Problem => ({ ...problem, record });
    const drop: DropField = (field, value, expected) => {
      sifted.problems.push({
        file: address,
        record,
        field,
        message: `${expected}; found ${JSON.stringify(value)}; the field is left out`,
      });
    };

    const foreign = rules.foreign.safeParse(input);
    if (!foreign.success) {
      setAside(problemsOf(address, input, foreign.error, 0).map(named));
      continue;
    }
    const translated = rules.translate(foreign.data, drop);
    const own = rules.own.safeParse(translated);
    if (!own.success) {
      setAside(problemsOf(address, translated, own.error, 0).map(named));
      continue;
    }
    const identity = rules.identity?.(own.data) ?? String(index);
    if (seen.has(identity)) {
      const message = 'listed twice; expected once; the first is kept';
      setAside([{ file: address, record, field: rules.nameField, message }]);
      continue;
    }
    seen.add(identity);
    sifted.kept.push(own.data);
  }
  return sifted;
}

/** Throws Refused where more than a fifth of `total` records were set aside. */
export function refuseMostlyBad(
  address: string,
  total: number,
  { setAside, problems }: Pick<Sifted<unknown>, 'setAside' | 'problems'>,
): void {
  if (setAside * 5 <= total) {
    return;
  }
  const first = problems[0];
  const example = first
    ? ` (${plainText(`${first.record}, ${first.field}: ${first.message}`)})`
    : '';
  throw new Refused(
    address,
    `${setAside} of ${total} records are not as expected${example}; at most a fifth may be set aside. The API may have changed: compare src/openrouter/foreign.ts with its documentation.`,
  );
}

/** Throws Refused where `found` is less than four fifths of `known`, unless a person allows it. */
export function refuseShrunken(
  address: string,
  records: string,
  found: number,
  known: number,
  allowShrink: boolean,
): void {
  if (allowShrink || found * 5 >= known * 4) {
    return;
  }
  throw new Refused(
    address,
    `it holds ${found} ${records} where the snapshot on disk holds ${known}; expected at least ${Math.ceil(known * 0.8)}. If the loss is real, pull again with --allow-shrink.`,
  );
}

function nameOf(input: unknown, field: string, index: number): string {
  const name =
    typeof input === 'object' && input !== null
      ? Object.getOwnPropertyDescriptor(input, field)?.value
      : undefined;
  return typeof name === 'string' && plainText(name) !== ''
    ? plainText(name)
    : `record ${index + 1}`;
}
