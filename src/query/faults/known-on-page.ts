import { parametersOf } from '../../ui/link/address.ts';
import { gridFromText } from '../asked-scenario.ts';
import { reasonsIn } from '../change-filter.ts';
import { gridTables } from '../grid-choice.ts';
import { knownNames } from '../known-names.ts';
import { linkedId } from '../linked-id.ts';
import { providersIn } from '../providers-in.ts';
import { SORT_KEYS } from '../table-state.ts';
import type { KnownOnPage } from './page-links.ts';

/** What has to be known to read a link on the page that stands there. What cannot be had is not known. */
export async function knownOnPage(search: string): Promise<KnownOnPage> {
  const parameters = parametersOf(search);
  const rows = document.querySelectorAll<HTMLAnchorElement>('model-table [data-values] a');
  const heads = [...document.querySelectorAll<HTMLElement>('thead [data-sort]')];
  const [zones, names] = await Promise.all([
    parameters.getAll('grid').some((grid) => typeof gridFromText(grid) === 'string')
      ? ifAny(gridTables().then((tables) => tables.zones))
      : undefined,
    parameters.has('instead') || parameters.has('now') ? ifAny(knownNames()) : undefined,
  ]);

  return {
    providers: providersIn(document),
    models: rows.length > 0 ? [...rows].map(linkedId) : undefined,
    zones,
    reasons: reasonsIn(document),
    isModel: names && ((text) => names.finder.find(text) !== undefined),
    sortable: rows.length > 0 ? SORT_KEYS : heads.flatMap(({ dataset }) => dataset.sort ?? []),
  };
}

/** What computes with it says that it could not be had. */
function ifAny<Value>(value: Promise<Value>): Promise<Value | undefined> {
  return value.catch(() => undefined);
}
