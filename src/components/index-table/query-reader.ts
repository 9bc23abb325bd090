import { shortNameOf } from '../../library/model-names.ts';
import { knownNames } from '../../query/known-names.ts';
import { isCalledSo } from './called-so.ts';
import type { TableRow } from './read-rows.ts';

const MOST_NAMED = 3;

/** What a query may mean that no row is called as. */
interface Meant {
  query: string;
  ids: ReadonlySet<string>;
  /** How the query was read, or what comes near it. */
  words: string;
}

/**
 * Reads queries by the words of the rows' names, and where no row is called so, by all that finds a
 * model: its other names, what people call a family, one letter forgiven.
 */
export class QueryReader {
  readonly #rows: readonly TableRow[];
  #meant: Meant | undefined;

  constructor(rows: readonly TableRow[]) {
    this.#rows = rows;
  }

  /** Marks the rows that a query means, as far as is known by now. */
  mark(query: string): void {
    const meant = this.#meant?.query === query ? this.#meant.ids : undefined;
    for (const row of this.#rows) {
      row.read = { query, isMeant: isCalledSo(row.searched, query) || meant?.has(row.id) === true };
    }
  }

  /**
   * Finds out what a query means; true where more is known of it than before. Rejects where the names of
   * the models cannot be read.
   */
  async read(query: string): Promise<boolean> {
    const wasMarked = this.#rows.every(({ read }) => read?.query === query);
    this.mark(query);
    const isKnown = this.#meant?.query === query || this.#rows.some(({ read }) => read?.isMeant);
    if (!isKnown) this.#meant = await meantBy(query);
    return !(wasMarked && isKnown);
  }

  /** How a query was read that no row is called as. */
  wordsOf(query: string): string {
    return this.#meant?.query === query ? this.#meant.words : '';
  }

  /**
   * Opens the model that a query means for certain, if its row is shown, and else leads to the row shown
   * that it means most likely. Rejects where the names of the models cannot be read.
   */
  async take(query: string): Promise<void> {
    const { finder } = await knownNames();
    const shown = this.#rows.filter(({ element }) => !element.hidden);
    const byId = new Map(shown.map((row) => [row.id, row]));
    const [best = shown[0]] = finder.search(query).models.flatMap(({ id }) => byId.get(id) ?? []);
    const link = best?.element.querySelector('a');
    if (best !== undefined && finder.find(query)?.model.id === best.id) link?.click();
    else link?.focus();
  }
}

async function meantBy(query: string): Promise<Meant> {
  const { finder } = await knownNames();
  const resolution = finder.resolve(query);
  const models = resolution.kind === 'found' ? [resolution.model] : finder.search(query).models;
  const ids = new Set(models.map(({ id }) => id));
  if (resolution.kind === 'found') {
    return { query, ids, words: `“${query}” is read as ${shortNameOf(resolution.model.name)}` };
  }
  const near = namesOf(resolution.candidates.slice(0, MOST_NAMED));
  const shown = models.length > MOST_NAMED ? `${models.length} models it may mean` : near;
  return {
    query,
    ids,
    words: [
      `nothing is called “${query}”`,
      ...(models.length > 0
        ? [`shown: ${shown}`]
        : near === ''
          ? []
          : [`the nearest names: ${near}`]),
    ].join('; '),
  };
}

function namesOf(models: readonly { name: string }[]): string {
  return new Intl.ListFormat('en-GB').format(models.map(({ name }) => shortNameOf(name)));
}
