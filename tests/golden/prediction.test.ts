import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { deploymentPredictor } from '../../src/calibration/prediction/deployment.ts';
import { predictAll } from '../../src/calibration/prediction/predict.ts';
import { readPredictionRecord } from '../../src/calibration/prediction/record.ts';
import { missingForRun, predictRun } from '../../src/calibration/prediction/run.ts';
import { methodOf } from '../../src/catalog/method.ts';
import { readData } from '../../src/catalog/read-data.ts';

interface GoldenRow {
  configuration: string;
  lowJoules: string;
  centralJoules: string;
  highJoules: string;
}

const { factors } = readData(process.cwd());
const method = methodOf(factors);

function golden(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

describe('npm run predict', () => {
  test('predicts outside records as an independent implementation does, within 0.5 %', () => {
    const records: unknown[] = JSON.parse(golden('prediction-inputs.json'));
    const { joulesByConfiguration, problems, configurationsByNote } = predictAll(records, {
      predict: (record) =>
        predictRun(record, { accelerator: factors.accelerator, serving: method.serving }),
      missing: missingForRun,
    });
    expect(problems).toEqual([]);
    expect([...configurationsByNote.keys()]).toEqual([]);
    const expected = new Map(
      Papa.parse<GoldenRow>(golden('calibration-predictions.csv'), {
        header: true,
        skipEmptyLines: true,
      }).data.map((row) => [row.configuration, row]),
    );
    expect(joulesByConfiguration.size).toBe(records.length);
    for (const [configuration, { low, central, high }] of joulesByConfiguration) {
      const row = expected.get(configuration)!;
      expect(Math.abs(low / Number(row.lowJoules) - 1)).toBeLessThan(0.005);
      expect(Math.abs(central / Number(row.centralJoules) - 1)).toBeLessThan(0.005);
      expect(Math.abs(high / Number(row.highJoules) - 1)).toBeLessThan(0.005);
    }
  });
});

describe('npm run predict -- --deployment', () => {
  /** Three significant digits of an independent implementation, of the same draws. */
  test.each([
    {
      name: 'a dense model of 70.6 billion parameters, architecture given, 16 bits',
      record: {
        total_b: 70.6,
        active_b: 70.6,
        moe: 0,
        hybrid: 0,
        bits: 16,
        L: 80,
        La: 80,
        Lw: 0,
        kvdim: 2048,
      },
      expected: { low: 0.167, central: 0.556, high: 2.17 },
    },
    {
      name: 'a mixture of 235 billion, 22 active, nothing else known',
      record: { total_b: 235, active_b: 22, moe: 1 },
      expected: { low: 0.206, central: 0.726, high: 3.19 },
    },
    {
      name: 'a dense model of 8 billion, 8 bits, architecture not given',
      record: { total_b: 8, active_b: 8, moe: 0, bits: 8 },
      expected: { low: 0.0195, central: 0.0744, high: 0.311 },
    },
  ])('gives the published range of $name, within 1 %', ({ record, expected }) => {
    const read = readPredictionRecord({ config_id: 'x', ...record }, 0);
    const { joules } = deploymentPredictor(method)(read.record!);
    expect(Math.abs(joules.low / expected.low - 1)).toBeLessThan(0.01);
    expect(Math.abs(joules.central / expected.central - 1)).toBeLessThan(0.01);
    expect(Math.abs(joules.high / expected.high - 1)).toBeLessThan(0.01);
  });
});
