import { describe, expect, test } from 'vitest';
import {
  countedText,
  hoursText,
  tonnesText,
} from '../../../../src/components/training/statement-words.ts';

describe('a statement about training', () => {
  test.each([
    [539, '539'],
    [999.5, '999.5'],
    [11_390.4, '11\u202f390'],
    [{ low: 30, high: 21_000 }, '30–21\u202f000'],
  ])('stands as printed: %o', (tonnesCO2e, text) => {
    expect(tonnesText({ tonnesCO2e })).toBe(text);
  });

  test.each([
    ['final-runs', 'location-based', 'maker', 'final runs, location-based'],
    ['development', 'market-based', 'maker', 'all of development, market-based'],
    [
      'training-and-use',
      'unstated',
      'others',
      'training and use, accounting unstated, estimated by others',
    ],
  ] as const)('says what it counts: %s, %s, %s', (counts, accounting, statedBy, text) => {
    expect(countedText({ counts, accounting, statedBy })).toBe(text);
  });

  test('gives hours in thousands, of the accelerator where it is known', () => {
    expect(hoursText({ acceleratorHours: 12_345_678, accelerator: 'H100' })).toBe(
      '12\u202f346 thousand H100',
    );
    expect(hoursText({ acceleratorHours: 1500 })).toBe('2 thousand ');
    expect(hoursText({})).toBe('–');
  });
});
