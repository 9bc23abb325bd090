import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  readSpeedConditioning,
  SPEED_CONDITIONING_FILE,
} from '../../../../src/calibration/validation/speed-conditioning.ts';

const published = readSpeedConditioning(process.cwd());

describe('the published record of what speeds would do', () => {
  test('bears out that reading them makes ranges narrower by less than a fifth', () => {
    for (const { acceleratorJoules, gramsCO2e } of published.widths) {
      for (const { asPublished, withSpeed } of [acceleratorJoules, gramsCO2e]) {
        expect(withSpeed / asPublished).toBeGreaterThan(0.8);
      }
    }
  });

  test('bears out that knowing the operating point would make them narrower by half', () => {
    for (const { acceleratorJoules, gramsCO2e } of published.widths) {
      for (const { asPublished, operatingPointKnown } of [acceleratorJoules, gramsCO2e]) {
        expect(operatingPointKnown / asPublished).toBeLessThan(0.5);
      }
    }
  });

  test('bears out that under the assumptions speed and energy have little to do with each other', () => {
    expect(Math.abs(published.observedSpeeds.medianEnergyLatencyCorrelation)).toBeLessThan(0.2);
  });

  test('names each state of knowledge once', () => {
    const names = published.validation.map(({ stack, quantization, speed, rows, weighting }) =>
      [stack, quantization, speed, rows, weighting].join(' '),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('where it is missing is named with its path', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'speeds-'));
    expect(() => readSpeedConditioning(empty)).toThrow(SPEED_CONDITIONING_FILE);
  });
});
