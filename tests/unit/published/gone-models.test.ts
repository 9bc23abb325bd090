import { describe, expect, test } from 'vitest';
import { archivedCsvRow } from '../../../src/published/archive/archived-row.ts';
import { goneBadgeOf } from '../../../src/published/archive/gone-badge.ts';
import {
  currentHistory,
  goneModels,
  type History,
  leftMakers,
  leftModels,
} from '../../../src/published/archive/history.ts';
import { leftModelJson } from '../../../src/published/left-model-json.ts';
import { MODEL } from '../../../src/published/model-json.ts';

/** The releases that there are, and one more, from a list that two models have left. */
const history = currentHistory();
const now = history.releases.at(-1)!;
const [leaves, withdrawn] = now.index.models;
const without: History = {
  ...history,
  releases: [
    ...history.releases,
    {
      ...now,
      release: '2099-01-01-00000000',
      date: '2099-01-01',
      index: {
        ...now.index,
        models: now.index.models.slice(2),
        notEstimated: [
          ...now.index.notEstimated,
          { id: withdrawn!.id, name: withdrawn!.name, reason: 'It answers with images.' },
        ],
      },
    },
  ],
};

describe('a model that has no figure any more', () => {
  const left = leftModels(without).find(({ model }) => model.id === leaves!.id)!;

  test('keeps its last one, of the last release that has it', () => {
    expect(left.last.release).toBe(now.release);
    expect(left.model.perThousandOutputTokens).toEqual(leaves!.perThousandOutputTokens);
    expect(leftModels(history).map(({ model }) => model.id)).not.toContain(leaves!.id);
  });

  test('has left the list, or is on it with a reason', () => {
    const other = goneModels(without).find(({ model }) => model.id === withdrawn!.id)!;
    expect(other.withdrawn).toBe('It answers with images.');
    expect(leftModels(without)).not.toContainEqual(other);
    expect(goneBadgeOf(other).message).toBe('no figure any more');
  });

  test('keeps a page of its maker, where all of the maker’s have left', () => {
    const { maker } = leaves!;
    const others = new Set(now.index.models.map((model) => model.maker));
    const leftOf = () => new Map(leftMakers(others, without)).get(maker);
    expect(leftOf()).toBeUndefined();
    others.delete(maker);
    expect(leftOf()).toContainEqual(left);
  });

  test('is marked as gone in badge, file and table, with its figures', () => {
    expect(goneBadgeOf(left).message).toMatch(
      /^[\d.]+ \([\d.]+–[\d.]+\) on .*, has left the list$/,
    );
    const file = leftModelJson(left);
    expect(MODEL.schema?.of.parse(file)).toEqual(file);
    expect(file).toMatchObject({
      release: now.release,
      id: leaves!.id,
      gone: { lastListed: now.date, archivedIndex: `/releases/${now.release}/index.json` },
    });
    expect(file.perThousandOutputTokens.gramsCO2e.central).toBe(
      leaves!.perThousandOutputTokens.gramsCO2e.central,
    );
    const [head, row, end] = archivedCsvRow(left).split('\r\n');
    expect(head).toBe(now.texts['index.csv'].split('\r\n')[0]);
    expect(row).toContain(leaves!.id);
    expect(end).toBe('');
  });
});
