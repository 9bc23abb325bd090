import type { Cell } from '../written-number.ts';
import { bare } from './column-names.ts';
import type { ExportRow, ExportTable } from './export-table.ts';
import { partOfName } from './recognised-columns.ts';

/** Columns that hold one count a row, and those that may say of what. */
const AMOUNT = /^(?:amount|value|counts?|quantity|sum|tokens|tokencount|usage|usageamount)$/;
const KIND = /type|kind|metric|category|direction/i;
/** What differs between the kinds of one row, and says nothing of which row it is. */
const MONEY = /price|cost|rate|usd|eur|fee|spend|amount/i;

/** More kinds than any row has counts of. */
const MOST_KINDS = 40;

/** Where an export that has a row for each kind of tokens holds the count and the kind. */
interface Places {
  amountAt: number;
  kindAt: number;
  kinds: readonly string[];
}

/** Whether a header may be that of such an export. */
export function mayBeLong(header: readonly string[]): boolean {
  return header.some((name) => AMOUNT.test(bare(name))) && header.some((name) => KIND.test(name));
}

/**
 * A table that has a row for each kind of tokens, as DeepSeek's amounts have, with the kinds as columns and
 * the rows that are else alike as one. Any other table as it is.
 */
export function withKindsAsColumns(table: ExportTable): ExportTable {
  const places = placesIn(table);
  if (places === undefined) return table;
  const { amountAt, kindAt, kinds } = places;
  const isLabel = (place: number) => place !== amountAt && place !== kindAt;
  const isKey = (place: number) => isLabel(place) && !MONEY.test(table.header[place] ?? '');
  const labelsOf = <One>(cells: readonly One[]) => cells.filter((_, place) => isLabel(place));
  return {
    ...table,
    header: [...labelsOf(table.header), ...kinds],
    kindsFrom: table.header[kindAt],
    each(visit) {
      const together = new Map<string, { row: ExportRow; counts: Map<string, Cell> }[]>();
      table.each((row) => {
        const { length } = table.header;
        // One that was cut off, or broken, is left out for itself, and takes no other along.
        if (row.brokenLines !== undefined || row.cells.length < length) return visit(row);
        const isPadded = row.cells.slice(length).every((cell) => cell === '');
        const cells = isPadded ? row.cells.slice(0, length) : row.cells;
        const kind = String(cells[kindAt] ?? '').trim();
        const key = JSON.stringify(cells.filter((_, place) => isKey(place)));
        const alike = together.get(key) ?? [];
        together.set(key, alike);
        const free = alike.find(({ counts }) => !counts.has(kind));
        const one = free ?? { row: { ...row, cells }, counts: new Map<string, Cell>() };
        if (free === undefined) alike.push(one);
        one.counts.set(kind, cells[amountAt] ?? '');
      });
      for (const { row, counts } of [...together.values()].flat()) {
        const cells = kinds.map((kind) => counts.get(kind) ?? (isNeeded(kind) ? 0 : ''));
        visit({ ...row, cells: [...labelsOf(row.cells), ...cells] });
      }
    },
  };
}

/** Undefined where input and output stand in columns of their own, or no column names both as kinds. */
function placesIn({ header, each }: ExportTable): Places | undefined {
  const amountAt = header.findIndex((name) => AMOUNT.test(bare(name)));
  if (!mayBeLong(header) || header.some((name) => partOfName(name) === 'output')) return undefined;
  const kindsAt = new Map<number, Set<string>>(
    header.flatMap((name, place) => (KIND.test(name) ? [[place, new Set<string>()]] : [])),
  );
  each(({ cells }) => {
    for (const [place, kinds] of kindsAt) {
      const kind = String(cells[place] ?? '').trim();
      if (kind !== '' && kinds.size <= MOST_KINDS) kinds.add(kind);
    }
  });
  for (const [kindAt, found] of kindsAt) {
    const kinds = [...found];
    const parts = new Set(kinds.map(partOfName));
    const isWhole = parts.has('output') && (parts.has('input') || parts.has('freshInput'));
    if (isWhole && kinds.length <= MOST_KINDS) return { amountAt, kindAt, kinds };
  }
  return undefined;
}

/** Whether a row without such a count has none of it; of others nothing is known. */
function isNeeded(kind: string): boolean {
  const part = partOfName(kind);
  return part === 'input' || part === 'freshInput' || part === 'output';
}
