import { begins, nameWords } from '../../library/name-words.ts';

const wordsOf = new Map<string, readonly string[]>();

/**
 * Whether a row is called as a query says: all of its words begin words of the row's names, however
 * those are separated, or stand somewhere in them as typed. A number is one word with its decimals, and
 * a slug with its slash is taken as typed.
 */
export function isCalledSo(searched: string, query: string): boolean {
  const own = wordsOf.get(searched) ?? nameWords(searched);
  wordsOf.set(searched, own);
  const isCalled = (words: readonly string[], isLast: boolean) =>
    words.length > 0 &&
    words.every((word, index) =>
      own.some((one) => begins(one, word, isLast && index === words.length - 1)),
    );
  const typed = query.trim().toLowerCase().split(/\s+/);
  const stands = typed.every((word, index) =>
    word.includes('/') || !/\d/.test(word)
      ? searched.includes(word)
      : isCalled(nameWords(word), index === typed.length - 1),
  );
  return stands || (!query.includes('/') && isCalled(nameWords(query), true));
}
