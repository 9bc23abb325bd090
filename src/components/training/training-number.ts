import { numberFromText, twoNumbers } from '../../text/number-from-text.ts';

/** What a field takes. */
interface Bounds {
  from: number;
  to: number;
  /** It counts single things, so that its point may as well group thousands: 1.200. */
  isCount?: true;
}

/** More than anybody trains with, and less than any training: what lies beyond is a slip. */
const TRAINING_FIELDS = {
  megawattHours: { from: 1e-6, to: 1e10, isCount: true },
  chipHours: { from: 0.001, to: 1e13, isCount: true },
  flop: { from: 1e6, to: 1e32, isCount: true },
  parameters: { from: 1e-6, to: 1e6 },
  tokens: { from: 1e-9, to: 1e6 },
  lifetime: { from: 1e-3, to: 1e12, isCount: true },
} as const satisfies Record<string, Bounds>;

export type TrainingField = keyof typeof TRAINING_FIELDS;

/** What a field says: its number, none where it is empty, or what is wrong with it. */
export type ReadField =
  | { value: number | undefined; fault: '' }
  | { value: undefined; fault: string };

/** Reads a field of the training calculator. */
export function trainingNumber(name: TrainingField, text: string): ReadField {
  const typed = text.trim();
  if (typed === '') return { value: undefined, fault: '' };
  const { from, to, isCount }: Bounds = TRAINING_FIELDS[name];
  const two = twoNumbers(typed);
  if (two !== undefined && (two.mark === ',' || isCount)) {
    const { mark, before, after } = two;
    return wrong(
      `This can be ${before}.${after} or ${before}${after}: write it without the ${mark === ',' ? 'comma' : 'point'}.`,
    );
  }
  const value = numberFromText(typed);
  if (value === undefined) return wrong('A number was expected, such as 1200 or 6e24.');
  if (value < from || value > to) return wrong(`A number from ${from} to ${to} was expected.`);
  return { value, fault: '' };
}

function wrong(fault: string): ReadField {
  return { value: undefined, fault };
}
