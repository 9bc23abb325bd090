import { describe, expect, test } from 'vitest';
import { validate } from '../../src/calibration/validation/validate.ts';
import { readData } from '../../src/catalog/read-data.ts';

const root = process.cwd();
const data = readData(root);
const report = validate({ ...data, estimates: new Map() });

describe('a model that the fit has never seen, at a known serving configuration', () => {
  const { groupsEqual } = report.leaveOneGroupOut.overall;

  test('is predicted with a median error of at most 15 %, nine in ten within 40 %', () => {
    expect(groupsEqual.medianRelativeErrorShare).toBeLessThanOrEqual(0.15);
    expect(groupsEqual.p90RelativeErrorShare).toBeLessThanOrEqual(0.4);
  });

  test('is within a factor of two in at least 97 % of its measurements', () => {
    expect(groupsEqual.withinFactorTwoShare).toBeGreaterThanOrEqual(0.97);
  });

  test('lies in its 90 % range about as often as the range says', () => {
    expect(groupsEqual.insideRangeShare).toBeGreaterThanOrEqual(0.85);
    expect(groupsEqual.insideRangeShare).toBeLessThanOrEqual(0.97);
  });
});

describe('the validation report', () => {
  test('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('shows every measured row, inside a range of its own', () => {
    expect(report.scatter).toHaveLength(data.measurements.length);
    for (const row of report.scatter) {
      expect(row.groupLeftOutLowJoules).toBeLessThan(row.groupLeftOutJoules);
      expect(row.groupLeftOutHighJoules).toBeGreaterThan(row.groupLeftOutJoules);
    }
  });

  test('scores every group and every family by itself', () => {
    const rowsOf = (each: { figures: { rows: number } }[]) =>
      each.reduce((sum, { figures }) => sum + figures.rows, 0);
    expect(report.leaveOneGroupOut.each).toHaveLength(report.architectureGroups);
    expect(report.leaveOneFamilyOut.each).toHaveLength(report.architectureFamilies);
    expect(rowsOf(report.leaveOneGroupOut.each)).toBe(data.measurements.length);
    expect(rowsOf(report.leaveOneFamilyOut.each)).toBe(data.measurements.length);
  });

  describe('shows that knowing less of a model', () => {
    const tiers = (operatingPoint: string) =>
      report.masking
        .filter((masked) => masked.operatingPoint === operatingPoint)
        .map(({ tier, figures }) => ({ tier, ...figures.groupsEqual }));

    test('widens the range, at a known operating point and at a drawn one', () => {
      for (const operatingPoint of ['known', 'drawn']) {
        const widths = tiers(operatingPoint).map(
          ({ medianRangeHighOverLow }) => medianRangeHighOverLow!,
        );
        expect(widths).toHaveLength(3);
        expect(widths).toEqual(widths.toSorted((one, other) => one - other));
      }
      expect(tiers('drawn').map(({ tier }) => tier)).toEqual(['2a', '2b', '3']);
    });

    test('makes errors larger, at a known operating point', () => {
      const errors = tiers('known').map((figures) => figures.medianRelativeErrorShare);
      expect(tiers('known').map(({ tier }) => tier)).toEqual(['1', '2a', '2b']);
      expect(errors).toEqual(errors.toSorted((one, other) => one - other));
    });
  });

  test('finds the fit closer to its measurements than the peer formula, told the same', () => {
    const ours = report.leaveOneGroupOut.overall.rowsEqual;
    const peers = report.peer.atTrueConfiguration.rowsEqual;
    expect(peers.medianRelativeErrorShare).toBeCloseTo(0.508, 2);
    expect(peers.withinFactorTwoShare).toBeCloseTo(0.585, 2);
    expect(ours.medianRelativeErrorShare).toBeLessThan(peers.medianRelativeErrorShare);
  });

  test('names every disclosure that cannot be compared, with the reason', () => {
    expect(report.disclosures.comparisons).toEqual([]);
    expect(new Set(report.disclosures.notCompared.map(({ id }) => id))).toEqual(
      new Set(Object.keys(data.disclosures)),
    );
    for (const { reason } of report.disclosures.notCompared) expect(reason).not.toBe('');
  });
});
