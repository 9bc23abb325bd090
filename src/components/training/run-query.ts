/** What is searched in the table of runs, as one line of words: "kind:language in:us year:2024 meta". */

/** What can be asked of a run besides words of its name and maker. */
const RUN_QUESTIONS = ['kind', 'in', 'year', 'known', 'weights'] as const;
export type RunQuestion = (typeof RUN_QUESTIONS)[number];

/** What is counted, which finds no run but changes the figures of all: `count:accelerators`. */
export const COUNT = 'count';
const WORDS = [...RUN_QUESTIONS, COUNT] as const;
type QueryWord = (typeof WORDS)[number];

/** The words of a run that a search goes through. */
export interface SearchedRun extends Record<RunQuestion, string> {
  /** Name, makers, country by its name, accelerator. */
  words: string;
}

/** Whether a run has all words of a search: `kind:...` and the like whole, all others anywhere. */
export function isFound(run: SearchedRun, query: string): boolean {
  return wordsOf(query).every((word) => {
    const question = questionOf(word);
    if (question === COUNT) return true;
    return question === undefined
      ? run.words.toLowerCase().includes(word)
      : run[question].toLowerCase() === word.slice(question.length + 1);
  });
}

/** What a search asks of one question; '' where it asks nothing. */
export function askedOf(query: string, question: QueryWord): string {
  const word = wordsOf(query).find((one) => questionOf(one) === question);
  return word?.slice(question.length + 1) ?? '';
}

/** The search with one question asked otherwise, or no more. */
export function withAsked(query: string, question: QueryWord, answer: string): string {
  const others = query.split(/\s+/).filter((word) => questionOf(word.toLowerCase()) !== question);
  return [...others, ...(answer === '' ? [] : [`${question}:${answer}`])].join(' ').trim();
}

function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function questionOf(word: string): QueryWord | undefined {
  return WORDS.find((question) => word.startsWith(`${question}:`));
}

/** The question of a control by its name, if it is one. */
export function questionNamed(name: string): QueryWord | undefined {
  return WORDS.find((one) => one === name);
}
