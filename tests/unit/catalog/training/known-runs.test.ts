import { describe, expect, test } from 'vitest';
import { readTraining } from '../../../../src/catalog/read-training.ts';
import { knownRuns } from '../../../../src/catalog/training/known-runs.ts';
import { visionFacts } from '../../../../src/catalog/training/vision-facts.ts';
import type { LineageFile } from '../../../../src/catalog/training-lineage.ts';
import { RunRow } from '../../../../src/catalog/training-run.ts';
import { estimateTraining } from '../../../../src/estimation/training/estimate.ts';
import { tokensOfSize } from '../../../../src/estimation/training/tokens-of-size.ts';

const row = (changes: Record<string, string> = {}): RunRow =>
  RunRow.parse({
    id: 'made-1',
    name: 'Made 1',
    makers: 'Maker',
    countries: 'US',
    published: '2024-06-01',
    domains: 'Language',
    access: 'open',
    parameters: '70000000000',
    active_parameters: '',
    data_points: '',
    flop: '1e24',
    flop_from: 'operations',
    confidence: 'confident',
    chip_hours: '',
    hardware: 'NVIDIA H100 SXM5 80GB',
    chips: '',
    wall_hours: '',
    utilisation: '',
    bases: '',
    own_flop: '',
    post_training_flop: '',
    link: '',
    ...changes,
  });

const { accelerators } = readTraining('.').data!;
const lastOf = (
  rows: RunRow[],
  activeParameters = new Map<string, number>(),
  lineage: LineageFile = {},
) => knownRuns({ runs: rows, lineage, statements: {}, accelerators }, activeParameters).at(-1);
const recorded = { how: 'derived' as const, sources: ['table'], note: 'As recorded.' };
const basisOf = (...rows: RunRow[]) => lastOf(rows)?.basis;

