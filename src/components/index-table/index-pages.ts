import type { ReleasedModel } from '../../release/release.ts';
import { pageSlug, pagesOf } from '../../ui/table-pages.ts';
import { compareNames, sortedDigits } from './row-order.ts';

/** Rows whose HTML, with all that stands around them, keeps within 120 kB gzipped: some 70 bytes each. */
export const ROWS_A_PAGE = 1200;

/** What the order of the index is made of. */
export type IndexedModel = Pick<ReleasedModel, 'shortName' | 'perThousandOutputTokens'>;

/**
 * The models of each page of the index, the lowest median first: on one page as long as it can hold
 * them. They stand as the browser will sort them: by the digits that it is given, ties by name.
 */
export function indexPages<Model extends IndexedModel>(
  models: readonly Model[],
  rowsAPage = ROWS_A_PAGE,
): (readonly Model[])[] {
  const ordered = models.toSorted(
    (a, b) =>
      sortedDigits(central(a)) - sortedDigits(central(b)) || compareNames(a.shortName, b.shortName),
  );
  return pagesOf(ordered, rowsAPage);
}

/** The path of a page; the first is the index itself. */
export function indexPagePath(at: number): string {
  const slug = pageSlug(at);
  return slug === undefined ? '/' : `/all/${slug}/`;
}

function central({ perThousandOutputTokens }: IndexedModel): number {
  return perThousandOutputTokens.gramsCO2e.central;
}
