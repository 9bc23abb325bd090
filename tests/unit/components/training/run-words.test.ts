import { describe, expect, test } from 'vitest';
import {
  asMakersCountText,
  basisText,
  factorWords,
  knownFacts,
  scientific,
  varianceParts,
} from '../../../../src/components/training/run-words.ts';
import { currentTraining } from '../../../../src/release/training.ts';
import { percentText } from '../../../../src/text/numbers.ts';

const { runs } = currentTraining();

describe('what a training run rests on', () => {
  test('is said to be stated by its maker only where a statement of the maker is recorded', () => {
    const hours = runs.filter(({ facility }) => facility.tier === 'hours');
    const byMaker = hours.filter((run) => basisText(run).includes('as its maker states them'));
    const unstated = byMaker.filter(
      ({ statements }) =>
        !statements.some(
          ([, one]) =>
            one.statedBy === 'maker' &&
            (one.acceleratorHours !== undefined || one.megawattHours !== undefined),
        ),
    );
    expect(unstated.map(({ id }) => id)).toEqual([]);
    expect(byMaker.length).toBeGreaterThan(0);
    expect(byMaker.length).toBeLessThan(hours.length);
    for (const run of runs.filter((one) => !byMaker.includes(one))) {
      expect(basisText(run), run.id).toMatch(/Epoch AI|only the size/);
    }
  });

  test('is said to be reported, or to be quoted, only where the table says so', () => {
    for (const run of runs) {
      const { row, facility, basis } = run;
      const text = basisText(run);
      const isComputed = row?.flop === undefined && row?.own_flop === undefined;
      if (text.includes('quotes')) expect(basis.facts?.chipHours, run.id).toBeDefined();
      if (text.includes('reports')) expect(row?.flop_from, run.id).toContain('reported');
      if (facility.tier !== 'operations') continue;
      expect(text.startsWith('size and tokens'), run.id).toBe(isComputed);
      const isRecorded = run.recordedFlop !== undefined;
      expect(text.includes('this index records'), run.id).toBe(isRecorded);
      const isTurnedBack = basis.facts?.throughput !== undefined;
      const isGiven = run.hoursSetAside !== undefined;
      expect(text.includes('it does not give'), run.id).toBe(isTurnedBack && !isGiven);
      expect(text.includes('other hours than it gives'), run.id).toBe(isTurnedBack && isGiven);
    }
  });

  test('tells of hours in its row that are not used', () => {
    for (const run of runs) {
      const line = knownFacts(run).find(([name]) => name === 'Hours not used');
      expect(line !== undefined, run.id).toBe(run.hoursSetAside !== undefined);
      if (line === undefined) continue;
      expect(run.basis.facts?.chipHours, run.id).toBeUndefined();
      const { chipHours } = run.hoursSetAside!;
      const possible = run.accelerator.peakFlopPerSecond * 3600 * chipHours;
      // The operations of the run itself, which a median of the facts is where it has any.
      const share = run.basis.facts!.flop!.median / possible;
      expect(line[1], run.id).toContain(
        ` be ${percentText(share)} of the peak of ${run.accelerator.name}`,
      );
      const areDays = run.accelerator.stated && share / 24 > 0.2 && share / 24 < 0.6;
      expect(line[1].includes('may be days'), run.id).toBe(areDays);
    }
  });

  test('tells of two counts of hours which is taken, and why', () => {
    for (const run of runs) {
      const line = new Map(knownFacts(run)).get('Other hours of its row');
      expect(line !== undefined, run.id).toBe(run.hoursContradiction !== undefined);
      if (run.hoursContradiction === undefined) continue;
      const { taken, notTaken } = run.hoursContradiction;
      expect(run.facility.chipHours?.central, run.id).toBeCloseTo(taken.chipHours);
      expect(line, run.id).toContain(` ${scientific(notTaken.chipHours)}. In these,`);
      expect(line, run.id).toContain(`in those taken ${percentText(taken.shareOfPeak)},`);
    }
  });

  test('says of recorded operations why, and what the table has', () => {
    const recorded = runs.filter(({ recordedFlop }) => recordedFlop !== undefined);
    for (const run of recorded) {
      const text = new Map(knownFacts(run)).get('Operations of the whole model');
      const { ofTable, record } = run.recordedFlop!;
      expect(text).toContain(`${scientific(record.flop!)} FLOP, by this index’s record`);
      expect(text).toContain(record.note);
      if (ofTable !== undefined) expect(text).toContain(`${scientific(ofTable)}, not used`);
    }
  });

  test('says of active parameters that are not in its row that they are of the model’s record', () => {
    for (const run of runs) {
      const active = knownFacts(run).find(([name]) => name === 'Active for one token')?.[1];
      const stated = run.row?.active_parameters;
      expect(active !== undefined, run.id).toBe(run.activeParameters !== undefined);
      expect(active?.includes('record of the model') ?? false, run.id).toBe(
        active !== undefined && stated === undefined,
      );
    }
  });

  test('the unknown of stated electricity is what it leaves out, and no hour of an accelerator', () => {
    for (const run of runs) {
      const isStated = run.basis.facts?.energy !== undefined;
      const [unknown] = factorWords('energy', run);
      expect(unknown.includes('stated electricity'), run.id).toBe(isStated);
      expect(asMakersCountText(run).includes('stated electricity'), run.id).toBe(isStated);
    }
  });

  test('names the hardware that a row states, whether it has a data sheet here or not', () => {
    const many = runs.filter(({ row, accelerator }) => {
      const named = row?.hardware.length ?? 0;
      return named > 1 || (named > 0 && !accelerator.stated);
    });
    for (const run of many) {
      const text = new Map(knownFacts(run)).get('Accelerator');
      for (const name of run.row?.hardware ?? []) expect(text).toContain(name);
    }
  });
});

test('unknowns have their shares of the variance, the largest first', () => {
  const parts = varianceParts([
    { of: 'grid', sdLn: 0.3 },
    { of: 'hours', sdLn: 0.4 },
    { of: 'accelerator', sdLn: 0 },
  ]);
  expect(parts.map(({ of }) => of)).toEqual(['hours', 'grid']);
  for (const [at, share] of [0.64, 0.36].entries()) expect(parts[at]?.share).toBeCloseTo(share);
});

test.each([
  [true, 'where it was trained'],
  [false, 'where the maker is'],
])('the grid is said to be that of the country %s', (countryStated, said) => {
  const [run] = runs;
  const grid = new Map(knownFacts({ ...run!, country: 'FR', countryStated })).get('Grid');
  expect(grid).toMatch(new RegExp(`mean of France, ${said}$`));
});

test.each([
  [1e23, '1.0 × 10²³'],
  [9.96e23, '1.0 × 10²⁴'],
  [3.84e25, '3.8 × 10²⁵'],
  [999_999.9, '1\u202f000\u202f000'],
])('%d is %s', (value, text) => expect(scientific(value)).toBe(text));
