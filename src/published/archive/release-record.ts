import { type ArchivedFile, type ArchivedRelease, fileRecord } from '../../release/archive.ts';
import type { Release } from '../../release/release.ts';
import { indexCsv } from '../index-csv.ts';
import { indexJsonText } from '../index-json.ts';

/**
 * A release as it is archived: its record, with the day on which that is done or undefined where it is
 * not, and the texts of its files.
 */
export function releaseRecord<Day extends string | undefined>(
  release: Release,
  published: Day,
): {
  record: Omit<ArchivedRelease, 'published'> & { published: Day };
  texts: Record<ArchivedFile, string>;
} {
  const texts = { 'index.json': indexJsonText(release), 'index.csv': indexCsv(release) };
  return {
    texts,
    record: {
      release: release.release,
      date: release.date,
      methodVersion: release.methodVersion,
      published,
      estimated: release.models.length,
      notEstimated: release.notEstimated.length,
      files: {
        'index.json': fileRecord(texts['index.json']),
        'index.csv': fileRecord(texts['index.csv']),
      },
    },
  };
}
