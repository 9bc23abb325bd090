import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from '../../catalog/write-atomically.ts';
import {
  ARCHIVED_FILES,
  archivedPath,
  archivedText,
  RELEASE_LIST,
  readReleaseList,
} from '../../release/archive.ts';
import type { Release } from '../../release/release.ts';
import { readArchivedIndex } from './archived-index.ts';
import { releaseRecord } from './release-record.ts';

/** What archiving a release did. */
export type Archiving =
  /** Its files are written and it is in the list. */
  | 'archived'
  /** It is in the archive with these very bytes. */
  | 'there already'
  /** It is there with the same figures in another form; the archive stays as it is. */
  | 'same figures there';

/** A release of this name is archived with other figures. */
export class OtherFigures extends Error {
  constructor({ release, methodVersion }: Release) {
    super(
      `Release ${release} is archived with other figures and stays as it is. The same inputs and method ${methodVersion} gave others: raise METHOD_VERSION in src/library/method-version.ts and say in data/method-versions.yaml what changed.`,
    );
    this.name = 'OtherFigures';
  }
}

/**
 * Writes a release to data/releases: its files first, the list last, each in one step; with a note
 * where a person has something to say of it. Throws
 * OtherFigures where the name is taken by other figures, DataProblems where the archive is broken, and the
 * system's error where it cannot write: the archive is as it was then.
 */
export async function archiveRelease(
  root: string,
  release: Release,
  published: string,
  note?: string,
): Promise<Archiving> {
  const releases = existsSync(path.join(root, RELEASE_LIST)) ? readReleaseList(root) : [];
  const { record, texts } = releaseRecord(release, published);
  const known = releases.find((one) => one.release === release.release);
  if (known !== undefined) {
    const before = archivedText(root, known, 'index.json');
    const csvBefore = archivedText(root, known, 'index.csv');
    if (before === texts['index.json'] && csvBefore === texts['index.csv']) return 'there already';
    if (figuresOf(before) === figuresOf(texts['index.json'])) return 'same figures there';
    throw new OtherFigures(release);
  }
  const pathOf = (name: (typeof ARCHIVED_FILES)[number]) =>
    path.join(root, archivedPath(release.release, name));
  const noted = note === undefined ? record : { ...record, note };
  const list = JSON.stringify({ releases: [...releases, noted] }, undefined, 2);
  try {
    for (const name of ARCHIVED_FILES) await writeAtomically(pathOf(name), texts[name]);
    await writeAtomically(path.join(root, RELEASE_LIST), `${list}\n`);
  } catch (error) {
    // The archive holds no release that its list does not name.
    await rm(path.dirname(pathOf('index.json')), { recursive: true, force: true });
    throw error;
  }
  return 'archived';
}

/** The published ranges of an index.json as text, to compare two forms of it. */
function figuresOf(text: string): string {
  const { models, notEstimated } = readArchivedIndex(text, 'index.json');
  return JSON.stringify([models, notEstimated]);
}
