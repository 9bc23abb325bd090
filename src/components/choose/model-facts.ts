import { linkedId } from '../../query/linked-id.ts';
import { type Scores, scoresFromText } from '../../query/row-scores.ts';

/** What the page's rows say of a model. */
export interface ModelFacts {
  name: string;
  href: string;
  evidence: string;
  scores: Scores;
}

/** The models of the rows below, by id. */
export function modelFacts(): ReadonlyMap<string, ModelFacts> {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-values] a');
  return new Map(
    [...links].map((link) => {
      const row = link.closest<HTMLElement>('[data-values]');
      return [
        linkedId(link),
        {
          name: link.textContent?.trim() ?? '',
          href: link.href,
          evidence: row?.dataset.evidence ?? '',
          scores: scoresFromText(row?.dataset.scores ?? ''),
        },
      ];
    }),
  );
}
