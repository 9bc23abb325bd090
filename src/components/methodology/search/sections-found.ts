/** A section of a page that holds what was searched for. */
export interface FoundSection {
  title: string;
  /** The title of its page. */
  page: string;
  address: string;
  /** HTML: escaped text with <mark> around what was found. */
  excerpt: string;
}

interface FoundPage {
  meta: { title?: string };
  sub_results: readonly { title: string; url: string; excerpt: string }[];
}

const MOST_SECTIONS_OF_A_PAGE = 3;

/** The sections of the pages found, best page first, no page with more than three. */
export function sectionsFound(pages: readonly FoundPage[]): FoundSection[] {
  return pages.flatMap(({ meta, sub_results: sections }) =>
    sections.slice(0, MOST_SECTIONS_OF_A_PAGE).map(({ title, url, excerpt }) => ({
      title,
      page: meta.title ?? title,
      address: url,
      excerpt,
    })),
  );
}
