import { describe, expect, test } from 'vitest';
import {
  peerAcceleratorCount,
  peerJoulesPerOutputToken,
} from '../../../../src/calibration/validation/peer-formula.ts';

describe('the peer formula', () => {
  test('gives energy of all accelerators per output token', () => {
    // 3600 x 8 x (1.16653e-6 x exp(-0.0112059 x 64) x 70 + 4.05293e-5)
    expect(peerJoulesPerOutputToken(70, 64, 8)).toBeCloseTo(2.3151, 3);
  });

  test.each([
    [8, 1],
    [70, 4],
    [405, 16],
  ])('counts accelerators in powers of two: %s billion parameters need %s', (billions, count) => {
    expect(peerAcceleratorCount(billions)).toBe(count);
  });
});
