import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  readInferenceXRelease,
  servingMeasurementsText,
} from '../../../src/catalog/inferencex-release.ts';
import { readCsv } from '../../../src/catalog/read-file.ts';
import { ServingMeasurements } from '../../../src/catalog/serving-measurement.ts';

const config = {
  id: 7,
  hardware: 'b200',
  framework: 'vllm',
  model: 'dsr1',
  precision: 'fp4',
  spec_method: 'none',
  disagg: false,
  is_multinode: false,
  decode_tp: 8,
  decode_ep: 1,
  decode_dp_attention: false,
  decode_num_workers: 0,
  num_prefill_gpu: 8,
};
const result = {
  config_id: 7,
  benchmark_type: 'single_turn',
  date: '2026-07-18T00:00:00.000Z',
  isl: 1024,
  osl: 1024,
  conc: 64,
  error: null,
  metrics: { median_tpot: 0.02, tput_per_gpu: 800, joules_per_output_token: 1.5, power_valid: 1 },
};

/** A release with these configurations and results. */
function folderWith(configs: unknown, results: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'inferencex-'));
  writeFileSync(path.join(folder, 'configs.json'), JSON.stringify(configs));
  writeFileSync(path.join(folder, 'benchmark_results.json'), JSON.stringify(results));
  return folder;
}

function released(configs: unknown, results: unknown) {
  const read = readInferenceXRelease(folderWith(configs, results));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.release;
}

/** A run with other metrics. */
const run = (metrics: object, rest: object = {}) => ({
  ...result,
  ...rest,
  metrics: { ...result.metrics, ...metrics },
});

describe('the official release', () => {
  test('comes to medians over the runs and engines of a configuration', () => {
    const { rows, newest } = released(
      [config, { ...config, id: 8, framework: 'sglang' }],
      [
        run({ joules_per_output_token: 1 }, { date: '2026-07-19T00:00:00.000Z' }),
        run({ joules_per_output_token: 3, median_tpot: 0.04 }),
        run({ joules_per_output_token: 2, median_tpot: 0.03 }, { config_id: 8 }),
        run({ joules_per_output_token: null, median_tpot: 0.05 }, { config_id: 8 }),
      ],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      model: 'dsr1',
      gpu: 'B200',
      engines: 'sglang+vllm',
      runs: 4,
      runs_with_energy: 3,
      joules_per_output_token: 2,
      seconds_per_output_token: 0.035,
    });
    expect(newest).toBe('2026-07-19');
  });

  test('leaves nothing out without a word', () => {
    const { rows, leftOut } = released(
      [config, { ...config, id: 8, model: 'glm5' }, { ...config, id: 9, hardware: 'tpu7' }],
      [
        result,
        run({}, { config_id: 8 }),
        run({}, { config_id: 9 }),
        run({}, { config_id: 1 }),
        run({}, { error: 'timeout' }),
        run({}, { benchmark_type: 'agentic' }),
        run({ median_tpot: null }),
        run({ power_valid: 0 }, { conc: 128 }),
      ],
    );
    expect(rows).toHaveLength(1);
    expect(Object.fromEntries(leftOut)).toEqual({
      'model glm5, not known here': 1,
      'gpu tpu7, not known here': 1,
      'no configuration of that id': 1,
      'ended with an error': 1,
      'benchmark agentic': 1,
      'no speed': 1,
      'configuration without measured energy': 1,
    });
  });

  test('is written as the rows are read', () => {
    const release = released([config], [result]);
    const folder = folderWith([], []);
    writeFileSync(path.join(folder, 'rows.csv'), servingMeasurementsText(release));
    const read = readCsv({ root: folder, file: 'rows.csv', recordDepth: 1 }, ServingMeasurements);
    expect(read.problems).toEqual([]);
    expect(read.data).toEqual(release.rows);
  });

  test('that is not there, or of another shape, is reported with what to do', () => {
    expect(readInferenceXRelease('/nowhere')).toEqual({
      problems: [
        expect.objectContaining({
          file: 'configs.json',
          message: expect.stringContaining('pg_restore'),
        }),
        expect.objectContaining({ file: 'benchmark_results.json' }),
      ],
    });
    const other = readInferenceXRelease(folderWith([{ ...config, decode_tp: 'eight' }], [result]));
    expect(other).toEqual({
      problems: [expect.objectContaining({ file: 'configs.json', field: 'decode_tp' })],
    });
  });
});
