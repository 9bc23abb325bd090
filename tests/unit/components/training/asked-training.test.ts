import { expect, test } from 'vitest';
import {
  type AskedTraining,
  amortised,
  documentationText,
  estimateAsked,
  hubCardText,
} from '../../../../src/components/training/asked-training.ts';
import type { TrainingEstimate } from '../../../../src/estimation/training/estimate.ts';

const asked: AskedTraining = {
  accelerator: {
    name: 'H100',
    peakFlopPerSecond: 9.89e14,
    boardWatts: 700,
    class: 'hopper-and-later',
  },
  place: { name: 'United States', gramsPerKilowattHour: 384, sdLn: 0.35 },
};

function held(estimate: TrainingEstimate | undefined): TrainingEstimate {
  if (estimate === undefined) throw new Error('nothing was estimated');
  return estimate;
}

test('the strongest that is said counts, and the less is known, the wider the range', () => {
  const plan = { ...asked, activeParameters: 8e9, tokens: 15e12 };
  const known = { ...plan, chipHours: 1.46e6 };
  const metered = { ...known, megawattHours: 1800 };
  expect(held(estimateAsked(plan)).tier).toBe('operations');
  expect(held(estimateAsked(known)).tier).toBe('hours');
  expect(held(estimateAsked(metered)).megawattHours.central).toBeCloseTo(1800 * 1.2);
  const widths = [metered, known, plan].map((one) => {
    const { low, high } = held(estimateAsked(one)).tonnesCO2e;
    return high / low;
  });
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  expect(estimateAsked(asked)).toBeUndefined();
});

test('a card says grams, the range and the place; the form says MWh and FLOP', () => {
  const plan = { ...asked, flop: 1e24 };
  const estimate = held(estimateAsked(plan));
  const card = hubCardText(plan, estimate);
  const grams = Number(/emissions: (\d+)/.exec(card)?.[1]);
  expect(grams / (estimate.tonnesCO2e.central * 1e6)).toBeCloseTo(1, 1);
  expect(card).toMatch(/nine in ten between .* final run/);
  expect(card).toContain('geographical_location: "United States"');
  expect(documentationText(plan, estimate)).toMatch(/1\.0e\+24 FLOP[\s\S]*MWh \(.*–.*\)/);
});

test('a card has the two digits that the page shows', () => {
  const estimate = held(estimateAsked({ ...asked, flop: 1e24 }));
  const tonnesCO2e = { ...estimate.tonnesCO2e, central: 124.958 };
  expect(hubCardText(asked, { ...estimate, tonnesCO2e })).toContain('  emissions: 130000000\n');
});

test('the form says what was entered, not where the runs of the table have theirs from', () => {
  const entered = [
    [{ megawattHours: 1800, chipHours: 1e6 }, 'electricity of the servers'],
    [{ chipHours: 1e6, flop: 1e24 }, 'hours of the accelerators'],
    [{ flop: 1e24 }, 'floating-point operations'],
    [{ activeParameters: 1e10, tokens: 1e12 }, 'active parameters and the training tokens'],
  ] as const;
  for (const [one, basis] of entered) {
    const run = { ...asked, ...one };
    const text = documentationText(run, held(estimateAsked(run)));
    expect(text).toContain(`Measurement methodology: estimated from the ${basis}, as entered;`);
    expect(text).not.toContain('Epoch');
    // What was entered stands as it is, what was computed with its range.
    expect(text).toMatch(
      'chipHours' in one
        ? /^Training time: [\d\u202f]+ hours of H100, all added up/
        : /^Training time: [\d\u202f]+ \(.+–.+\) hours of H100, estimated, all added up/,
    );
  }
});

test('shared out over a life that the reader states: tonnes over tokens', () => {
  const estimate = held(estimateAsked({ ...asked, chipHours: 1e6 }));
  expect(amortised(estimate, 1e12).central).toBeCloseTo((estimate.tonnesCO2e.central * 1e6) / 1e9);
});
