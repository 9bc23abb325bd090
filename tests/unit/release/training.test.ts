import { expect, test } from 'vitest';
import { currentRelease } from '../../../src/release/current.ts';
import {
  currentTraining,
  modelsFromRun,
  runsStartingFrom,
  trainingRunOf,
} from '../../../src/release/training.ts';

const { runs, unestimated } = currentTraining();
const all = [...runs, ...unestimated];

test('a run names the models that came from it, and none that was only tuned from it', () => {
  const { models } = currentRelease().release;
  const related = models.flatMap((model) => {
    const of = trainingRunOf(model);
    return of === undefined ? [] : [{ model, ...of }];
  });
  expect(related.length).toBeGreaterThan(0);
  const wrong = related.filter(
    ({ model, run, relation }) => modelsFromRun(run.id).includes(model) !== (relation === 'same'),
  );
  expect(wrong.map(({ model }) => model.id)).toEqual([]);
  const named = all.flatMap(({ id }) => modelsFromRun(id));
  expect(named).toHaveLength(related.filter(({ relation }) => relation === 'same').length);
});

test('a run names all that start from its model', () => {
  const bases = new Set(all.flatMap(({ row }) => row?.bases ?? []));
  expect(bases.size).toBeGreaterThan(0);
  for (const base of bases) {
    const starting = all.filter(({ row }) => row?.bases.includes(base)).map(({ id }) => id);
    expect(runsStartingFrom(base).map(({ id }) => id)).toEqual(starting);
  }
});
