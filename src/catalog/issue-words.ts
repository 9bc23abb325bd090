import type * as z from 'zod';

/**
 * What an issue of a schema asks for: "expected a number". A message that the schema itself gives stands
 * as it is; what zod says of itself is put into words of the files.
 */
export function issueWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `unknown ${issue.keys.length === 1 ? 'field' : 'fields'} ${issue.keys.join(', ')}`;
  }
  if (!isZods(issue)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${typeWords(issue.expected)}`;
    case 'invalid_value':
      return `expected ${oneOf(issue.values.map(valueWords))}`;
    case 'too_small':
      return `expected ${boundWords(issue, issue.minimum, issue.inclusive ? 'at least' : 'more than')}`;
    case 'too_big':
      return `expected ${boundWords(issue, issue.maximum, issue.inclusive ? 'at most' : 'less than')}`;
    case 'not_multiple_of':
      return `expected a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return `expected ${formatWords(issue)}`;
    case 'invalid_key':
      return `is no name that may stand here; ${issue.issues.map(issueWords).join('; ')}`;
    case 'invalid_union':
      return unionWords(issue);
    default:
      return issue.message;
  }
}

function isZods({ message }: z.core.$ZodIssue): boolean {
  return /^(Invalid|Too small|Too big)\b/.test(message);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function typeWords(expected: string): string {
  return TYPES[expected] ?? expected;
}

/** What is counted in what is too small or too big; numbers count for themselves. */
const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

function boundWords(
  { origin, exact }: { origin: string; exact?: boolean | undefined },
  bound: number | bigint,
  side: string,
): string {
  const counted = COUNTED[origin];
  const words = exact === true ? `${bound}` : `${side} ${bound}`;
  return counted === undefined ? words : `${words} ${bound === 1 ? counted[0] : counted[1]}`;
}

const FORMATS: Readonly<Record<string, string>> = {
  url: 'an address, such as https://example.org/page',
  date: 'a day, such as 2026-05-31',
  time: 'a time of day, such as 09:30',
  datetime: 'a day and a time, such as 2026-05-31T09:30:00Z',
  sha256_hex: 'a SHA-256 hash in hexadecimal digits',
};

function formatWords(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if ('prefix' in issue) return `a text that begins with ${JSON.stringify(issue.prefix)}`;
  if ('suffix' in issue) return `a text that ends with ${JSON.stringify(issue.suffix)}`;
  return (
    FORMATS[issue.format] ??
    (issue.pattern === undefined ? `${issue.format}` : `a text of the form ${issue.pattern}`)
  );
}

/** Of a choice of forms: what is wrong within the one that was meant, or else all of them. */
function unionWords(issue: z.core.$ZodIssueInvalidUnion): string {
  // Forms that one of their fields tells apart: it names none of them.
  if (issue.errors.length === 0) {
    return 'options' in issue && Array.isArray(issue.options)
      ? `expected ${oneOf(issue.options.map(String))}`
      : issue.message;
  }
  const meant = issue.errors.find((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (meant !== undefined) {
    return meant
      .map((within) =>
        within.path.length === 0
          ? issueWords(within)
          : `${within.path.join('.')}: ${issueWords(within)}`,
      )
      .join('; ');
  }
  const words = issue.errors.flatMap((issues) => issues.map(issueWords));
  return `expected ${oneOf([...new Set(words.map((text) => text.replace(/^expected /, '')))])}`;
}

function valueWords(expected: unknown): string {
  return expected === '' ? 'an empty text' : String(expected);
}

function oneOf(choices: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(choices);
}
