import { type CatalogData, readData } from '../catalog/read-data.ts';
import { METHOD_VERSION } from '../library/method-version.ts';
import { hashInputs, type InputHashes, releaseName } from './input-hashes.ts';
import { buildRelease, type Release } from './release.ts';

/** The data of this checkout and the release made of them. */
export interface Current {
  data: CatalogData;
  release: Release;
}

let inputs: { data: CatalogData; hashes: InputHashes } | undefined;
let current: Current | undefined;

/**
 * The release of the project in the working directory, built once per process: every page asks for
 * it. Throws DataProblems where the data do not hold.
 */
export function currentRelease(): Current {
  if (current === undefined) {
    const { data, hashes } = currentInputs();
    current = { data, release: buildRelease(data, hashes) };
  }
  return current;
}

/** Its name, without estimating anything. Throws DataProblems where the data do not hold. */
export function currentReleaseName(): string {
  const { data, hashes } = currentInputs();
  return releaseName(data.modelList.retrieved, hashes, METHOD_VERSION);
}

function currentInputs() {
  const root = process.cwd();
  inputs ??= { data: readData(root), hashes: hashInputs(root) };
  return inputs;
}
