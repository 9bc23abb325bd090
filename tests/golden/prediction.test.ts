import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { deploymentPredictor } from '../../src/calibration/prediction/deployment.ts';
import { predictAll } from '../../src/calibration/prediction/predict-all.ts';
import { readPredictionRecord } from '../../src/calibration/prediction/record.ts';
import { recordKnowledge } from '../../src/calibration/prediction/record-knowledge.ts';
import { missingForRun, predictRun } from '../../src/calibration/prediction/run.ts';
import { methodOf } from '../../src/catalog/method-of-factors.ts';
import { readData } from '../../src/catalog/read-data.ts';
import { createEstimator } from '../../src/estimation/estimate.ts';
import { place } from '../unit/estimation/method-under-test.ts';
import { method1File } from './method-1-file.ts';

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
  test('given the coefficients of method 1, predicts outside records as an independent implementation does, within 0.5 %', () => {
    const records: unknown[] = JSON.parse(golden('prediction-inputs.json'));
    const { joulesByConfiguration, problems, configurationsByNote } = predictAll(records, {
      predict: (record) =>
        predictRun(record, {
          accelerator: method1File(factors.accelerator),
          serving: method.serving,
        }),
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
    },
    {
      name: 'a mixture of 235 billion, 22 active, nothing else known',
      record: { total_b: 235, active_b: 22, moe: 1 },
    },
    {
      name: 'a dense model of 8 billion, 8 bits, architecture not given',
      record: { total_b: 8, active_b: 8, moe: 0, bits: 8 },
    },
  ])(
    'gives the range that would be published of $name, on one host of which nothing more is known',
    ({ record }) => {
      const read = readPredictionRecord({ config_id: 'x', ...record }, 0);
      const { joules } = deploymentPredictor(method)(read.record!);
      const { size, architecture } = recordKnowledge(read.record!);
      const published = createEstimator(method)({
        drawnAs: 'x',
        model: {
          tier: architecture === undefined ? 'parameters' : 'architecture',
          active: size.activeBillions,
          total: size.totalBillions,
          mixtureOfExperts: size.mixtureOfExperts,
          architecture,
          precision: {},
        },
        endpoints: [{ share: 1, place, servedBits: record.bits }],
      });
      expect(joules).toEqual(published.perThousandOutputTokens.acceleratorJoulesPerToken);
    },
  );
});
