import { type PagedTable, rowsOf } from '../../ui/further-rows.ts';
import { RUNS_TABLE } from '../../ui/trusted-text.ts';

const RUNS: PagedTable = { begins: RUNS_TABLE, ends: '</table>', rows: '.runs > tbody > tr' };

/** Fetches the rows of a further page of the table of runs. Rejects where there is no such page. */
export function runsOf(address: string): Promise<HTMLElement[]> {
  return rowsOf(address, RUNS);
}
