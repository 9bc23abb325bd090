import { describe, expect, test } from 'vitest';
import type { TrainingScores } from '../../../../src/calibration/training/scores.ts';
import { turnedBackCoverage } from '../../../../src/calibration/training/turned-back.ts';
import { validateTraining } from '../../../../src/calibration/training/validate-training.ts';
import { readTraining } from '../../../../src/catalog/read-training.ts';
import { knownRuns } from '../../../../src/catalog/training/known-runs.ts';

const { data } = readTraining('.');
if (data === undefined) throw new Error('data/training does not hold');
const validation = validateTraining(knownRuns(data, new Map()), data.paper);

function held(scores: TrainingScores | undefined): TrainingScores {
  if (scores === undefined) throw new Error('nothing to compare with');
  return scores;
}

describe('training estimates against what makers print', () => {
  // Wide enough to be honest, narrow enough to be of use; widths to one digit.
  test.each([
    ['hours', 5, 25],
    ['operations', 9, 20],
    ['parameters', 90, 15],
  ] as const)('with %s known: nine in ten inside, P95 over P5 at most %i', (tier, width, least) => {
    const { count, inside, medianWidth } = held(validation.byTier[tier].all);
    expect(count).toBeGreaterThanOrEqual(least);
    expect(inside).toBeGreaterThanOrEqual(0.85);
    expect(Number(medianWidth.toPrecision(1))).toBeLessThanOrEqual(width);
  });

  test('the maker of most figures does not make the result', () => {
    const { all, others } = validation.byTier.hours;
    expect(held(others).count).toBeGreaterThanOrEqual(10);
    expect(held(others).count).toBeLessThan(held(all).count);
    expect(held(others).inside).toBeGreaterThanOrEqual(0.8);
    expect(held(others).medianRelativeError).toBeGreaterThan(held(all).medianRelativeError);
  });

  test('more often within a factor of two than the paper’s own ways on the same rows', () => {
    const paper = new Map(validation.paper.map(({ way, scores }) => [way, held(scores)]));
    const { hours, operations, parameters } = validation.byTier;
    expect(held(hours.all).withinFactorTwo).toBeGreaterThan(
      paper.get('fromHours')?.withinFactorTwo ?? 1,
    );
    expect(held(operations.all).withinFactorTwo).toBeGreaterThan(
      Math.max(
        paper.get('fromOperations')?.withinFactorTwo ?? 1,
        paper.get('regressionOnOperations')?.withinFactorTwo ?? 1,
      ),
    );
    expect(held(parameters.all).withinFactorTwo).toBeGreaterThan(
      paper.get('regressionOnParameters')?.withinFactorTwo ?? 1,
    );
  });

  test('no printed figure in doubt or by contracts is compared', () => {
    for (const { statement } of validation.printed) {
      expect(statement.doubt).toBeUndefined();
      expect(statement.accounting).not.toBe('market-based');
    }
  });
});

describe('training estimates against what Epoch AI’s table quotes', () => {
  test('hours that are hidden lie within the ranges from operations', () => {
    const { count, inside, withinFactorTwo } = held(validation.maskedHours);
    expect(count).toBeGreaterThanOrEqual(70);
    expect(inside).toBeGreaterThanOrEqual(0.85);
    expect(withinFactorTwo).toBeGreaterThanOrEqual(0.74);
  });

  test('operations that are hidden are told by size to a factor of three in most cases', () => {
    const { count, inside, withinFactorThree } = held(validation.maskedOperations);
    expect(count).toBeGreaterThanOrEqual(300);
    expect(inside).toBeGreaterThanOrEqual(0.8);
    expect(withinFactorThree).toBeGreaterThanOrEqual(0.6);
  });
});

test('hours turned back from operations lie in their ranges nearly as often as the ranges say', () => {
  const { runs, inside } = turnedBackCoverage(knownRuns(data, new Map()));
  expect(runs).toBeGreaterThan(100);
  expect(inside).toBeGreaterThan(0.85);
  expect(inside).toBeLessThan(0.95);
});
