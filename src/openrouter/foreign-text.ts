import { LONGEST_TEXT, plainText } from './plain-text.ts';
import type { DropField } from './sift.ts';

/** A field's text as it is stored; where it is longer than that, the report says that it is cut. */
export function foreignText(
  text: string | null | undefined,
  field: string,
  drop: DropField,
): string {
  const stored = plainText(text ?? '');
  if (plainText(text ?? '', LONGEST_TEXT + 1) !== stored) {
    drop(field, text, `expected at most ${LONGEST_TEXT} characters`, 'cut');
  }
  return stored;
}
