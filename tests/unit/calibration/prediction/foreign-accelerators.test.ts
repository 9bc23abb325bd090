import { describe, expect, test } from 'vitest';
import { matchAccelerator } from '../../../../src/calibration/prediction/foreign-accelerators.ts';

describe('an accelerator by name', () => {
  test.each([
    ['H100', 'H100'],
    ['NVIDIA H100 80GB HBM3', 'H100'],
    ['B200', 'B200'],
    ['nvidia-b200-sxm', 'B200'],
  ])('%s has coefficients of its own', (name, accelerator) => {
    expect(matchAccelerator(name)).toEqual({ accelerator });
  });

  test.each([
    ['A100-SXM4-80GB', 'H100'],
    ['H200', 'H100'],
    ['GH200', 'H100'],
    ['H20', 'H100'],
    ['L40S', 'H100'],
    ['MI300X', 'H100'],
    ['GB200', 'B200'],
    ['B300', 'B200'],
    ['MI355X', 'B200'],
    ['TPU v6e', 'B200'],
    ['V100', 'H100'],
  ])('%s borrows those of %s and says so', (name, accelerator) => {
    const match = matchAccelerator(name);
    expect(match.accelerator).toBe(accelerator);
    expect(match.note).toContain(name);
  });

  test('that nobody has heard of, or that is missing, is taken as H100 and says so', () => {
    expect(matchAccelerator('Abacus 9')).toEqual({
      accelerator: 'H100',
      note: 'Abacus 9 is not known: taken as H100',
    });
    expect(matchAccelerator(undefined).note).toContain('no gpu given');
  });
});
