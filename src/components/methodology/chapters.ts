/** A page of the methodology. */
export interface Chapter {
  /** The last part of its address; empty for the overview. */
  slug: string;
  title: string;
  /** One line: what the page answers. */
  description: string;
}

/** The pages of the methodology in reading order: navigation, overview, search and llms.txt follow it. */
export const CHAPTERS = [
  {
    slug: '',
    title: 'Methodology',
    description: 'What a figure says, the one equation behind it, and which page explains what.',
  },
  {
    slug: 'energy',
    title: 'Energy of a token',
    description:
      'How much the accelerators take for an output, an input and a cached input token, and what was fitted on which measurements.',
  },
  {
    slug: 'serving',
    title: 'Serving',
    description:
      'Load, precision, kinds of machines and software behind an answer, as they are assumed.',
  },
  {
    slug: 'place',
    title: 'Facility, grid and embodied',
    description:
      'From hosts and their endpoints to buildings, grids and the making of the hardware.',
  },
  {
    slug: 'water',
    title: 'Water',
    description: 'Water consumed on site and by the generation of the electricity.',
  },
  {
    slug: 'uncertainty',
    title: 'Uncertainty, ranks and comparisons',
    description:
      'How draws become ranges, shares of the unknown, ranks, probabilities and figures per request and per word.',
  },
  {
    slug: 'evidence',
    title: 'Evidence tiers',
    description:
      'What is known of a model, how it is known, and how far that lets its figure move.',
  },
  {
    slug: 'closed-models',
    title: 'Closed models',
    description:
      'What a list price says of a model whose maker says nothing, and what it does not.',
  },
  {
    slug: 'validation',
    title: 'Validation',
    description:
      'How the method fares on measurements it has not seen and beside published figures, misses included.',
  },
  {
    slug: 'training',
    title: 'Training',
    description:
      'How the emissions of training runs are estimated, apart from inference, and how that fared.',
  },
  {
    slug: 'limits',
    title: 'Limits',
    description: 'What is weak, and what the index is and is not good for.',
  },
  {
    slug: 'sources',
    title: 'Sources',
    description: 'Every document, data set and statement that a figure rests on.',
  },
  {
    slug: 'glossary',
    title: 'Glossary',
    description: 'One definition for each word, with the standard it comes from.',
  },
  {
    slug: 'versions',
    title: 'Versions',
    description: 'What each version of the method changed, and by how much the figures moved.',
  },
] as const satisfies readonly Chapter[];

export type ChapterSlug = (typeof CHAPTERS)[number]['slug'];

/** The address of a chapter inside the site. */
export function chapterPath(slug: ChapterSlug): string {
  return slug === '' ? '/methodology/' : `/methodology/${slug}/`;
}

/** The address of a chapter's Markdown twin. */
export function chapterMarkdownPath(slug: ChapterSlug): string {
  return slug === '' ? '/methodology.md' : `/methodology/${slug}.md`;
}

/** A chapter with its place among the others. */
export interface ChapterInOrder {
  chapter: (typeof CHAPTERS)[number];
  previous: (typeof CHAPTERS)[number] | undefined;
  next: (typeof CHAPTERS)[number] | undefined;
}

/** The chapter with its neighbours in reading order. */
export function chapterInOrder(slug: ChapterSlug): ChapterInOrder {
  const index = CHAPTERS.findIndex((chapter) => chapter.slug === slug);
  return {
    chapter: CHAPTERS[index] ?? CHAPTERS[0],
    previous: index > 0 ? CHAPTERS[index - 1] : undefined,
    next: CHAPTERS[index + 1],
  };
}

/**
 * Where the sections of the former single page are now. Links to `/methodology/#energy` are out in the
 * world and in reports.
 */
export const MOVED_SECTIONS = {
  energy: '/methodology/energy/',
  evidence: '/methodology/evidence/',
  inputs: '/methodology/uncertainty/#inputs',
  place: '/methodology/place/',
  water: '/methodology/water/',
  price: '/methodology/closed-models/',
  uncertainty: '/methodology/uncertainty/',
  contributions: '/methodology/uncertainty/#contributions',
  comparisons: '/methodology/uncertainty/#comparisons',
  ranks: '/methodology/uncertainty/#ranks',
  reference: '/methodology/uncertainty/#reference',
  validation: '/methodology/validation/',
  weak: '/methodology/limits/#weak',
  sources: '/methodology/sources/',
} as const satisfies Record<string, string>;
