import { expect, test } from 'vitest';
import {
  leftOutRows,
  maskedRows,
  peerRows,
  pricedRows,
} from '../../../src/components/methodology/validation/score-rows.ts';
import type { CurrentValidation } from '../../../src/release/current-validation.ts';

/** Scores that say whose they are, in place of figures. */
const both = (of: string) => ({
  groupsEqual: `${of}, groups equal`,
  rowsEqual: `${of}, rows equal`,
});
const report = {
  inSample: both('all'),
  leaveOneGroupOut: { overall: both('without group') },
  leaveOneFamilyOut: { overall: both('without family') },
  masking: (['1', '2a', '2b', '3'] as const).flatMap((tier) =>
    (['known', 'drawn'] as const).map((operatingPoint) => ({
      tier,
      operatingPoint,
      figures: both(`tier ${tier} ${operatingPoint}`),
    })),
  ),
  peer: { atTrueConfiguration: both('peer told'), atItsDefaults: both('peer by default') },
  price: { overall: both('price'), measuredTier: 'price, measured' },
} as unknown as CurrentValidation;

test('each line of an error table has the scores that its label names', () => {
  const lines = [leftOutRows, maskedRows, peerRows, pricedRows].map((rowsOf) =>
    rowsOf(report).map(({ label, figures }) => [label, figures]),
  );
  expect(lines).toEqual([
    [
      ['Fitted on all (not a test); architectures weighted equally', 'all, groups equal'],
      ['Fitted on all (not a test); rows weighted equally', 'all, rows equal'],
      ['Its architecture left out; architectures weighted equally', 'without group, groups equal'],
      ['Its architecture left out; rows weighted equally', 'without group, rows equal'],
      ['Its whole family left out; architectures weighted equally', 'without family, groups equal'],
      ['Its whole family left out; rows weighted equally', 'without family, rows equal'],
    ],
    [
      ['1, own measurements', '1'],
      ['2a, architecture', '2a'],
      ['2b, parameters alone', '2b'],
      ['3, list price alone', '3'],
    ].flatMap(([words, tier]) => [
      [`Tier ${words}; load and hardware known`, `tier ${tier} known, groups equal`],
      [
        `Tier ${words}; load and hardware sampled, as published`,
        `tier ${tier} drawn, groups equal`,
      ],
    ]),
    [
      ['Ours, architecture left out', 'without group, groups equal'],
      ['EcoLogits, told load and accelerators', 'peer told, groups equal'],
      ['EcoLogits, with its defaults', 'peer by default, groups equal'],
    ],
    [
      ['Models weighted equally', 'price, rows equal'],
      ['Makers weighted equally', 'price, groups equal'],
      ['Models that were measured', 'price, measured'],
    ],
  ]);
});

test('prices have no line for measured models where there are none', () => {
  const price = report.price && { ...report.price, measuredTier: null };
  expect(pricedRows({ ...report, price })).toHaveLength(2);
  expect(pricedRows({ ...report, price: null })).toEqual([]);
});
