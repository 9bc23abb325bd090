import { MOST_TOKENS } from '../library/bounds.ts';
import { TOKEN_UNITS } from './tokens.ts';

/** The two marks that some put between thousands and others before a fraction. */
const MARKS = ['.', ','] as const;
export type Mark = (typeof MARKS)[number];
export type MarkMeans = 'thousands' | 'fraction';

/** What the marks mean in one file; undefined where nothing in it tells. */
export type MarksMean = Readonly<Record<Mark, MarkMeans | undefined>>;

/** Why a cell holds no number of tokens. */
export type NumberFault =
  | 'empty'
  | 'text'
  | 'negative'
  | 'fractional'
  | 'too large'
  /** A thousand times as much or as little, by what a mark means. */
  | 'ambiguous';

/** A number of tokens, or why there is none. */
export type WrittenNumber = number | NumberFault;

/** Cells of JSON are numbers already. */
export type Cell = string | number;

/** Longer than any number that a person or a program writes. */
const MOST_CHARACTERS = 40;
const NOTHING = new Set(['', 'null', 'none', '-', '–', '—', 'n/a']);
const UNITS: Readonly<Record<string, number>> = TOKEN_UNITS;

/**
 * Reads a number of tokens as programs and spreadsheets write it, in the letters of several countries:
 * 1000000, 1,000,000, 1.000.000, 1 000 000, 1’000’000, 10,00,000, 1e6, 1,0E+06, 1.5M. What a lone mark
 * before three digits means ("4.000") the file must tell.
 */
export function writtenNumber(cell: Cell, marks: MarksMean): WrittenNumber {
  if (typeof cell === 'number') return asTokens(cell);
  if (isPlain(cell)) return asTokens(Number(cell));
  const parts = partsOf(cell);
  if (typeof parts === 'string') return parts;
  const { digits, factor } = parts;
  const read = withoutMarks(digits, parts.isScaled, marks);
  return read === 'text' || read === 'ambiguous' ? read : asTokens(read * factor);
}

/** What a cell shows of a mark: its meaning, or that it would split a token if it stood before a fraction. */
export type MarkProof = `${Mark}${MarkMeans | 'splits a token'}`;

/** What a cell shows of the marks, whatever else the file holds. */
export function markProofs(cell: Cell): MarkProof[] {
  if (typeof cell === 'number' || isPlain(cell)) return [];
  const parts = partsOf(cell);
  if (typeof parts === 'string') return [];
  const form = formOf(parts.digits, parts.isScaled);
  if (form === undefined) return [];
  if (form.kind === 'known') return form.proofs;
  const { mark } = form;
  const isWhole = parts.factor !== 1 || parts.digits.endsWith(`${mark}000`);
  return isWhole ? [] : [`${mark}splits a token`];
}

/**
 * What the marks mean in a file, by what its cells show. Where they contradict each other nothing is
 * known. A fraction has another mark than thousands, so knowing one tells the other. Tokens are whole:
 * where nothing else tells, 1.234 can only be 1234, and then 4.000 is 4000.
 */
export function marksOf(proofs: ReadonlySet<MarkProof>): MarksMean {
  const known = (thousands: Mark): boolean => {
    const other = otherMark(thousands);
    return proofs.has(`${thousands}thousands`) || proofs.has(`${other}fraction`);
  };
  const whole = (mark: Mark) => proofs.has(`${mark}splits a token`);
  const grouping = MARKS.filter(known);
  const [mark, contrary] = grouping.length > 0 ? grouping : MARKS.filter(whole);
  if (mark === undefined || contrary !== undefined) return { '.': undefined, ',': undefined };
  return mark === '.'
    ? { '.': 'thousands', ',': 'fraction' }
    : { '.': 'fraction', ',': 'thousands' };
}

function otherMark(mark: Mark): Mark {
  return mark === '.' ? ',' : '.';
}

function isPlain(text: string): boolean {
  return text.length < 16 && /^\d+$/.test(text);
}

function asTokens(number: number): WrittenNumber {
  if (Number.isNaN(number)) return 'text';
  if (number < 0) return 'negative';
  if (number > MOST_TOKENS) return 'too large';
  // 1.1M is 1100000.0000000001 in binary.
  const whole = Math.round(number);
  return Math.abs(number - whole) <= whole * Number.EPSILON ? whole : 'fractional';
}

