import { describe, expect, test } from 'vitest';
import { matchAccelerator } from '../../../../src/calibration/prediction/foreign-accelerators.ts';

describe('an accelerator by name', () => {
  test.each([
    ['H100', 'H100'],
    ['NVIDIA H100 80GB HBM3', 'H100'],
    ['B200', 'B200'],
    ['nvidia-b200-sxm', 'B200'],
    ['h200', 'H200'],
    ['GB200 NVL72', 'GB200'],
    ['gb300', 'GB300'],
    ['AMD MI355X', 'MI355X'],
  ])('%s has coefficients of its own', (name, accelerator) => {
    expect(matchAccelerator(name)).toEqual({ accelerator, foreign: false });
  });

  test.each([
    ['GH200', 'H100'],
    ['H20', 'H100'],
    ['B100', 'B200'],
    ['MI350X', 'MI355X'],
  ])('%s is of the silicon of %s, and says so', (name, accelerator) => {
    const match = matchAccelerator(name);
    expect(match).toMatchObject({ accelerator, foreign: false });
    expect(match.note).toContain(name);
  });

  test.each([
    ['A100-SXM4-80GB', 'H100'],
    ['L40S', 'H100'],
    ['TPU v6e', 'B200'],
    ['V100', 'H100'],
    ['MI250X', 'MI300X'],
    ['MI455X', 'MI355X'],
    ['Abacus 9', 'H100'],
  ])(
    '%s borrows the coefficients of %s, and says so and that the range is wider',
    (name, accelerator) => {
      const match = matchAccelerator(name);
      expect(match).toMatchObject({ accelerator, foreign: true });
      expect(match.note).toContain(name);
      expect(match.note).toContain('wider range');
    },
  );

  test('that is missing is taken as H100 and says so', () => {
    expect(matchAccelerator(undefined).note).toContain('no gpu given');
  });
});
