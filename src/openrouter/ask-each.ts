import pMap from 'p-map';
import type { OnProgress } from './openrouter-source.ts';
import { NothingThere, Refused } from './refused.ts';

const REQUESTS_AT_ONCE = 5;
const FAILURES_BEFORE_GIVING_UP = 8;

/** What a server said of each of many things, asked one by one. */
export interface Answers<Answer> {
  /** By id. */
  answers: Map<string, Answer>;
  /** Why there is no answer, by id. */
  failures: Map<string, string>;
  /** Set where the asking stopped because request after request failed. */
  gaveUp?: string;
}

/**
 * Asks for each thing; five requests run at once. What the server does not have is an answer about one
 * thing; after eight requests in a row that failed otherwise, nothing more is asked. What fails for all of
 * one maker is no sign of that, so makers take turns.
 */
export async function askEach<Item extends { id: string }, Answer>(
  /** What is asked for, such as "endpoints", for messages. */
  what: string,
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
  onProgress: OnProgress,
): Promise<Answers<Answer>> {
  const answers = new Map<string, Answer>();
  const failures = new Map<string, string>();
  let failuresInARow = 0;
  let gaveUp: string | undefined;

  const askOne = async (item: Item) => {
    if (gaveUp !== undefined) return;
    try {
      answers.set(item.id, await ask(item));
      failuresInARow = 0;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failures.set(item.id, error.message);
      failuresInARow = error instanceof NothingThere ? 0 : failuresInARow + 1;
      if (failuresInARow >= FAILURES_BEFORE_GIVING_UP) {
        gaveUp ??= `${FAILURES_BEFORE_GIVING_UP} requests for ${what} failed in a row, the last with ${error.message}`;
      }
    }
    onProgress({ what, done: answers.size + failures.size, total: items.length });
  };

  await pMap(inTurns(items), askOne, { concurrency: REQUESTS_AT_ONCE });
  return { answers, failures, ...(gaveUp === undefined ? {} : { gaveUp }) };
}

/** The first of each maker, then the second of each, and so on. */
function inTurns<Item extends { id: string }>(items: readonly Item[]): Item[] {
  const makers = [...Map.groupBy(items, ({ id }) => id.split('/')[0]).values()];
  const most = Math.max(0, ...makers.map((own) => own.length));
  return Array.from({ length: most }, (_, turn) =>
    makers.flatMap((own) => own.slice(turn, turn + 1)),
  ).flat();
}
