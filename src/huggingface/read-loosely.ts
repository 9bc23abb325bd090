import type * as z from 'zod';
import { problemsOf } from '../catalog/problem.ts';
import { plainText } from '../openrouter/plain-text.ts';
import { withoutFields } from '../openrouter/without-fields.ts';

/** What was read, and a line for each field that is left out since it is not as expected. */
export interface LooselyRead<Value> {
  value: Value;
  leftOut: string[];
}

/** Reads what another writes, without the fields that are of another form. Undefined where too little is left. */
export function readLoosely<Value>(
  schema: z.ZodType<Value>,
  input: unknown,
): LooselyRead<Value> | undefined {
  const whole = schema.safeParse(input);
  if (whole.success) return { value: whole.data, leftOut: [] };
  const paths = whole.error.issues.map(({ path }) => path);
  const rest = schema.safeParse(withoutFields(input, paths));
  if (!rest.success) return undefined;
  const leftOut = problemsOf('', input, whole.error, 0).map(({ field, message }) =>
    plainText(`${field}: ${message}`),
  );
  return { value: rest.data, leftOut };
}
