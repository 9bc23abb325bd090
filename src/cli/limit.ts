import { quantityText } from '../text/numbers.ts';
import type { Answer } from './answer.ts';

/** The ends of a range that a limit can be held against. */
export const LIMITED = ['low', 'central', 'high'] as const;

/** What figures must not exceed, for pipelines. */
export interface Limit {
  gramsCO2e: number;
  at: (typeof LIMITED)[number];
}

/** How answers end in a shell. */
export const EXIT = { ok: 0, noAnswer: 1, aboveLimit: 2 } as const;

const PERCENTILES = { low: '5th percentile', central: 'median', high: '95th percentile' } as const;

/** Whether an answer keeps a limit, for a person, a program and a shell. */
export interface Verdict {
  said: string;
  json: object;
  exitCode: (typeof EXIT)[keyof typeof EXIT];
}

/** Holds every figure of an answer against a limit. What was not counted keeps no limit, but may exceed one. */
export function verdictOn({ figures, notCounted }: Answer, { gramsCO2e, at }: Limit): Verdict {
  const above = figures.filter((figure) => figure.gramsCO2e[at] > gramsCO2e);
  const limit = `the limit of ${gramsCO2e} gCO2e (${PERCENTILES[at]})`;
  const json = (kept: boolean | null) => ({ limit: { gramsCO2e, at, kept } });
  if (above.length > 0) {
    const each = above.map((figure) => `${figure.of}, ${quantityText(figure.gramsCO2e[at])}`);
    return {
      said: `Above ${limit}: ${each.join('; ')}.`,
      json: json(false),
      exitCode: EXIT.aboveLimit,
    };
  }
  return notCounted === undefined
    ? { said: `Within ${limit}.`, json: json(true), exitCode: EXIT.ok }
    : {
        said: `Whether ${limit} is kept cannot be said: ${notCounted}`,
        json: json(null),
        exitCode: EXIT.noAnswer,
      };
}
