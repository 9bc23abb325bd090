import type * as z from 'zod';

/**
 * What an issue of a schema asks for: "expected a number". A message that the schema itself gives stands
 * as it is; what zod says of itself is put into words of the files.
 */
export function issueWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isZods(issue) ? `expected ${typeWords(issue.expected)}` : issue.message;
    case 'invalid_value':
      return isZods(issue) ? `expected ${oneOf(issue.values.map(String))}` : issue.message;
    case 'unrecognized_keys':
      return `unknown ${issue.keys.length === 1 ? 'field' : 'fields'} ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return isZods(issue) && issue.errors.length > 0 ? unionWords(issue.errors) : issue.message;
    default:
      return issue.message;
  }
}

function isZods({ message }: z.core.$ZodIssue): boolean {
  return /^Invalid (input|option)/.test(message);
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

/** Of a choice of forms: what is wrong within the one that was meant, or else all of them. */
function unionWords(forms: readonly (readonly z.core.$ZodIssue[])[]): string {
  const meant = forms.find((issues) => issues.every(({ path }) => path.length > 0));
  if (meant !== undefined) {
    return meant.map((issue) => `${issue.path.join('.')}: ${issueWords(issue)}`).join('; ');
  }
  const words = forms.flatMap((issues) => issues.map(issueWords));
  return `expected ${oneOf([...new Set(words.map((text) => text.replace(/^expected /, '')))])}`;
}

function oneOf(choices: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(choices);
}
