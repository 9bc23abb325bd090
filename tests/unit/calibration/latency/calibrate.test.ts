import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  calibrateLatency,
  latencyDifferences,
  withLatencyNumbers,
} from '../../../../src/calibration/latency/calibrate.ts';
import { fitLatency, rowMilliseconds } from '../../../../src/calibration/latency/fit.ts';
import { deviationStatistics } from '../../../../src/calibration/latency/left-out.ts';
import {
  LATENCY_FILE,
  latencyCoefficients,
  readLatency,
} from '../../../../src/calibration/latency/record.ts';
import { readData } from '../../../../src/catalog/read-data.ts';

const root = process.cwd();
const data = readData(root);
const latency = readLatency(root);
const energyFile = data.factors.accelerator;
const coefficients = latencyCoefficients(latency);

/** Long enough for thirteen refits on a busy machine. */
const REFITS_MILLISECONDS = 120_000;

describe('the latency fit', () => {
  test('finds the latencies again that a known model made, as near as the priors let it', () => {
    const made = data.measurements.map((row) => ({
      ...row,
      interTokenLatencyMilliseconds: rowMilliseconds(row, coefficients, energyFile),
    }));
    const found = latencyCoefficients(fitLatency(made, energyFile));
    for (const row of made) {
      const ratio = rowMilliseconds(row, found, energyFile) / row.interTokenLatencyMilliseconds;
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  test('needs a row that counts', () => {
    const spoilt = data.measurements.map((row) => ({ ...row, knownOutlier: true }));
    expect(() => fitLatency(spoilt, energyFile)).toThrow('no measured row is left');
  });

  test('is what the coefficient file holds', { timeout: REFITS_MILLISECONDS }, () => {
    const calibrated = calibrateLatency(data.measurements, energyFile, latency);
    expect(latencyDifferences(latency, calibrated)).toEqual([]);
  });

  test('changes the numbers of the file in their places, and nothing else', () => {
    const text = readFileSync(LATENCY_FILE, 'utf8');
    const changed = { ...latency, leftOut: { ...latency.leftOut, sdLn: 0.5 } };
    expect(latencyDifferences(latency, changed)).toEqual([
      { field: 'leftOut.sdLn', inFile: latency.leftOut.sdLn, fitted: 0.5 },
    ]);
    expect(withLatencyNumbers(text, changed)).toBe(
      text.replace(`sdLn: ${latency.leftOut.sdLn}`, 'sdLn: 0.5'),
    );
  });

  test('tells how much of the time goes with the energy', () => {
    const deviation = (energyLn: number, restLn: number) => ({
      architectureGroup: 'one',
      energyLn,
      latencyLn: 0.5 * energyLn + restLn,
    });
    const statistics = deviationStatistics([
      deviation(0.2, 0.1),
      deviation(0.2, -0.1),
      deviation(-0.2, 0.1),
      deviation(-0.2, -0.1),
    ]);
    expect(statistics.timePerEnergy).toBeCloseTo(0.5, 12);
    expect(statistics.sdLnGivenEnergy).toBeCloseTo(0.1, 12);
    expect(statistics.sdLn).toBeCloseTo(Math.hypot(0.1, 0.1), 12);
  });
});
