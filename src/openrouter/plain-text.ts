/** Control characters, line separators, and the marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** No name that is shown or stored has more characters. */
export const LONGEST_TEXT = 200;

/** So many characters that go may stand before and between those that stay. */
const LOOKED_PAST = 10_000;

/**
 * Text from outside, made safe to print and to store: trimmed, without control characters and
 * bidi overrides, at most `maximumCharacters` code points long. Everything else stays as it is;
 * escaping belongs to whoever puts the text into HTML or CSV.
 */
export function plainText(text: string, maximumCharacters = LONGEST_TEXT): string {
  // Most of a long text is never shown: only what can become the excerpt is looked at.
  const clean = text
    .trimStart()
    .slice(0, 4 * maximumCharacters + LOOKED_PAST)
    .toWellFormed()
    .replace(UNPRINTABLE, '')
    .trim();
  return [...clean].slice(0, maximumCharacters).join('').trim();
}
