import type { Range } from '../../estimation/ranges.ts';
import {
  type ArchivedFile,
  type ArchivedRelease,
  archivedPath,
  archivedText,
  readReleaseList,
} from '../../release/archive.ts';
import { currentRelease, currentReleaseName } from '../../release/current.ts';
import { once } from '../../release/once.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { type ArchivedIndex, type ArchivedModel, readArchivedIndex } from './archived-index.ts';
import { compareReleases, type ReleaseChange } from './release-change.ts';
import { releaseRecord } from './release-record.ts';

/** A release that the site can show, archived or being the one that it is built from. */
export interface KnownRelease extends Omit<ArchivedRelease, 'published'> {
  /** The day on which it was archived; absent where it is not. */
  published: string | undefined;
  texts: Readonly<Record<ArchivedFile, string>>;
  index: ArchivedIndex;
}

/** All releases, oldest first, and what differs from each to the next. */
export interface History {
  releases: readonly KnownRelease[];
  changes: readonly ReleaseChange[];
}

/** What a model's published range was in one release. */
export interface PastFigure {
  release: string;
  date: string;
  methodVersion: string;
  published: string | undefined;
  /** gCO2e per 1000 output tokens; absent where there was no estimate. */
  gramsCO2e: Range | undefined;
  /** How the model was known then; absent with the estimate. */
  evidence: ArchivedModel['evidence'] | undefined;
}

/** A model that an archived release had a figure of, and this one has none. */
export interface GoneModel {
  /** As the last release with a figure has it. */
  model: ArchivedModel;
  last: KnownRelease;
  /** Why the list's entry has no figure now; undefined where it has left the list. */
  withdrawn: string | undefined;
}

/**
 * The archived releases of the project in the working directory, and the release that is being
 * built where it is not among them. Read once per process. Throws DataProblems.
 */
export const currentHistory = once((): History => readHistory(process.cwd()));

/** The published range of a model in every release that lists it, oldest first. */
export function historyOf(id: string, { releases }: History = currentHistory()): PastFigure[] {
  return releases.flatMap(({ release, date, methodVersion, published, index }) => {
    const entry = entriesOf(index).get(id);
    const model = entry?.model;
    const gramsCO2e = model?.perThousandOutputTokens.gramsCO2e;
    return entry !== undefined
      ? [{ release, date, methodVersion, published, gramsCO2e, evidence: model?.evidence }]
      : [];
  });
}

/**
 * The release since which a model's figure has read as it reads now: same range in the digits that are
 * shown, same evidence, same method. Throws where no release has a figure of the model.
 */
export function shownSince(id: string, history: History = currentHistory()): string {
  const past = historyOf(id, history);
  const now = past.at(-1);
  if (now?.gramsCO2e === undefined) throw new Error(`${id} has no figure in the last release.`);
  const reading = ({ gramsCO2e, evidence, methodVersion }: PastFigure) =>
    gramsCO2e &&
    [quantityText(gramsCO2e.central), rangeText(gramsCO2e), evidence, methodVersion].join(' ');
  const other = past.findLastIndex((figure) => reading(figure) !== reading(now));
  return past[other + 1]?.release ?? now.release;
}

/** An entry of a release. */
interface Entry {
  /** Undefined where the release has no figure of it. */
  model: ArchivedModel | undefined;
}

const entries = new WeakMap<ArchivedIndex, ReadonlyMap<string, Entry>>();

/** The entries of a release by id, read once for the pages of all models. */
function entriesOf(index: ArchivedIndex): ReadonlyMap<string, Entry> {
  const known =
    entries.get(index) ??
    new Map<string, Entry>([
      ...index.notEstimated.map(({ id }) => [id, { model: undefined }] as const),
      ...index.models.map((model) => [model.id, { model }] as const),
    ]);
  entries.set(index, known);
  return known;
}

/** The models that had a figure once and have none in the last release, by id. */
export function goneModels({ releases }: History = currentHistory()): GoneModel[] {
  const now = releases.at(-1)?.index;
  if (now === undefined) return [];
  const estimated = new Set(now.models.map(({ id }) => id));
  const reasons = new Map(now.notEstimated.map(({ id, reason }) => [id, reason]));
  const gone = new Map<string, GoneModel>();
  for (const last of releases) {
    for (const model of last.index.models) {
      if (estimated.has(model.id)) continue;
      gone.set(model.id, { model, last, withdrawn: reasons.get(model.id) });
    }
  }
  return [...gone.values()].toSorted((a, b) => (a.model.id < b.model.id ? -1 : 1));
}

/** Those of them that have left OpenRouter's list: their last figures stay, marked as such. */
export function leftModels(history: History = currentHistory()): GoneModel[] {
  return goneModels(history).filter(({ withdrawn }) => withdrawn === undefined);
}

/** The same by maker, without those of makers that are told to have models still; the lowest median first. */
export function leftMakers(
  makers: ReadonlySet<string>,
  history: History = currentHistory(),
): [maker: string, left: GoneModel[]][] {
  const grams = ({ model }: GoneModel) => model.perThousandOutputTokens.gramsCO2e.central;
  const left = leftModels(history).toSorted((a, b) => grams(a) - grams(b));
  return [...Map.groupBy(left, ({ model }) => model.maker)].filter(([maker]) => !makers.has(maker));
}

function readHistory(root: string): History {
  const archived = readReleaseList(root).map((record): KnownRelease => {
    const texts = {
      'index.json': archivedText(root, record, 'index.json'),
      'index.csv': archivedText(root, record, 'index.csv'),
    };
    const index = readArchivedIndex(
      texts['index.json'],
      archivedPath(record.release, 'index.json'),
    );
    return { ...record, texts, index };
  });
  const releases = archived.some(({ release }) => release === currentReleaseName())
    ? archived
    : [...archived, unarchived()];
  const changes = releases.slice(1).flatMap(({ index }, position) => {
    const before = releases[position];
    return before === undefined ? [] : [compareReleases(before.index, index)];
  });
  return { releases, changes };
}

/** The release of this build, which may still change before it is archived. */
function unarchived(): KnownRelease {
  const { record, texts } = releaseRecord(currentRelease().release, undefined);
  const index = readArchivedIndex(texts['index.json'], 'index.json');
  return { ...record, texts, index };
}
