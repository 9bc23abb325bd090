import type { Known, LinkReader } from '../../ui/link/link-reader.ts';
import { sortedBy } from '../../ui/link/sort-parameter.ts';
import { HELD_AGAINST } from '../against.ts';
import { readAsked } from '../asked.ts';
import { readScenario } from '../asked-scenario.ts';
import { readChangeFilter } from '../change-filter.ts';
import { NOW } from '../choice.ts';
import { QUERY } from '../finding.ts';
import { MASS_UNIT } from '../mass-unit.ts';
import { readFilter } from '../model-filters.ts';
import { MODELS } from '../models.ts';
import { PER } from '../per.ts';
import { readTable } from '../table-link.ts';
import { readCalculator } from '../usage-lines.ts';

/** What a page knows of its release and of itself. */
export interface KnownOnPage extends Known {
  /** What its table can be sorted by, as links call it. */
  sortable: readonly string[];
}

type ReadLink = (link: LinkReader, known: KnownOnPage) => void;

const readOrder: ReadLink = (link, { sortable }) => {
  link.read(sortedBy(sortable, { column: '', descending: false }));
};

/** What a link to each kind of page can say; what a page does not read here means nothing to it. */
export const PAGE_LINKS = {
  index: (link) => {
    readTable(link);
    link.read(MODELS);
    link.read(NOW);
    readAsked(link);
  },
  compare: (link) => {
    link.read(MODELS);
    readAsked(link);
  },
  model: (link) => {
    readAsked(link);
  },
  calculator: (link) => {
    readCalculator(link);
    readScenario(link);
  },
  frontier: (link, known) => {
    readFilter(link);
    link.read(PER);
    link.read(MASS_UNIT);
    link.read(HELD_AGAINST);
    link.read(NOW);
    readOrder(link, known);
  },
  changes: (link, known) => {
    readChangeFilter(link);
    readOrder(link, known);
  },
  search: (link) => {
    link.read(QUERY);
  },
  training: (link, known) => {
    link.read(QUERY);
    readOrder(link, known);
  },
  /** A page whose table can be sorted. */
  sorted: readOrder,
  /** A page that shows the same whatever its link says. */
  plain: () => {},
} as const satisfies Record<string, ReadLink>;

export type LinkedPage = keyof typeof PAGE_LINKS;

/** Whether a page's element names one of these kinds. */
export function isLinkedPage(kind: string | undefined): kind is LinkedPage {
  return kind !== undefined && Object.hasOwn(PAGE_LINKS, kind);
}
