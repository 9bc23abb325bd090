import type { Counts, ReadRow } from './row-reader.ts';

/**
 * Ids that a maker gives to one answer alone, Anthropic's, OpenRouter's and OpenAI's. Claude Code logs a
 * message several times while it is written, streams tell their usage more than once, and exports of
 * months that overlap hold an answer twice: the last one counts.
 */
const ANSWER_ID = /^(?:msg_|gen-|chatcmpl-|resp_)/;

/** One that may be of an answer, or of a key or a person: where all else is the same too, it is one row twice. */
const ANY_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Names of what can be no other id, whatever it looks like: each piece of a stream of Gemini has it. */
const NAME_OF_ANSWER = /(?:response|generation|completion)[._ ]?id$/i;
const LEAST_LETTERS = 8;

/** The id of an answer in a cell of a column; undefined where it is none. */
export function answerIn(column: string, text: string): string | undefined {
  if (ANSWER_ID.test(text) || ANY_ID.test(text)) return text;
  return NAME_OF_ANSWER.test(column) && text.length >= LEAST_LETTERS ? `resp_${text}` : undefined;
}

/** Whether two rows of one id are of one answer. */
export function isSameAnswer(id: string, a: ReadRow, b: ReadRow): boolean {
  return (
    ANSWER_ID.test(id) || (a.model === b.model && a.day === b.day && areEqual(a.counts, b.counts))
  );
}

function areEqual(a: Counts, b: Counts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
