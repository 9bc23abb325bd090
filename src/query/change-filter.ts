import { searchWith } from '../ui/link/address.ts';
import { isSame, type Known, LinkReader, single } from '../ui/link/link-reader.ts';
import { PROVIDER, QUERY } from './finding.ts';

/** Which changed figures are shown; in links as the index has it. */
export interface ChangeFilter {
  /** Words that must all occur in a model's name, id or provider. */
  query: string;
  /** The provider's part of the model id; empty for all. */
  provider: string;
  /** Why a figure moved, in the page's words; empty for any reason. */
  reason: string;
}

const REASON = single('reason', '', (text, { reasons }) =>
  reasons === undefined ? text : reasons.find((reason) => isSame(reason, text)),
);

/** Reads the filter from a link. */
export function readChangeFilter(link: LinkReader): ChangeFilter {
  return { query: link.read(QUERY), provider: link.read(PROVIDER), reason: link.read(REASON) };
}

/** Reads the filter from a URL's search part. What is not understood shows all. */
export function changeFilterFromSearch(search: string, known?: Known): ChangeFilter {
  return readChangeFilter(new LinkReader(search, known));
}

/** The same search part with this filter in it and all else kept; what shows all is left out. */
export function searchWithChangeFilter(
  search: string,
  { query, provider, reason }: ChangeFilter,
): string {
  return searchWith(search, { q: query.trim(), provider, reason });
}

/** The reasons that a page's filter offers. */
export function reasonsIn(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLOptionElement>('select[name=reason] option')].flatMap(
    ({ value }) => (value === '' ? [] : value),
  );
}
