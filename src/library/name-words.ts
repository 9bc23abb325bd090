/** Years from 2000 on: a day as makers write it after a name, 2025-08-07 or 20250807. */
const DAY = /(^|\D)(20\d\d)([-_./ ]?)(0[1-9]|1[0-2])\3(0[1-9]|[12]\d|3[01])(?!\d)/g;

/** Two short numbers beside each other are a version whose dot could not be written: 4-5, 3_1. */
const VERSION = /(^|[^\d.])(\d{1,2})[-_ ](?=\d{1,2}(?:$|[^\d.\p{L}]))/gu;

/**
 * A number with the single letters that belong to it (70b, a3b, 8x22b, o3, 4.5v), or a run of letters.
 * Letters that no model's name has stay words too: a name is never read without a part of it.
 */
const WORD =
  /[a-z]?\d+(?:\.\d+)*(?:[a-z]\d+(?:\.\d+)*)*(?:[a-z](?!\p{L}))?|(?:(?!\d)[\p{L}\p{N}\p{M}])+/gu;

/**
 * The words of a model's name, whoever wrote it: lower case, whatever separates them; a word and a
 * number are apart (gpt5, gpt-5), a version is one word (4.5, 4-5, v4.5), and so is a day (20250807).
 * 45 is not 4.5, and 4 is not 4.1.
 */
export function nameWords(text: string): string[] {
  const spelt = plain(text)
    .replaceAll('+', ' plus ')
    .replaceAll(DAY, '$1 $2$4$5 ')
    .replaceAll(VERSION, '$1$2.');
  return (spelt.match(WORD) ?? []).map((word) =>
    // Fireworks writes v3p3 where others write 3.3.
    word.replace(/^v(?=\d)/, '').replaceAll(/(\d)p(?=\d)/g, '$1.'),
  );
}

/** Whether a word is a day, as nameWords writes it. */
export function isDay(word: string): boolean {
  return /^20\d{6}$/.test(word);
}

/**
 * Whether a name's word is a word of a text, or begins with it. A number is not begun by its first
 * digits, 4 begins 4.1 and 4o and not 45, unless it is `open`: may still be being typed.
 */
export function begins(own: string, word: string, open: boolean): boolean {
  if (!own.startsWith(word)) return false;
  return open || !/\d$/.test(word) || !/^\d/.test(own.slice(word.length));
}

/** A text in lower case, and in the plain forms of its letters and digits. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
