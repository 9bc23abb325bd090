import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { DataProblems } from '../catalog/problem.ts';
import { readJson } from '../catalog/read-file.ts';
import { sha256 } from './input-hashes.ts';

/** Releases as they were published: the files of data/releases, which never change again. */

/** The list of all archived releases, from the project's root. */
export const RELEASE_LIST = 'data/releases/releases.json';

/** What is kept of every release, to the byte. */
export const ARCHIVED_FILES = ['index.json', 'index.csv'] as const;
export type ArchivedFile = (typeof ARCHIVED_FILES)[number];

const FileRecord = z.strictObject({
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits'),
});

export const ArchivedRelease = z.strictObject({
  release: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/, 'expected a date and eight hexadecimal digits'),
  date: z.iso.date().describe('Day of OpenRouter’s model list'),
  methodVersion: z.string().regex(/^\d+\.\d+$/, 'expected a version such as 1.1'),
  published: z.iso.date().describe('Day on which the release was archived'),
  note: z.string().optional().describe('What is particular to how it was archived'),
  estimated: z.int().positive().describe('Models with an estimate'),
  notEstimated: z.int().nonnegative().describe('Entries of the list without one'),
  files: z.strictObject({ 'index.json': FileRecord, 'index.csv': FileRecord }),
});
export type ArchivedRelease = z.infer<typeof ArchivedRelease>;

/** data/releases/releases.json */
const ReleaseList = z.strictObject({
  /** In the order in which they were published. */
  releases: z.array(ArchivedRelease),
});

/** The archived releases in the order in which they were published. Throws DataProblems. */
export function readReleaseList(root: string): ArchivedRelease[] {
  const { data, problems } = readJson({ root, file: RELEASE_LIST, recordDepth: 2 }, ReleaseList);
  if (data === undefined) throw new DataProblems(problems);
  return data.releases;
}

/** A file of an archived release as it was published. Throws DataProblems where its bytes changed. */
export function archivedText(
  root: string,
  { release, files }: ArchivedRelease,
  name: ArchivedFile,
): string {
  const file = archivedPath(release, name);
  if (!existsSync(path.join(root, file))) {
    const message = 'this file of an archived release is missing; take it back from the history';
    throw new DataProblems([{ file, record: '', field: '', message }]);
  }
  const text = readFileSync(path.join(root, file), 'utf8');
  const expected = files[name].sha256;
  if (sha256(text) !== expected) {
    const message = `its bytes are not those that were published: expected SHA-256 ${expected}, found ${sha256(text)}; take the file back from the history`;
    throw new DataProblems([{ file, record: '', field: '', message }]);
  }
  return text;
}

/** Where a file of a release is kept, from the project's root. */
export function archivedPath(release: string, name: ArchivedFile): string {
  return `data/releases/${release}/${name}`;
}

/** How a file of a release is recorded in the list. */
export function fileRecord(text: string): z.infer<typeof FileRecord> {
  return { bytes: Buffer.byteLength(text), sha256: sha256(text) };
}