describe('what an estimate of a run rests on', () => {
  test('hours before operations, unless the operations could not be done in them', () => {
    expect(basisOf(row({ chip_hours: '2000000' }))?.facts?.chipHours?.median).toBe(2e6);
    const tooFew = lastOf([row({ chip_hours: '20000' })]);
    expect(tooFew?.basis.facts).toMatchObject({
      chipHours: undefined,
      flop: { median: 1e24, sdLn: 0.1 },
    });
    expect(tooFew?.hoursSetAside?.chipHours).toBe(20_000);
    expect(tooFew?.hoursSetAside?.shareOfPeak).toBeCloseTo(1e24 / (9.89e14 * 20_000 * 3600));
  });

  test.each([
    ['the count, which they fit', '1250000', '10', 1.25e6, 1e4],
    ['accelerators x time, where ten times as many are counted', '1.25e7', '1250', 1.25e6, 1.25e7],
    ['the count, where the two are alike', '1250000', '1000', 1.25e6, undefined],
  ])('of hours that contradict each other, those that the operations fit: %s', (...hours) => {
    const [, chip_hours, wall_hours, taken, notTaken] = hours;
    const chips = '1000';
    const known = lastOf([row({ chip_hours, chips, wall_hours })]);
    expect(known?.basis.facts?.chipHours?.median).toBe(taken);
    expect(known?.hoursContradiction?.notTaken.chipHours).toBe(notTaken);
    const unknown = lastOf([row({ chip_hours, chips, wall_hours, flop: '' })]);
    expect(unknown?.basis.facts?.chipHours?.median).toBe(Number(chip_hours));
    expect(unknown?.hoursContradiction).toBeUndefined();
  });

  test.each([
    ['confident', 0.1],
    ['likely', 0.35],
    ['speculative', 0.9],
    ['unknown', 0.35],
  ])('quoted hours are as sure as their row, %s', (confidence, sdLn) => {
    expect(basisOf(row({ chip_hours: '2000000', confidence }))?.facts?.chipHours?.sdLn).toBe(sdLn);
  });

  test.each([
    ['0.4', 0.4, 0.2],
    ['', 0.3, 0.6],
  ])(
    'operations that were computed from hours become hours again, share of peak "%s"',
    (utilisation, share, sdLn) => {
      const facts = basisOf(row({ flop_from: 'hardware', utilisation }))?.facts;
      const estimate = facts && estimateTraining(facts);
      expect(facts?.throughput).toEqual({ median: share, sdLn });
      expect(estimate?.tier).toBe('operations');
      expect(estimate?.chipHours?.central).toBeCloseTo(1e24 / (9.89e14 * share * 3600), 0);
    },
  );

  test('the record of the model that a run made says what works on a token', () => {
    const alone = row({ flop: '', parameters: '120000000000' });
    const known = lastOf([alone], new Map([['made-1', 12e9]]));
    expect(known?.activeParameters).toBe(12e9);
    expect(known?.basis.facts?.size?.activeParameters).toBe(12e9);
    const withTokens = row({ flop: '', data_points: '2e12' });
    expect(lastOf([withTokens], new Map([['made-1', 12e9]]))?.basis.facts?.flop?.median).toBe(
      6 * 12e9 * 2e12,
    );
    const stated = row({ parameters: '120000000000', active_parameters: '9000000000' });
    expect(lastOf([stated], new Map([['made-1', 12e9]]))?.activeParameters).toBe(9e9);
  });

  test('a record of the run says what works on a token where its table does not', () => {
    const withTokens = row({ flop: '', data_points: '2e12' });
    const lineage = { 'made-1': { ...recorded, activeParameters: 9e9 } };
    const known = lastOf([withTokens], new Map([['made-1', 12e9]]), lineage);
    expect(known?.activeParameters).toBe(9e9);
    expect(known?.basis.facts?.flop?.median).toBe(6 * 9e9 * 2e12);
  });

  test('a very large model of which nothing says that it is dense is a mixture, tokens known or not', () => {
    const large = { flop: '', parameters: '600000000000', data_points: '2e12' };
    const flop = basisOf(row(large))?.facts?.flop;
    const size = { totalParameters: 6e11, year: 2024.4 };
    expect(flop?.median).toBe(6 * (tokensOfSize(size)?.activeParameters ?? 0) * 2e12);
    const dense = basisOf(row({ ...large, published: '2023-06-01' }))?.facts?.flop;
    expect(dense?.median).toBe(6 * 6e11 * 2e12);
    expect(flop?.sdLn).toBeGreaterThan(dense?.sdLn ?? Number.NaN);
  });

  test.each([
    ['five tokens of a model of 32 billion parameters', '900000000000', '4700000', '', true],
    ['a thousand passes over its data', '2.4e23', '5.1e9', '', true],
    ['the same, reported by its maker', '2.4e23', '5.1e9', 'reported', false],
    ['a small part of the data of its base', '1.8e21', '1.5e13', 'operations', false],
  ])('operations of a fine-tuning that come to %s', (_, own_flop, data_points, flop_from, none) => {
    const base = row({ id: 'base', name: 'Base', parameters: '32000000000' });
    const tuned = row({
      id: 'tuned',
      name: 'Tuned',
      bases: 'Base',
      parameters: '32000000000',
      flop: '',
      chip_hours: '112',
      own_flop,
      data_points,
      flop_from,
    });
    expect(basisOf(base, tuned)?.none?.because).toBe(none ? 'own-part-contradicted' : undefined);
  });

  test('of a model that starts from another, its own part alone', () => {
    const base = row({ id: 'base', name: 'Base' });
    const tuned = { id: 'tuned', name: 'Tuned', bases: 'Base' };
    expect(basisOf(base, row({ ...tuned, own_flop: '1e21' }))?.facts?.flop?.median).toBe(1e21);
    expect(basisOf(base, row({ ...tuned, flop: '1.5e24' }))?.facts?.flop?.median).toBe(5e23);
    expect(basisOf(base, row(tuned))?.none).toEqual({
      because: 'own-part-unknown',
      startsFrom: ['Base'],
    });
  });

  test('a later release of a run is none of its own', () => {
    const later = row({
      id: 'made-1-2',
      name: 'Made 1.2',
      published: '2024-12-01',
      flop: '1.1e24',
    });
    expect(basisOf(row(), later)?.none).toEqual({ because: 'same-run', as: 'made-1' });
    for (const flop of ['2e24', '2e23']) {
      const other = row({ id: 'made-1-2', name: 'Made 1.2', published: '2024-12-01', flop });
      expect(basisOf(row(), other)?.facts?.flop?.median).toBe(Number(flop));
    }
  });

  test('a second name of a run is none of its own where it is recorded', () => {
    const other = row({ id: 'new-name', name: 'New Name', bases: 'Older', own_flop: '1e23' });
    const earlier = row({ published: '2024-01-01' });
    const release = row({ id: 'made-1-1', name: 'Made 1.1' });
    const lineage = { 'new-name': { ...recorded, sameAs: 'made-1-1' } };
    const basis = lastOf([earlier, release, other], new Map(), lineage)?.basis;
    expect(basis?.none).toEqual({ because: 'same-run', as: 'made-1' });
  });

  test('recorded bases stand for those of the table, and so does what is counted from them', () => {
    const base = row({ id: 'base', name: 'Base' });
    const own = { bases: 'Another', own_flop: '9e23' };
    const tuned = row({ id: 'tuned', name: 'Tuned', flop: '1.5e24', ...own });
    const lineage = { tuned: { ...recorded, startsFrom: ['Base'] } };
    const known = lastOf([base, tuned], new Map(), lineage);
    expect(known?.row?.bases).toEqual(['Base']);
    expect(known?.basis.facts?.flop?.median).toBe(5e23);
    const nothing = row({ id: 'tuned', name: 'Tuned', ...own });
    expect(lastOf([base, nothing], new Map(), lineage)?.basis.none?.because).toBe(
      'own-part-unknown',
    );
  });

  test('recorded operations stand for those of the table, also for what starts from the run', () => {
    const base = row({ id: 'base', name: 'Base', flop: '5e25', flop_from: 'hardware' });
    const lineage = { base: { ...recorded, flop: 5e23 } };
    const known = lastOf([base], new Map(), lineage);
    expect(known?.basis.facts).toMatchObject({ flop: { median: 5e23 }, throughput: undefined });
    expect(known?.recordedFlop).toMatchObject({ ofTable: 5e25, record: { flop: 5e23 } });
    const tuned = row({ id: 'tuned', name: 'Tuned', bases: 'Base', flop: '1.5e24' });
    expect(lastOf([base, tuned], new Map(), lineage)?.basis.facts?.flop?.median).toBe(1e24);
    const own = { ...lineage, tuned: { ...recorded, flop: 9e23 } };
    const whole = row({ id: 'tuned', name: 'Tuned', bases: 'Base', own_flop: '1e21' });
    expect(lastOf([base, whole], new Map(), own)?.basis.facts?.flop?.median).toBe(4e23);
  });

  test('tokens where they are stated, size alone where it says something', () => {
    const alone = { flop: '', hardware: '' };
    expect(basisOf(row({ ...alone, data_points: '2e12' }))?.facts?.flop?.median).toBe(8.4e23);
    expect(basisOf(row(alone))?.facts?.size?.totalParameters).toBe(7e10);
    expect(basisOf(row({ ...alone, published: '2021-06-01' }))?.none?.because).toBe(
      'nothing-stated',
    );
    for (const parameters of ['', '300000000', '174000000000000']) {
      expect(basisOf(row({ ...alone, parameters }))?.none?.because).toBe('nothing-stated');
    }
  });

  test('the grid of several countries is as uncertain as one that is unknown', () => {
    const one = basisOf(row())?.facts?.grid;
    const several = basisOf(row({ countries: 'US;FR' }))?.facts?.grid;
    expect(several?.gramsPerKilowattHour).toBe(one?.gramsPerKilowattHour);
    expect(several?.sdLn).toBeGreaterThan(one?.sdLn ?? Number.POSITIVE_INFINITY);
  });
});

