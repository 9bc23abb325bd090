import { beforeAll, describe, expect, test } from 'vitest';
import { readLatency } from '../../../../src/calibration/latency/record.ts';
import { readSpeedConditioning } from '../../../../src/calibration/latency/speed-conditioning.ts';
import { validationRows } from '../../../../src/calibration/latency/speed-report.ts';
import {
  type LatencyValidation,
  validateLatencyConditioning,
} from '../../../../src/calibration/latency/validation.ts';
import { readData } from '../../../../src/catalog/read-data.ts';

const root = process.cwd();
const data = readData(root);
const latency = readLatency(root);

/** Long enough for thirteen refits on a busy machine. */
const REFITS_MILLISECONDS = 120_000;

describe('validation of the speed', () => {
  let validation: LatencyValidation;
  beforeAll(() => {
    validation = validateLatencyConditioning({ ...data, latency });
  }, REFITS_MILLISECONDS);

  test('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(validation))).toEqual(validation);
  });

  test('scores every row in every state of knowledge', () => {
    const counted = data.measurements.filter(({ knownOutlier }) => !knownOutlier).length;
    expect(validation.rows).toBe(counted);
    for (const { figures, usualBatchFigures } of validation.scores) {
      expect(figures.rowsEqual.rows).toBe(counted);
      expect(usualBatchFigures.rowsEqual.rows).toBeLessThan(counted);
    }
  });

  test('finds nine of ten rows inside the range where the batch is one that is expected', () => {
    for (const { usualBatchFigures } of validation.scores) {
      expect(usualBatchFigures.groupsEqual.insideRangeShare).toBeGreaterThan(0.85);
    }
  });

  test('is what the published record holds (if not: npm run calibrate:latency)', () => {
    const published = readSpeedConditioning(root);
    expect(published.measuredRows).toBe(validation.rows);
    const fresh = validationRows(validation);
    expect(published.validation).toHaveLength(fresh.length);
    for (const [index, row] of fresh.entries()) {
      const { medianHighOverLow, coverageShare, ...named } = published.validation[index]!;
      expect(row).toMatchObject(named);
      expect(row.medianHighOverLow / medianHighOverLow).toBeCloseTo(1, 2);
      expect(row.coverageShare).toBeCloseTo(coverageShare, 2);
    }
  });
});