/** The digits of a number with their marks, and what they are multiplied by. */
function partsOf(
  text: string,
): { digits: string; isScaled: boolean; factor: number } | NumberFault {
  if (text.length > MOST_CHARACTERS) return 'text';
  const typed = text
    .replaceAll(/[\s\u202f]/g, ' ')
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll('−', '-')
    .trim()
    .toLowerCase();
  if (NOTHING.has(typed)) return 'empty';
  if (/^(?:-\s?\d|\(\d[^)]*\)$)/.test(typed)) return 'negative';
  const [, digits, exponent, unit] =
    /^\+?(\d[\d., '_]*?)(?:e([+-]?\d{1,2}))? ?([kmb])?$/.exec(typed) ?? [];
  if (digits === undefined) return 'text';
  return {
    digits: digits.trim(),
    isScaled: exponent !== undefined,
    factor: 10 ** Number(exponent ?? 0) * (UNITS[unit ?? ''] ?? 1),
  };
}

type Form = { kind: 'known'; value: number; proofs: MarkProof[] } | { kind: 'either'; mark: Mark };

/** What a run of digits and marks is; undefined where it is no number in any country. */
function formOf(digits: string, isScaled: boolean): Form | undefined {
  const known = (value: string, ...proofs: MarkProof[]): Form => ({
    kind: 'known',
    value: Number(value),
    proofs,
  });
  if (/^\d+$/.test(digits)) return known(digits);
  // Spaces, apostrophes and underscores stand between thousands alone.
  const [, spaced = '', mark, fraction = ''] =
    /^(\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+|\d{1,3}(?:_\d{3})+)(?:([.,])(\d+))?$/.exec(digits) ??
    [];
  if (spaced !== '') {
    const whole = spaced.replaceAll(/[ '_]/g, '');
    return isMark(mark) ? known(`${whole}.${fraction}`, `${mark}fraction`) : known(whole);
  }
  for (const thousands of MARKS) {
    const other = otherMark(thousands);
    const parts = digits.split(other);
    const [whole = '', rest] = parts;
    const groups = whole.split(thousands);
    if (parts.length > 2 || groups.length < 2 || !areThousands(groups)) continue;
    const joined = groups.join('');
    if (rest !== undefined && /^\d+$/.test(rest)) {
      return known(`${joined}.${rest}`, `${thousands}thousands`, `${other}fraction`);
    }
    if (rest === undefined && groups.length > 2) return known(joined, `${thousands}thousands`);
  }
  const [, before = '', only, after = ''] = /^(\d+)([.,])(\d+)$/.exec(digits) ?? [];
  if (!isMark(only)) return undefined;
  // No group of thousands begins with a nought, and 1.234E+06 has its fraction.
  const canBeThousands =
    after.length === 3 && before.length <= 3 && !before.startsWith('0') && !isScaled;
  return canBeThousands
    ? { kind: 'either', mark: only }
    : known(`${before}.${after}`, `${only}fraction`);
}

/** Whether digits are grouped by threes, or as in India: 10,00,000. */
function areThousands(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups;
  const last = rest.at(-1) ?? '';
  const between = rest.slice(0, -1);
  const isGroup = (group: string, length: number) => group.length === length && /^\d+$/.test(group);
  if (!/^[1-9]\d{0,2}$/.test(first) || !isGroup(last, 3)) return false;
  return (
    between.every((group) => isGroup(group, 3)) ||
    (first.length <= 2 && between.every((group) => isGroup(group, 2)))
  );
}

function withoutMarks(
  digits: string,
  isScaled: boolean,
  marks: MarksMean,
): number | 'text' | 'ambiguous' {
  const form = formOf(digits, isScaled);
  if (form === undefined) return 'text';
  if (form.kind === 'known') return form.value;
  const means = marks[form.mark];
  if (means === undefined) return 'ambiguous';
  return Number(digits.replace(form.mark, means === 'thousands' ? '' : '.'));
}

function isMark(text: string | undefined): text is Mark {
  return text === '.' || text === ',';
}
