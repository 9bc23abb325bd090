import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EndpointList, ModelList } from '../../../src/catalog/snapshot.ts';
import { data } from '../estimation/method-under-test.ts';

/**
 * A few entries of OpenRouter's list of 2026-08-22 with their endpoints, kept for tests that speak of
 * those very models, whatever list is embedded: a model of several regions, one with variants, one that
 * is served from accelerators nobody has measured, one without endpoints.
 */
const kept = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), 'utf8'));
export const keptModels = ModelList.parse(kept('models'));
export const keptEndpoints = EndpointList.parse(kept('endpoints'));

/** What people know, with the kept lists in place of the embedded ones. */
export const keptData = { ...data, modelList: keptModels, endpoints: keptEndpoints };