test('nine in ten of what a vision model may have seen lie between the least and the most', () => {
  const spread = (times: number) => {
    const samples = { samples_low: 1e9 / times, samples: 1e9, samples_high: 1e9 * times };
    const row = { id: 'timm/made', parameters: 1e8, macs: 1e10, ...samples };
    return visionFacts(row, accelerators)?.flop?.sdLn ?? Number.NaN;
  };
  const ofSamples = Math.sqrt(spread(4) ** 2 - spread(1) ** 2);
  expect(Math.log(4) / ofSamples).toBeCloseTo(1.645, 2);
});

describe('the runs of the data', () => {
  const { data } = readTraining('.');
  const runs = data === undefined ? [] : knownRuns(data, new Map());
  const estimated = runs.flatMap((run) => {
    const estimate = run.basis.facts && estimateTraining(run.basis.facts);
    return estimate === undefined ? [] : [{ run, estimate }];
  });

  test('most have an estimate', () => {
    expect(runs.length).toBeGreaterThan(1600);
    expect(estimated.length).toBeGreaterThan(1250);
  });

  test('every run with facts has one, and every other a reason', () => {
    expect(runs.filter(({ basis }) => basis.facts !== undefined)).toHaveLength(estimated.length);
  });

  test('whoever states least has the widest ranges', () => {
    const widthOf = (tier: string) => {
      const widths = estimated
        .filter(({ estimate }) => estimate.tier === tier)
        .map(({ estimate: { tonnesCO2e } }) => tonnesCO2e.high / tonnesCO2e.low)
        .toSorted((a, b) => a - b);
      return widths[Math.floor(widths.length / 2)] ?? Number.NaN;
    };
    expect(widthOf('hours')).toBeLessThan(widthOf('operations'));
    expect(widthOf('operations')).toBeLessThan(widthOf('parameters'));
  });

  test('the five that everybody looks for are there, with what their makers state inside', () => {
    const stated = {
      'llama-3-1-405b': 8930,
      'bloom-176b': 24.7,
      'stable-diffusion-ldm-kl-8-g': 11.25,
      'deepseek-v3': undefined,
      'gpt-4': undefined,
    };
    for (const [id, tonnes] of Object.entries(stated)) {
      const found = estimated.find(({ run }) => run.id === id);
      expect(found, id).toBeDefined();
      if (tonnes === undefined || found === undefined) continue;
      expect(found.estimate.tonnesCO2e.low, id).toBeLessThan(tonnes);
      expect(found.estimate.tonnesCO2e.high, id).toBeGreaterThan(tonnes);
    }
  });
});
