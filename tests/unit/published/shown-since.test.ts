import { expect, test } from 'vitest';
import {
  currentHistory,
  type History,
  shownSince,
} from '../../../src/published/archive/history.ts';

const { releases, changes } = currentHistory();
const now = releases.at(-1)!;
const [model] = now.index.models;

/** The last release, and after it others that differ in what is given. */
function followedBy(...others: { release: string; methodVersion?: string; times?: number }[]) {
  const after = others.map(({ times = 1, ...other }) => ({
    ...now,
    ...other,
    index: {
      ...now.index,
      models: now.index.models.map((one) => {
        const { low, central, high } = one.perThousandOutputTokens.gramsCO2e;
        const gramsCO2e = { low: low * times, central: central * times, high: high * times };
        return { ...one, perThousandOutputTokens: { gramsCO2e } };
      }),
    },
  }));
  return { releases: [now, ...after], changes } satisfies History;
}

test('a figure stands since the first release that shows it in these digits, by this method', () => {
  const since = (...others: Parameters<typeof followedBy>) =>
    shownSince(model!.id, followedBy(...others));
  expect(since()).toBe(now.release);
  expect(since({ release: 'same' }, { release: 'as good as the same', times: 1 + 1e-9 })).toBe(
    now.release,
  );
  expect(since({ release: 'moved', times: 2 }, { release: 'last', times: 2 })).toBe('moved');
  expect(since({ release: 'moved', times: 2 }, { release: 'back' })).toBe('back');
  expect(since({ release: 'other method', methodVersion: '0' })).toBe('other method');
});

test('of a model without a figure there is nothing to say', () => {
  expect(() => shownSince('nobody/nothing', followedBy())).toThrow('nobody/nothing');
});
