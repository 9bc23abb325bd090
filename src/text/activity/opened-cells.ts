import type { Cell } from '../written-number.ts';
import type { Part } from './column-names.ts';
import { holdsCounts } from './column-words.ts';
import type { ExportTable } from './export-table.ts';
import { COUNT_IN_TEXT, flattened, objectIn } from './json-fields.ts';
import { partOfName } from './recognised-columns.ts';

/** What the cells of one column hold. */
interface Column {
  /** Fields of the objects in its cells, with the column's name before them. */
  paths: Set<string>;
  isOpen: boolean;
  isUnread: boolean;
}

/**
 * Opens columns that hold counts as an object of JSON, where each of their cells is one: its fields are
 * columns in its place. Of others that hold counts so the names are told.
 */
export function withOpenedCells(table: ExportTable): ExportTable {
  const columns = table.header.map(
    (): Column => ({ paths: new Set(), isOpen: true, isUnread: false }),
  );
  table.each(({ cells, brokenLines }) => {
    if (brokenLines !== undefined) return;
    for (const [place, column] of columns.entries()) {
      lookInto(column, table.header[place] ?? '', cells[place]);
    }
  });
  const pathsAt = columns.map(({ paths, isOpen }) => (isOpen ? [...paths] : []));
  return {
    ...table,
    header: table.header.flatMap((name, place) => orItself(pathsAt[place], name)),
    countsWithin: fullest(pathsAt),
    unreadObjects: table.header.filter((_, place) => columns[place]?.isUnread),
    each(visit) {
      table.each((row) => {
        const opened = row.cells.flatMap((cell, place) => {
          const [paths = [], name = ''] = [pathsAt[place], table.header[place]];
          if (paths.length === 0) return [cell];
          const fields = flattened(objectIn(cell) ?? {}, `${name}.`);
          return paths.map((path): Cell => fields.get(path) ?? '');
        });
        visit({ ...row, cells: opened });
      });
    },
  };
}

function lookInto(column: Column, name: string, cell: Cell | undefined): void {
  const text = typeof cell === 'string' ? cell.trim() : '';
  if (text === '') return;
  const object = column.isOpen && holdsCounts(name) ? objectIn(text) : undefined;
  if (object === undefined) {
    column.isOpen = false;
    column.isUnread ||= column.paths.size > 0 || COUNT_IN_TEXT.test(text);
    return;
  }
  for (const path of flattened(object, `${name}.`).keys()) column.paths.add(path);
}

function orItself(paths: readonly string[] | undefined, name: string): readonly string[] {
  return paths === undefined || paths.length === 0 ? [name] : paths;
}

/** Of the columns whose objects hold both input and output the one that says most. */
function fullest(pathsAt: readonly (readonly string[])[]): readonly string[] {
  const whole = pathsAt
    .map((paths) => ({ paths, parts: new Set(paths.map((path) => partOfName(path))) }))
    .filter(({ parts }) => (parts.has('input') || parts.has('freshInput')) && parts.has('output'));
  const countOf = ({ parts }: { parts: ReadonlySet<Part | undefined> }) => parts.size;
  return whole.toSorted((a, b) => countOf(b) - countOf(a))[0]?.paths ?? [];
}
