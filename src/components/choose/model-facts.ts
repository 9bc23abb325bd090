import { linkedId } from '../../query/linked-id.ts';

/** What the page's rows say of a model. */
export interface ModelFacts {
  name: string;
  href: string;
  evidence: string;
}

/** The models of the rows below, by id. */
export function modelFacts(): ReadonlyMap<string, ModelFacts> {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-values] a');
  return new Map(
    [...links].map((link) => [
      linkedId(link),
      {
        name: link.textContent?.trim() ?? '',
        href: link.href,
        evidence: link.closest<HTMLElement>('[data-evidence]')?.dataset.evidence ?? '',
      },
    ]),
  );
}
