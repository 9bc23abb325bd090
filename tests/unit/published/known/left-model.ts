import Papa from 'papaparse';
import { currentHistory } from '../../../../src/published/archive/history.ts';
import { COLUMNS } from '../../../../src/published/index-csv.ts';

/** What the archive says of a model that has left the list: its last release, and its row there. */

const DATATYPES = new Map(COLUMNS.map(({ name, datatype }) => [name, datatype]));

/** The model whose files have this name, as the last release that had it holds it; undefined for none. */
export function leftModel(file: string) {
  const { releases } = currentHistory();
  const named = ({ id }: { id: string }) => id.replaceAll(':', '=') === file;
  const last = releases.findLast(({ index }) => index.models.some(named));
  const model = last?.index.models.find(named);
  const isListed = releases.at(-1)?.index.notEstimated.some(named);
  return last === undefined || model === undefined || isListed ? undefined : { model, last };
}

/** Its last row of index.csv, every cell a text. */
export function leftRow(file: string): Record<string, string>[] | undefined {
  const left = leftModel(file);
  if (left === undefined) return undefined;
  const { data } = Papa.parse<Record<string, string>>(left.last.texts['index.csv'], {
    header: true,
  });
  return data.filter(({ id }) => id === left.model.id);
}

/** The same as a spreadsheet holds it: numbers as numbers, what holds or not as that, and nothing where nothing is said. */
export function leftCells(file: string) {
  return leftRow(file)?.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => {
        const datatype = DATATYPES.get(name);
        if (cell === '') return [name, null];
        if (datatype === 'boolean') return [name, cell === 'true'];
        // Older tables have columns that are no more: served_from_country, grid_gCO2e_per_kWh.
        return [name, datatype === 'string' || Number.isNaN(Number(cell)) ? cell : Number(cell)];
      }),
    ),
  );
}
