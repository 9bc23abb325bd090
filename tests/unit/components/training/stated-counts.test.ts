import { expect, test } from 'vitest';
import { statedCounts } from '../../../../src/components/training/stated-counts.ts';
import { currentTraining } from '../../../../src/release/training.ts';

const run = currentTraining().runs.find(({ statements }) => statements.length > 0)!;
const [key, statement] = run.statements[0]!;
/** A run of which nothing is stated but this. */
const only = (statedBy: 'maker' | 'others') => ({
  row: undefined,
  accelerator: { ...run.accelerator, stated: false },
  statements: [
    [key, { ...statement, statedBy, acceleratorHours: 9, megawattHours: 8, tonnesCO2e: 7 }],
  ] as const,
});
const countsOf = (statedBy: 'maker' | 'others') =>
  Object.fromEntries(statedCounts([only(statedBy)]));

test('what a maker states of a run is counted, and what others estimate of it is not', () => {
  expect(countsOf('maker')).toMatchObject({
    Parameters: 0,
    Accelerator: 0,
    'Accelerator hours': 1,
    'Electricity, MWh': 1,
    'Emissions, tonnes': 1,
  });
  expect(new Set(Object.values(countsOf('others')))).toEqual(new Set([0]));
});

test('operations that the maker reports are counted apart from those that the table’s authors computed', () => {
  const ofOperations = (flop_from: string[], flop: number | undefined) => {
    const row = {
      ...currentTraining().runs.find((one) => one.row !== undefined)!.row!,
      flop,
      flop_from,
    };
    return statedCounts([{ ...only('others'), row }])
      .filter(([what]) => what.startsWith('Operations'))
      .map(([, count]) => count);
  };
  expect(ofOperations(['reported', 'operations'], 1e24)).toEqual([1, 0]);
  expect(ofOperations(['operations'], 1e24)).toEqual([0, 1]);
  expect(ofOperations([], undefined)).toEqual([0, 0]);
});
