import { type CatalogData, readData } from '../catalog/read-data.ts';
import { hashInputs } from './input-hashes.ts';
import { buildRelease, type Release } from './release.ts';

/** The data of this checkout and the release made of them. */
export interface Current {
  data: CatalogData;
  release: Release;
}

let current: Current | undefined;

/**
 * The release of the project in the working directory, built once per process: every page asks for
 * it. Throws DataProblems where the data do not hold.
 */
export function currentRelease(): Current {
  if (current === undefined) {
    const root = process.cwd();
    const data = readData(root);
    current = { data, release: buildRelease(data, hashInputs(root)) };
  }
  return current;
}
