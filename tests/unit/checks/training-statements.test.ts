import { describe, expect, test } from 'vitest';
import { trainingStatementsAgree } from '../../../src/catalog/checks/training-statements.ts';
import { readTraining } from '../../../src/catalog/read-training.ts';
import type { TrainingStatement } from '../../../src/catalog/training-statement.ts';

const { data: training } = readTraining('.');
if (training === undefined) throw new Error('data/training does not hold');
const { statements, accelerators } = training;

/** What is said of the data with each of some statements changed, by its key. */
function problemsOf(
  isMeant: (statement: TrainingStatement) => boolean,
  changed: (statement: TrainingStatement) => Partial<TrainingStatement>,
) {
  const meant = Object.entries(statements).filter(([, statement]) => isMeant(statement));
  expect(meant.length).toBeGreaterThan(0);
  return meant.map(([key, statement]) => {
    const wrong = { [key]: { ...statement, ...changed(statement) } };
    const problems = trainingStatementsAgree({ training: { statements: wrong, accelerators } });
    return { key, problems };
  });
}

describe('what is stated of one training', () => {
  test('agrees with itself in the data', () => {
    expect(trainingStatementsAgree({ training })).toEqual([]);
  });

  test('is reported where its electricity and its grid make other tonnes, in either unit', () => {
    for (const by of [10, 0.1, 0.001]) {
      const said = problemsOf(
        ({ tonnesCO2e, megawattHours, gramsPerKilowattHour: grams, accounting }) =>
          typeof tonnesCO2e === 'number' &&
          megawattHours !== undefined &&
          grams !== undefined &&
          accounting === 'location-based',
        ({ tonnesCO2e }) => ({ tonnesCO2e: Number(tonnesCO2e) * by }),
      );
      for (const { key, problems } of said) {
        expect(problems, key).toMatchObject([
          { record: key, field: 'megawattHours', message: expect.stringContaining('tonnesCO2e') },
        ]);
      }
    }
  });

  test('is reported where its electricity is not that of its hours', () => {
    for (const by of [10, 0.1]) {
      const said = problemsOf(
        ({ megawattHours, acceleratorHours, accelerator = '' }) =>
          megawattHours !== undefined &&
          acceleratorHours !== undefined &&
          Object.hasOwn(accelerators.accelerators, accelerator),
        ({ acceleratorHours }) => ({ acceleratorHours: Number(acceleratorHours) * by }),
      );
      for (const { key, problems } of said) {
        expect(problems, key).toMatchObject([
          { record: key, message: expect.stringMatching(/ W for each .*check the units/) },
        ]);
      }
    }
  });

  test('is reported where no hours can make its tonnes, unless it is doubted', () => {
    const isOfHours = ({ tonnesCO2e, megawattHours, acceleratorHours }: TrainingStatement) =>
      typeof tonnesCO2e === 'number' &&
      megawattHours === undefined &&
      acceleratorHours !== undefined;
    for (const by of [1000, 0.001]) {
      const said = problemsOf(
        (statement) => isOfHours(statement) && statement.accounting !== 'market-based',
        ({ tonnesCO2e }) => ({ tonnesCO2e: Number(tonnesCO2e) * by }),
      );
      for (const { key, problems } of said) {
        const isDoubted = statements[key]?.doubt !== undefined;
        expect(problems, key).toHaveLength(isDoubted ? 0 : 1);
      }
    }
  });

  test('is reported where accelerators alone would take more than their boards', () => {
    const said = problemsOf(
      ({ energy, megawattHours, acceleratorHours, accelerator = '' }) =>
        energy?.counts === 'system' &&
        Number(megawattHours) * 1e6 >
          1.2 *
            Number(acceleratorHours) *
            (accelerators.accelerators[accelerator]?.boardWatts ?? 1e6),
      ({ energy }) => ({ energy: { ...energy!, counts: 'chip' } }),
    );
    for (const { key, problems } of said) {
      expect(problems, key).toMatchObject([
        { record: key, message: expect.stringContaining('without the building') },
      ]);
    }
  });
});
