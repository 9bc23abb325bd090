import { describe, expect, test } from 'vitest';
import { currentHistory } from '../../../src/published/archive/history.ts';
import { movedModels } from '../../../src/published/archive/moved-models.ts';
import { currentRelease } from '../../../src/release/current.ts';

const { release } = currentRelease();
const now = currentHistory().releases.at(-1)!;
const pages = new Set(release.models.map(({ id }) => id));

describe('names that lead to a model’s page', () => {
  const moved = movedModels(release, []);

  test('are its permanent name, variants and aliases, and none that has a page of its own', () => {
    const to = new Map(moved.map((one) => [one.from, one.to.id]));
    expect(to.size).toBe(moved.length);
    for (const { id, listed, variants, aliases } of release.models) {
      for (const name of [...variants, ...aliases]) expect(to.get(name) ?? id).toBe(id);
      const target = to.get(listed.canonicalSlug);
      const { canonicalSlug } = release.models.find((model) => model.id === target)?.listed ?? {};
      expect(canonicalSlug ?? listed.canonicalSlug).toBe(listed.canonicalSlug);
    }
    expect(moved.filter(({ from }) => pages.has(from))).toEqual([]);
    expect(moved.filter(({ to: { id } }) => !pages.has(id))).toEqual([]);
  });

  test('are ids of before, where the list has the model by another now', () => {
    const renamed = release.models.find(
      ({ listed, soldAs }, index, all) =>
        soldAs === undefined &&
        all.every(
          (one, other) => index === other || one.listed.canonicalSlug !== listed.canonicalSlug,
        ),
    )!;
    const [any] = now.index.models;
    const gone = (canonicalSlug: string, withdrawn?: string) => [
      { model: { ...any!, id: 'maker/before', canonicalSlug }, last: now, withdrawn },
    ];
    const leadsTo = (those: ReturnType<typeof gone>) =>
      movedModels(release, those).find(({ from }) => from === 'maker/before')?.to.id;
    expect(leadsTo(gone(renamed.listed.canonicalSlug))).toBe(renamed.id);
    expect(leadsTo(gone('maker/nobody-knows'))).toBeUndefined();
    expect(leadsTo(gone(renamed.listed.canonicalSlug, 'It answers with images.'))).toBeUndefined();
  });
});
