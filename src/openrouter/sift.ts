import type * as z from 'zod';
import { excerpt, type Problem, problemsOf } from '../catalog/problem.ts';
import type { ForeignList } from './openrouter-source.ts';
import { plainText } from './plain-text.ts';
import { Refused } from './refused.ts';
import { withoutFields } from './without-fields.ts';

/** Says in the report that one field of a record is left out, or what else it becomes. */
export type DropField = (
  field: string,
  value: unknown,
  expected: string,
  becomes?: 'left out' | 'cut' | 'read so',
) => void;

/** How a message ends where the record itself goes through. */
const FIELD_ALONE = /; the field is [a-z ]+$/;

export interface Sifted<Own> {
  kept: Own[];
  /** How many records were set aside. */
  setAside: number;
  /** How many of `kept` are old records in place of those, by name. */
  stood: string[];
  /** How many records were passed over as the rules ask. */
  passedOver: number;
  /** Records set aside and fields dropped, each with its reason. */
  problems: Problem[];
}

interface Rules<Foreign, Own> {
  /** What a record looks like outside, as far as it is read. */
  foreign: z.ZodType<Foreign>;
  /** The fields, dotted, without which a record says nothing; any other may be left out. */
  needs: readonly string[];
  /** What a record looks like in the snapshot. */
  own: z.ZodType<Own>;
  translate: (foreign: Foreign, drop: DropField) => z.input<z.ZodType<Own>>;
  /** The foreign field that names a record to a person. */
  nameField: string;
  /** Goes before the record's name, such as the model whose endpoint it is. */
  prefix?: string;
  /** Where given, a second record of the same identity is set aside, unless it is the same record. */
  identity?: (own: Own) => string;
  /** The old record of this name, to stand where the new one is set aside. */
  old?: (name: string) => Own | undefined;
  /** True for a record that is counted and left out without a word. */
  passOver?: (foreign: Foreign) => boolean;
}

/**
 * Translates the records of a list one by one. A field that an estimate can do without is left out
 * where it is not as expected; a record that lacks more is set aside, and its old one stands. Both are
 * named, with field, value and what was expected; the others go through. Throws nothing.
 */
export function sift<Foreign, Own>(
  { address, records }: Pick<ForeignList, 'address' | 'records'>,
  rules: Rules<Foreign, Own>,
): Sifted<Own> {
  const sifted: Sifted<Own> = { kept: [], setAside: 0, stood: [], passedOver: 0, problems: [] };
  const seen = new Map<string, string>();
  const namesSetAside = new Set<string>();

  let repeated = 0;
  const keep = (own: Own): 'kept' | 'repeated' | 'another' => {
    const text = JSON.stringify(own);
    const identity = rules.identity?.(own) ?? text;
    const same = seen.get(identity);
    if (same !== undefined) return same === text ? 'repeated' : 'another';
    seen.set(identity, text);
    sifted.kept.push(own);
    return 'kept';
  };

  for (const [index, input] of records.entries()) {
    const name = nameIn(input, rules.nameField);
    const record = (rules.prefix ?? '') + (plainText(name ?? '') || `record ${index + 1}`);
    const named = (problem: Problem): Problem => ({ ...problem, record });
    const setAside = (problems: readonly Problem[]) => {
      sifted.setAside += 1;
      sifted.problems.push(...problems);
      if (name !== undefined) namesSetAside.add(name);
    };
    const drop: DropField = (field, value, expected, becomes = 'left out') => {
      sifted.problems.push({
        file: address,
        record,
        field,
        message: `${expected}; found ${excerpt(value)}; the field is ${becomes}`,
      });
    };

    const read = readRecord(input, rules, address);
    for (const problem of read.leftOut) {
      sifted.problems.push(
        named({ ...problem, message: `${problem.message}; the field is left out` }),
      );
    }
    if (read.foreign === undefined) {
      setAside(read.missing.map(named));
      continue;
    }
    if (rules.passOver?.(read.foreign)) {
      sifted.passedOver += 1;
      continue;
    }
    const translated = rules.translate(read.foreign, drop);
    const own = rules.own.safeParse(translated);
    if (!own.success) {
      setAside(problemsOf(address, translated, own.error, 0).map(named));
      continue;
    }
    const became = keep(own.data);
    if (became === 'kept') continue;
    // A record repeated word by word is no sign of a list that has changed.
    if (became === 'another') sifted.setAside += 1;
    repeated += 1;
    if (rules.identity !== undefined) {
      const message = 'listed twice; expected once; the first is kept';
      sifted.problems.push({ file: address, record, field: rules.nameField, message });
    }
  }
  if (repeated > 0 && rules.identity === undefined) {
    const message = `${repeated} records repeat others word by word; expected each once`;
    const record = (rules.prefix ?? '').replace(/ at $/, '');
    sifted.problems.push({ file: address, record, field: '', message });
  }

  for (const name of namesSetAside) {
    const old = rules.old?.(name);
    if (old !== undefined && keep(old) === 'kept') {
      sifted.stood.push((rules.prefix ?? '') + plainText(name));
    }
  }
  return sifted;
}

