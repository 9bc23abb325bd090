import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../../src/catalog/facts-of.ts';
import { estimateWorkload } from '../../../src/estimation/estimate.ts';
import type { Workload } from '../../../src/estimation/workload.ts';
import { thousandWords } from '../../../src/library/thousand-words.ts';
import { indexCsv } from '../../../src/published/index-csv.ts';
import { indexJson } from '../../../src/published/index-json.ts';
import { requestsJson } from '../../../src/published/requests-json.ts';
import { currentPreparation, currentRelease, currentUsage } from '../../../src/release/current.ts';
import { hashInputs, releaseName } from '../../../src/release/input-hashes.ts';
import { buildRelease } from '../../../src/release/release.ts';
import { data } from '../estimation/method-under-test.ts';

const hashes = hashInputs(process.cwd());
const { release } = currentRelease();
const json = indexJson(release);

describe('the release', () => {
  test('holds every entry of the list in exactly one of its two arrays', () => {
    const ids = [...json.models, ...json.notEstimated].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(data.modelList.models.map(({ id }) => id).toSorted());
  });

  test('estimates nearly all of the models that answer with text alone', () => {
    const unknown = json.notEstimated.filter(({ kind }) =>
      ['no-list-price', 'own-accelerators'].includes(kind),
    );
    const { length } = json.models;
    expect(length / (length + unknown.length)).toBeGreaterThan(0.8);
  });

  test('has every open-weight model of recorded size on tier 1 or 2', () => {
    const open = json.models.filter(
      ({ id, weights }) => weights === 'open' && recordOf({ id }, data)?.parameters !== undefined,
    );
    expect(open.length).toBeGreaterThan(10);
    expect(open.filter(({ tier }) => tier === '3')).toEqual([]);
  });

  test('gives each entry without an estimate a reason', () => {
    expect(json.notEstimated.filter(({ reason }) => reason.trim() === '')).toEqual([]);
  });

  test('computes each request of a model from its own tokens, and words from those of a thousand', () => {
    const preparation = currentPreparation();
    for (const { input, requests } of release.models.filter((_, index) => index % 30 === 0)) {
      const gramsOf = (workload: Workload) =>
        estimateWorkload(input, workload, preparation).gramsCO2e;
      const { tokens, gramsCO2e } = requests.thousandWords;
      expect(gramsCO2e).toEqual(gramsOf(thousandWords(tokens)));
      for (const kind of requests.estimated) {
        expect(kind.gramsCO2e).toEqual(gramsOf(kind.workload));
      }
    }
  });

  test('takes what was used of each model for its own mean request, as requests.json does', () => {
    const { models } = requestsJson(release, currentUsage(), data);
    for (const { id, requests } of release.models) {
      const { asUsed, asUsedLeftOut } = models[id] ?? {};
      expect('because' in requests.own ? requests.own.because : requests.own.workload).toEqual(
        asUsed ?? asUsedLeftOut,
      );
    }
  });

  test('publishes ranges in order, however they are rounded', () => {
    for (const model of json.models) {
      for (const tokens of [
        model.perThousandOutputTokens,
        model.perThousandInputTokens,
        model.perThousandCachedInputTokens,
      ]) {
        for (const { low, central, high } of [
          tokens.gramsCO2e,
          tokens.wattHours,
          tokens.millilitresWater,
        ]) {
          expect(low).toBeGreaterThan(0);
          expect(low).toBeLessThanOrEqual(central);
          expect(central).toBeLessThanOrEqual(high);
        }
      }
    }
  });

  test('is the same bytes twice', () => {
    const models = data.modelList.models.filter((_, index) => index % 30 === 0);
    const some = { ...data, modelList: { ...data.modelList, models } };
    const build = () => JSON.stringify(indexJson(buildRelease(some, hashInputs(process.cwd()))));
    expect(build()).toBe(build());
  });

  test('is named by the day of its list and one hash of its inputs and its method', () => {
    const { retrieved } = data.modelList;
    expect(release.release).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/);
    const { methodVersion } = release;
    expect(release.release).toBe(releaseName(retrieved, hashes, methodVersion));
    const changed = { ...hashes, 'data/sources.yaml': 'changed' };
    expect(releaseName(retrieved, changed, methodVersion)).not.toBe(release.release);
    expect(releaseName(retrieved, hashes, '99.0')).not.toBe(release.release);
  });

  test('names every input with its SHA-256', () => {
    expect(Object.keys(json.inputs)).toContain('data/openrouter/models.json');
    expect(Object.keys(json.inputs)).toContain('data/models/openai.yaml');
    for (const hash of Object.values(json.inputs)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the CSV', () => {
  const parse = (csv: string) => Papa.parse<Record<string, string>>(csv.trim(), { header: true });

  test('has one row per model, with units in its header', () => {
    const { data: rows, meta } = parse(indexCsv(release));
    expect(rows.map(({ id }) => id)).toEqual(release.models.map(({ id }) => id));
    expect(meta.fields).toContain('output_gCO2e_per_1k_tokens_central_p50');
    expect(meta.fields).toContain('cached_input_mL_water_per_1k_tokens_high_p95');
  });

  test('holds no cell that a spreadsheet would run', () => {
    const [model] = release.models;
    const hostile = ['=cmd|"/c calc"!A1', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'];
    const csv = indexCsv({
      ...release,
      models: hostile.map((name) => ({ ...model!, name })),
    });
    for (const { name } of parse(csv).data) expect(name).toMatch(/^'/);
  });
});
