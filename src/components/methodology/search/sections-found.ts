/** A section of a page that holds what was searched for. */
export interface FoundSection {
  title: string;
  /** The title of its page. */
  page: string;
  address: string;
  /** Its words, one after another, with what of them was found. */
  excerpt: readonly { words: string; isFound: boolean }[];
}

/** A page as the search library gives it, its sections in the order of the page. */
export interface FoundPage {
  meta: { title?: string };
  sub_results: readonly {
    title: string;
    url: string;
    /** HTML: text with its angle brackets escaped, and <mark> around what was found. */
    excerpt: string;
    /** Each word found; those in headings and rare ones score higher. */
    weighted_locations: readonly { balanced_score: number }[];
  }[];
}

const MOST_SECTIONS_OF_A_PAGE = 3;

/** The sections of the pages found, best page first; of each page the best three, best first. */
export function sectionsFound(pages: readonly FoundPage[]): FoundSection[] {
  return pages.flatMap(({ meta, sub_results: sections }) =>
    sections
      .map((section) => ({ ...section, score: scoreOf(section) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_SECTIONS_OF_A_PAGE)
      .map(({ title, url, excerpt }) => ({
        title,
        page: meta.title ?? title,
        address: url,
        excerpt: wordsOf(excerpt),
      })),
  );
}

function wordsOf(excerpt: string): FoundSection['excerpt'] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => ({
      words: part
        .replaceAll(/<\/?mark>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
      isFound: part.startsWith('<mark>'),
    }));
}

function scoreOf({ weighted_locations: words }: FoundPage['sub_results'][number]): number {
  return words.reduce((sum, { balanced_score: score }) => sum + score, 0);
}