interface ReadRecord<Foreign> {
  /** Absent where the record lacks what it needs. */
  foreign: Foreign | undefined;
  missing: Problem[];
  leftOut: Problem[];
}

/** Reads a record, without those fields that it can do without and that are not as expected. */
function readRecord<Foreign>(
  input: unknown,
  { foreign, needs }: Pick<Rules<Foreign, unknown>, 'foreign' | 'needs'>,
  address: string,
): ReadRecord<Foreign> {
  const whole = foreign.safeParse(input);
  if (whole.success) return { foreign: whole.data, missing: [], leftOut: [] };
  const problems = problemsOf(address, input, whole.error, 0);
  const missing = problems.filter(({ field }) => concerns(field, needs));
  if (missing.length > 0) return { foreign: undefined, missing: firstOf(missing), leftOut: [] };
  const paths = whole.error.issues.map(({ path }) => path);
  const rest = foreign.safeParse(withoutFields(input, paths));
  return rest.success
    ? { foreign: rest.data, missing: [], leftOut: firstOf(problems) }
    : { foreign: undefined, missing: firstOf(problems), leftOut: [] };
}

/** More problems of one record nobody reads. */
const MOST_PROBLEMS_OF_A_RECORD = 20;

/** The first problems of a record, the last with the number of the others. */
function firstOf(problems: readonly Problem[]): Problem[] {
  const first = problems.slice(0, MOST_PROBLEMS_OF_A_RECORD);
  const others = problems.length - first.length;
  const last = first.at(-1);
  return others === 0 || last === undefined
    ? first
    : [...first.slice(0, -1), { ...last, message: `${last.message}; and ${others} more like it` }];
}

/** Whether a field is one of those needed, holds one, or stands within one. */
function concerns(field: string, needs: readonly string[]): boolean {
  return needs.some(
    (need) =>
      field === '' ||
      field === need ||
      need.startsWith(`${field}.`) ||
      field.startsWith(`${need}.`),
  );
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
  const first = problems.find(({ message }) => !FIELD_ALONE.test(message));
  const example = first
    ? ` (${plainText(`${first.record}, ${first.field}: ${first.message}`)})`
    : '';
  throw new Refused(
    address,
    `${setAside} of ${total} records are not as expected${example}; at most a fifth may be set aside. The API may have changed: compare src/openrouter/foreign.ts with its documentation.`,
  );
}

function nameIn(input: unknown, field: string): string | undefined {
  const name =
    typeof input === 'object' && input !== null
      ? Object.getOwnPropertyDescriptor(input, field)?.value
      : undefined;
  return typeof name === 'string' ? name : undefined;
}
