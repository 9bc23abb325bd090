import { linkedId } from '../../query/linked-id.ts';
import { type Scores, scoresFromText } from '../../query/row-scores.ts';

/** What the page's rows say of a model. */
export interface ModelFacts {
  name: string;
  href: string;
  evidence: string;
  /** Whether OpenRouter lists no endpoint of it, so that its host is assumed. */
  isHostAssumed: boolean;
  scores: Scores;
}

/** The models of the table's rows, by id. */
export function modelFacts(rows: readonly HTMLElement[]): ReadonlyMap<string, ModelFacts> {
  return new Map(
    rows.flatMap((row) => {
      const link = row.querySelector('a');
      if (link === null) return [];
      const { evidence = '', has = '', scores = '' } = row.dataset;
      const name = link.textContent?.trim() ?? '';
      return [
        [
          linkedId(link),
          {
            name,
            href: link.href,
            evidence,
            isHostAssumed: has.includes('a'),
            scores: scoresFromText(scores),
          },
        ],
      ];
    }),
  );
}
