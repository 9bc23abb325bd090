import { type Cell, writtenNumber } from '../written-number.ts';
import type { Part } from './column-names.ts';
import type { ExportRow, ExportTable } from './export-table.ts';
import type { Convention, Place } from './known-exports.ts';
import { type Columns, columnsOf, partOfName, tellsConvention } from './recognised-columns.ts';

/** A column that is read in the place of another, in rows that have nothing in it. */
export interface ReadInstead {
  read: string;
  whereEmpty: string;
}

const COUNTS: ReadonlySet<Part | undefined> = new Set<Part>([
  ...(['input', 'freshInput', 'cached', 'cacheWrites', 'cacheWritesOf'] as const),
  ...(['output', 'reasoning', 'total'] as const),
]);

const MOVED_ALONE = ['cached', 'output', 'reasoning', 'total'] as const satisfies readonly Part[];

/** A row's own columns, and those of the table to which its cells are moved. */
interface Moves {
  own: Columns;
  /** From where to where. */
  cells: readonly (readonly [from: number, to: number])[];
}

/**
 * A table into which two APIs, or two versions of one, write the same in columns of their own (prompt_tokens
 * in some rows, input_tokens in others), with these counts where the first have them, and as they count:
 * cached tokens within the input, or beside it. A row of which that is not known is marked.
 */
export function withOtherColumns(table: ExportTable): ExportTable & { instead: ReadInstead[] } {
  const all = columnsOf(table.header, table.countsWithin);
  const hasOthers = all.secondary.some(({ part }) => COUNTS.has(part));
  // A number of thousands is not moved to where single tokens are counted.
  if (!hasOthers || inputAt(all) === undefined || all.unitsAt.size > 0) {
    return { ...table, instead: [] };
  }
  const tellingAt = table.header.flatMap((name, at) =>
    COUNTS.has(partOfName(name)) || tellsConvention(name) ? [at] : [],
  );
  const known = new Map<string, Moves>();
  const movesOf = (cells: readonly Cell[]): Moves => {
    const empty = tellingAt.filter((place) => isEmpty(cells[place]));
    const key = empty.join(' ');
    const moves = known.get(key) ?? movesBetween(table, empty, all);
    known.set(key, moves);
    return moves;
  };
  table.each((row) => {
    if (mayMove(row, all)) movesOf(row.cells);
  });
  const moved = [...known.values()].flatMap(({ cells }) => cells);
  const nameAt = (place: number) => table.header[place] ?? '';
  return {
    ...table,
    instead: [...new Map(moved.map((move) => [move.join(' '), move])).values()].map(
      ([from, to]) => ({ read: nameAt(from), whereEmpty: nameAt(to) }),
    ),
    each: (visit) =>
      table.each((row) => visit(mayMove(row, all) ? movedRow(row, movesOf(row.cells), all) : row)),
  };
}

/** What is moved in rows in which these columns are empty: nothing into a column that is not. */
function movesBetween(
  { header, countsWithin }: ExportTable,
  empty: readonly number[],
  all: Columns,
): Moves {
  // Empty ones keep their place, without their name.
  const names = header.map((name, place) => (empty.includes(place) ? '' : name));
  const own = columnsOf(names, countsWithin);
  const pairs: (readonly [number | undefined, number | undefined])[] = [
    [inputAt(own), inputAt(all)],
    ...MOVED_ALONE.map((part) => [own.at[part], all.at[part]] as const),
    ...own.cacheWritesAt.map(
      (place) => [place, all.cacheWritesAt.includes(place) ? place : all.cacheWritesAt[0]] as const,
    ),
  ];
  return {
    own,
    cells: pairs.flatMap(([from, to]) =>
      from === undefined || to === undefined || from === to || mayHoldText(header[from])
        ? []
        : [[from, to] as const],
    ),
  };
}

/** Where another column counts tokens, one of these may hold what was written: a prompt such as "42". */
function mayHoldText(name: string | undefined): boolean {
  return /^(?:input|prompt|output|completion)$/i.test(name?.trim() ?? '');
}

/** The row with its counts as the table's first columns hold them; marked where that cannot be known. */
function movedRow(row: ExportRow, { own, cells: moves }: Moves, all: Columns): ExportRow {
  const sumAt = (places: readonly (number | undefined)[]) =>
    places.reduce<number>((sum, place) => sum + numberIn(row.cells[place ?? -1]), 0);
  const cells = [...row.cells];
  for (const [from, to] of moves) {
    const isOfSeveral = all.cacheWritesAt.includes(to) && own.cacheWritesAt.length > 1;
    cells[to] = isOfSeveral ? sumAt(own.cacheWritesAt) : (row.cells[from] ?? '');
    cells[from] = '';
  }
  const { cached, freshInput } = own.at;
  if (own.isInputWhole && freshInput !== undefined && cached === undefined && hasCached(all)) {
    // What is not fresh of the whole was cached.
    cells[all.at.cached ?? -1] = sumAt([own.at.input]) - sumAt([freshInput]);
  }
  const wholes = [
    {
      whole: inputAt(all),
      from: inputAt(own),
      part: sumAt([own.at.cached, ...own.cacheWritesAt]),
      is: cachePlace(own, conventionOfRow(own, all)),
      as: cachePlace(all, all.convention),
    },
    {
      whole: all.at.output,
      from: own.at.output,
      part: sumAt([own.at.reasoning]),
      is: conventionOfRow(own, all)?.reasoning,
      as: all.convention?.reasoning,
    },
  ];
  for (const { whole, from, part, is, as } of wholes) {
    if (whole === undefined || part === 0 || is === as) continue;
    const counted = sumAt([from]) + (is === 'apart' ? part : -part);
    if (is === undefined || as === undefined || !(counted >= 0)) {
      return { ...row, countsOtherwise: true };
    }
    cells[whole] = counted;
  }
  return { ...row, cells };
}

/** What a cell counts, 0 where it is empty; NaN where that is not clear. */
function numberIn(cell: Cell | undefined): number {
  const read = writtenNumber(cell ?? '', { '.': undefined, ',': undefined });
  if (typeof read === 'number') return read;
  return read === 'empty' ? 0 : Number.NaN;
}

/** A row without a model is none of usage. */
function mayMove({ cells, brokenLines }: ExportRow, { modelsAt }: Columns): boolean {
  return brokenLines === undefined && modelsAt.some((place) => !isEmpty(cells[place]));
}

function inputAt({ at }: Columns): number | undefined {
  return at.input ?? at.freshInput;
}

/** How a row counts: as its own columns say, or as all do, where it has one of those that say so. */
function conventionOfRow(own: Columns, all: Columns): Convention | undefined {
  const parts = [own.at.cached, own.at.reasoning, ...own.cacheWritesAt];
  const says = parts.some((place) => place !== undefined && all.conventionAt.includes(place));
  return own.convention ?? (says && !own.isInputWhole ? all.convention : undefined);
}

/** Where cached tokens are by the names or the kind of the columns; undefined where only rows can show. */
function cachePlace(
  { at, isInputWhole }: Columns,
  convention: Convention | undefined,
): Place | undefined {
  if (at.freshInput !== undefined) return at.input === undefined ? 'apart' : 'within';
  return convention?.cache ?? (isInputWhole ? 'within' : undefined);
}

function hasCached({ at }: Columns): boolean {
  return at.cached !== undefined && at.freshInput === undefined;
}

function isEmpty(cell: Cell | undefined): boolean {
  return String(cell ?? '').trim() === '';
}
