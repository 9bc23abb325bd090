/**
 * What nearly all words here are written with: ASCII, the signs of English and of figures. A page waits for
 * these alone; whatever else a name holds comes with the whole typeface, where a page has it.
 */
export const FIRST_CHARACTERS = `${ascii()}\u{a0}©±²³·¹×äéöü–—‘’“”›…\u{2009}\u{202f}↑↓−`;

/** Characters as a `unicode-range` of CSS, such as "U+20-7E,U+A0". */
export function unicodeRange(characters: string): string {
  const points = [...new Set(characters)]
    .map((character) => character.codePointAt(0) ?? 0)
    .toSorted((a, b) => a - b);
  const spans: { first: number; last: number }[] = [];
  for (const point of points) {
    const span = spans.at(-1);
    if (span?.last === point - 1) span.last = point;
    else spans.push({ first: point, last: point });
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return spans
    .map(({ first, last }) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`)
    .join();
}

function ascii(): string {
  return String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 0x20 + index));
}
