import { recordOf } from '../../catalog/facts-of.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { figureText } from '../archive/change-words.ts';
import { changedFields } from './changed-fields.ts';
import type { Move } from './moves.ts';

/** What differs between two states of the data, and what of it readers see. */
export interface DataDiff {
  /** A line for each model whose own data differ, with its figure before and after. */
  models: string[];
  /** A line for each model that came or went. */
  cameAndWent: string[];
  /** Hosts, factors, sources, measurements, usage: a line each. */
  rest: string[];
  /** Models whose figure moved though nothing of their own differs. */
  carried: string[];
}

/** The differences in words, figures as `moves` has them. */
export function dataDiff(
  moves: readonly Move[],
  { before, after }: { before: CatalogData; after: CatalogData },
): DataDiff {
  const moved = new Map(moves.map((move) => [move.id, move]));
  const both = moves.filter((move) => move.before !== undefined && move.after !== undefined);
  return {
    models: [
      ...both
        .filter(({ own }) => own.length > 0)
        .map((move) => `${move.name}: ${[...move.own, figureChange(move)].join('; ')}`),
      ...recordsWithoutMove(before, after, new Set(moved.keys())),
    ],
    cameAndWent: moves
      .filter((move) => move.before === undefined || move.after === undefined)
      .map((move) => `${move.name}: ${figureChange(move)}; ${move.reasons.join('; ')}`),
    rest: [
      ...byName('host', before.hostFiles, after.hostFiles),
      ...byName('listed host', listedHosts(before), listedHosts(after)),
      ...byName('maker', makerFiles(before), makerFiles(after)),
      ...byName('factors', factors(before), factors(after)),
      ...byName('source', sources(before), sources(after)),
      ...changedFields(counts(before), counts(after)),
    ],
    carried: both
      .filter(({ own, ...move }) => own.length === 0 && isVisible(move))
      .map((move) => `${move.name}: ${figureChange(move)}`),
  };
}

/** The whole as Markdown; `why` says what all models share. */
export function diffText({ models, cameAndWent, rest, carried }: DataDiff, why: string): string {
  const sections = [
    ['Models', models],
    ['Models that came or went', cameAndWent],
    ['Other data', rest],
    [`Figures that follow (${why})`, carried],
  ] as const;
  const told = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`);
  return told.length === 0 ? 'The data say the same.' : told.join('\n\n');
}

type Figure = Pick<Move, 'before' | 'after'>;

function figureChange({ before, after }: Figure): string {
  return `gCO2e/1k output ${figureText(before)} -> ${figureText(after)}`;
}

function isVisible({ before, after }: Figure): boolean {
  return figureText(before) !== figureText(after);
}

/** Records that changed and whose model's figure did not. */
function recordsWithoutMove(
  before: CatalogData,
  after: CatalogData,
  moved: ReadonlySet<string>,
): string[] {
  const ids = new Set(
    [before, after].flatMap(({ makers }) =>
      [...makers].flatMap(([maker, { models }]) =>
        Object.keys(models).map((slug) => `${maker}/${slug}`),
      ),
    ),
  );
  return [...ids]
    .filter((id) => !moved.has(id))
    .flatMap((id) => {
      const changes = changedFields(recordOf({ id }, before), recordOf({ id }, after));
      return changes.length === 0 ? [] : [`${id}: ${changes.join('; ')}; no figure moved`];
    });
}

function byName<Item>(
  kind: string,
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined) return [`${kind} ${name}: new`];
    if (now === undefined) return [`${kind} ${name}: gone`];
    const changes = changedFields(old, now);
    return changes.length === 0 ? [] : [`${kind} ${name}: ${changes.join('; ')}`];
  });
}

function listedHosts({ hostList }: CatalogData) {
  return new Map(hostList.hosts.map((host) => [host.slug, host]));
}

/** What makers' files say beside their models. */
function makerFiles({ makers }: CatalogData) {
  return new Map([...makers].map(([maker, { models: _, ...file }]) => [maker, file]));
}

function factors({ factors: all }: CatalogData) {
  return new Map<string, unknown>(Object.entries(all));
}

function sources({ sources: all }: CatalogData) {
  return new Map(Object.entries(all));
}

function counts({ measurements, servingMeasurements, modelList, usage }: CatalogData) {
  return {
    measuredRows: measurements.length,
    measuredRowsOfServing: servingMeasurements.length,
    dayOfTheList: modelList.retrieved,
    lastDayOfUsage: usage.retrieved,
  };
}
