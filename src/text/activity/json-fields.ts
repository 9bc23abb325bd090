import type { Cell } from '../written-number.ts';
import { NAMES_CACHE_HIT } from './answered-by-cache.ts';
import { bare } from './column-names.ts';
import { holdsCounts } from './column-words.ts';
import { looksLikeTokens, partOfName } from './recognised-columns.ts';

/** A count of tokens within a text that is an object, of JSON or of a program: "prompt_tokens": 12. */
export const COUNT_IN_TEXT =
  /["'](?!max)\w*(?:prompt|input|cached?|completion|output|reasoning)_?tokens?\w*["']\s*:\s*\d/i;

/** Fields of one record by their path: "usage.prompt_tokens". */
export type Fields = Map<string, Cell>;

/** Deeper than any record of usage; what lies below is not looked at. */
export const MOST_LEVELS = 12;

/** The fields of an object and of the objects in it; lists are left away. */
export function flattened(value: object, prefix = '', level = 0): Fields {
  const fields: Fields = new Map();
  for (const [name, field] of fieldsOf(value)) {
    const path = `${prefix}${name}`;
    if (isCell(field)) {
      // Texts that were written and read are no part of a count.
      const isCount = typeof field === 'number' || (looksLikeTokens(name) && IS_NUMBER.test(field));
      const isTold = TELLS_KIND.test(name) || partOfName(path) !== undefined;
      if (isCount || isTold || holdsUnread(field)) fields.set(path, field);
    } else if (typeof field === 'boolean' && NAMES_CACHE_HIT.test(bare(name))) {
      fields.set(path, String(field));
    } else if (isHolder(field) && !Array.isArray(field) && level < MOST_LEVELS) {
      for (const [below, cell] of flattened(field, `${path}.`, level + 1)) fields.set(below, cell);
    }
  }
  return fields;
}

/** Whether a record is of an answer, or of what asked for several. */
const TELLS_KIND = /(?:run_type|span[._]?kind|operation[._]?name|observation[._]?type)$/i;
const IS_NUMBER = /^\d[\d.,]*$/;

/**
 * The fields of an object, with counts that are written as a text of JSON, and attributes that are written
 * as a list of keys and values, as the object that they are.
 */
export function fieldsOf(value: object): [name: string, field: unknown][] {
  return Object.entries(value).map(([name, field]: [string, unknown]) => [
    name,
    attributesIn(field) ?? (holdsCounts(name) ? (objectIn(field) ?? field) : field),
  ]);
}

/** A list of keys and values as an object, such as the attributes of OpenTelemetry's spans; undefined for another. */
function attributesIn(field: unknown): object | undefined {
  if (!Array.isArray(field) || field.length === 0) return undefined;
  const attributes: [string, unknown][] = [];
  for (const item of field) {
    if (!isHolder(item) || !('key' in item && 'value' in item) || typeof item.key !== 'string') {
      return undefined;
    }
    attributes.push([item.key, typedIn(item.value)]);
  }
  return Object.fromEntries(attributes);
}

/** What OpenTelemetry's JSON writes with its type: { intValue: "5" }. */
function typedIn(value: unknown): unknown {
  const [[type, inner] = ['', undefined], ...others] = isHolder(value) ? Object.entries(value) : [];
  return others.length === 0 && /^(?:string|int|double)Value$/.test(type) ? inner : value;
}

/** The object that a text is as JSON, or undefined where it is none. */
export function objectIn(cell: unknown): object | undefined {
  if (typeof cell !== 'string' || !/^\s*\{/.test(cell)) return undefined;
  try {
    const value: unknown = JSON.parse(cell);
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a cell is an object, as a text, that holds counts. */
export function holdsUnread(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && COUNT_IN_TEXT.test(cell) && objectIn(cell) !== undefined;
}

/** Whether a field holds others. */
export function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether a field can be a cell. */
export function isCell(value: unknown): value is Cell {
  return typeof value === 'string' || typeof value === 'number';
}
