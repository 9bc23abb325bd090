import { bare } from './column-names.ts';
import type { ExportRow } from './export-table.ts';
import { RowCount } from './row-count.ts';

/** Columns that say whether a cache answered: LiteLLM's cache_hit, Portkey's cache_status. */
export const NAMES_CACHE_HIT =
  /^(?:is)?(?:cachehit|cachestatus|responsecached|cachedresponse|servedfromcache|fromcache|cached)$/;
const IS_HIT = /^(?:true|yes|(?:semantic )?hit)$/i;

/** Rows that a cache answered. Of a gateway's own no model computed the answer, so they are said, and stay. */
export class AnsweredByCache {
  readonly rows = new RowCount();
  readonly #at: number;

  constructor(header: readonly string[]) {
    this.#at = header.findIndex((name) => NAMES_CACHE_HIT.test(bare(name)));
  }

  add({ cells, number }: ExportRow): void {
    if (IS_HIT.test(String(cells[this.#at] ?? '').trim())) this.rows.add(number);
  }
}
