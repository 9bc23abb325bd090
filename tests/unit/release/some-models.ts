import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease } from '../../../src/release/release.ts';
import { data as all } from '../estimation/method-under-test.ts';
import { keptEndpoints, keptModels } from '../kept-list/kept-data.ts';

/**
 * Every tenth entry of the list, and those that are kept for tests: of each kind of evidence, and a model
 * with its variants, whatever the list holds.
 */
const keptIds = new Set(keptModels.models.map(({ id }) => id));
const models = [
  ...all.modelList.models.filter(({ id }, index) => index % 10 === 0 && !keptIds.has(id)),
  ...keptModels.models,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
const endpoints = {
  ...all.endpoints,
  models: [...all.endpoints.models.filter(({ id }) => !keptIds.has(id)), ...keptEndpoints.models],
};

/** A release of some models alone, for what does not depend on the others. */
export const data = { ...all, endpoints, modelList: { ...all.modelList, models } };
export const release = buildRelease(data, hashInputs(process.cwd()));
