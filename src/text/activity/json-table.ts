import type { Part } from './column-names.ts';
import { type ExportTable, UnreadableActivity } from './export-table.ts';
import {
  type Fields,
  fieldsOf,
  flattened,
  holdsUnread,
  isCell,
  isHolder,
  MOST_LEVELS,
} from './json-fields.ts';
import { TOTAL_ROW } from './known-exports.ts';
import { partOfName } from './recognised-columns.ts';
import { wholeOfSteps } from './whole-of-steps.ts';

/** Fields that hold an object for each model under its name: Claude Code's modelUsage, Gemini CLI's models. */
const BY_MODEL =
  /^(?:models|(?:usage_?)?(?:by|per)_?models?|models?_?(?:usage|breakdown|stats|metrics))$/i;

const TOKENS: ReadonlySet<Part> = new Set<Part>(['input', 'freshInput', 'output', 'total']);

/** Whether a text is JSON, or JSON line by line. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/**
 * Takes JSON apart, as one value or one a line. A record is an object that holds tokens and names a
 * model, itself or in what surrounds it; an object that only adds such records up is none.
 * Throws UnreadableActivity where there is no record.
 */
export function jsonTable(text: string): ExportTable {
  const found: { fields: Fields; number: number }[] = [];
  let withoutTokens = 0;
  let notJson = 0;
  for (const { value, number } of valuesOf(text)) {
    const records = recordsIn(value, new Map());
    if (value === undefined) notJson += 1;
    else if (records.length === 0) withoutTokens += 1;
    for (const { fields } of records) found.push({ fields, number: number ?? found.length + 1 });
  }
  if (found.length === 0) {
    throw new UnreadableActivity(
      'No object in this JSON holds both a count of tokens and a model.',
    );
  }
  if (!found.some(({ fields }) => namesModel(fields))) {
    const elsewhere = /"model"\s*:\s*"[^"]/.test(text)
      ? ' Other objects name one, as in the logs of Codex, but nothing says for which records.'
      : '';
    throw new UnreadableActivity(
      `The records with tokens name no model.${elsewhere} Write it into each record, as "model".`,
    );
  }
  const header = [...new Set(found.flatMap(({ fields }) => [...fields.keys()]))];
  return {
    header,
    above: [],
    unclosedQuotes: 0,
    withoutTokens,
    notJson,
    countsWithin: [],
    unreadObjects: header.filter((path) =>
      found.some(({ fields }) => holdsUnread(fields.get(path))),
    ),
    each(visit) {
      for (const { fields, number } of found) {
        visit({ cells: header.map((path) => fields.get(path) ?? ''), number });
      }
    },
  };
}

/** The values of a text; a line that is no JSON is undefined. Lines are numbered. */
function valuesOf(text: string): { value: unknown; number?: number }[] {
  const whole = parsed(text);
  if (whole !== undefined) return [{ value: whole }];
  const lines = text.split('\n').flatMap((line, index) => {
    // A list that was cut off is read line by line, too.
    const trimmed = line.trim().replace(/,$/, '');
    const isMark = ['', '[', ']'].includes(trimmed);
    return isMark ? [] : [{ value: parsed(trimmed), number: index + 1 }];
  });
  if (!lines.some(({ value }) => isHolder(value))) {
    throw new UnreadableActivity('This begins like JSON and is none: it may be cut off.');
  }
  return lines;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Found {
  fields: Fields;
  /** Whether it names a model itself. */
  hasModel: boolean;
}

/** The records in a value; `around` holds the model and the day of what surrounds it. */
function recordsIn(given: unknown, around: Fields, level = 0): Found[] {
  if (level > MOST_LEVELS || !isHolder(given)) return [];
  if (Array.isArray(given)) return given.flatMap((item) => recordsIn(item, around, level + 1));
  const value = wholeOfSteps(given);
  const own: Fields = new Map();
  const holders: [name: string, value: object][] = [];
  for (const [name, field] of fieldsOf(value)) {
    if (isCell(field)) own.set(name, field);
    else if (isHolder(field)) holders.push([name, field]);
  }
  if (!(namesModel(own) && holdsTokens(own))) {
    const passedOn = new Map([...around, ...[...own].filter(([name]) => isPassedOn(name))]);
    const inside = holders.map(([name, holder]) => {
      const named = TOTAL_ROW.test(name) ? new Map([...passedOn, ['model', name]]) : passedOn;
      return recordsIn(BY_MODEL.test(name) ? withModels(holder) : holder, named, level + 1);
    });
    // Whoever holds records with models of their own adds them up, or lists them.
    if (inside.flat().some(({ hasModel }) => hasModel)) {
      return inside.flatMap((records) => (isSum(records) ? [] : records));
    }
    if (!holdsTokens(flattened(value))) return inside.flat();
  }
  const fields = flattened(value);
  return [{ fields: new Map([...around, ...fields]), hasModel: namesModel(fields) }];
}

/** The objects of an object by model, each with the name under which it stands, where it has none itself. */
function withModels(byModel: object): object {
  if (Array.isArray(byModel)) return byModel;
  return Object.entries(byModel).map(([model, usage]: [string, unknown]) =>
    isHolder(usage) && !Array.isArray(usage) ? { model, ...usage } : usage,
  );
}

/** One record without a model beside those of models is what they add up to. */
function isSum([record, ...others]: readonly Found[]): boolean {
  return record !== undefined && others.length === 0 && !namesModel(record.fields);
}

function isPassedOn(name: string): boolean {
  const part = partOfName(name);
  return part === 'model' || part === 'day' || part === 'unit';
}

function namesModel(fields: Fields): boolean {
  for (const [path, cell] of fields) {
    if (cell !== '' && partOfName(path) === 'model') return true;
  }
  return false;
}

function holdsTokens(fields: Fields): boolean {
  for (const path of fields.keys()) {
    if (TOKENS.has(partOfName(path) ?? 'model')) return true;
  }
  return false;
}
