import { describe, expect, test } from 'vitest';
import type {
  ArchivedIndex,
  ArchivedModel,
} from '../../../src/published/archive/archived-index.ts';
import { compareReleases } from '../../../src/published/archive/release-change.ts';

const model = (id: string, central: number, more: Partial<ArchivedModel> = {}): ArchivedModel => ({
  id,
  name: id,
  maker: id.split('/')[0]!,
  makerName: 'Maker',
  evidence: 'parameters',
  perThousandOutputTokens: { gramsCO2e: { low: central / 2, central, high: central * 2 } },
  ...more,
});

const index = (models: ArchivedModel[], more: Partial<ArchivedIndex> = {}): ArchivedIndex => ({
  release: '2026-01-01-00000000',
  date: '2026-01-01',
  methodVersion: '1.0',
  inputs: { 'data/hosts/a.yaml': 'x', 'data/models/one.yaml': 'x', 'data/sources.yaml': 'x' },
  models,
  notEstimated: [],
  ...more,
});

const inputs = { 'data/hosts/a.yaml': 'y', 'data/models/one.yaml': 'y', 'data/sources.yaml': 'y' };

describe('from one release to the next', () => {
  test('a figure that stayed the same is not listed', () => {
    const { figures, unchanged } = compareReleases(
      index([model('one/a', 1)]),
      index([model('one/a', 1)]),
    );
    expect(figures).toEqual([]);
    expect(unchanged).toBe(1);
  });

  test('a changed figure has both ranges, the factor and every reason that may stand behind it', () => {
    const { figures } = compareReleases(
      index([model('one/a', 1), model('two/b', 1)]),
      index([model('one/a', 3, { evidence: 'architecture' }), model('two/b', 2)], {
        methodVersion: '1.1',
        inputs,
      }),
    );
    expect(figures).toMatchObject([
      {
        id: 'one/a',
        before: { low: 0.5, central: 1, high: 2 },
        after: { low: 1.5, central: 3, high: 6 },
        factor: 3,
        reasons: [
          'method 1.1 instead of 1.0',
          'evidence architecture instead of parameters',
          'the maker’s record',
          'the record of the host a',
        ],
      },
      { id: 'two/b', reasons: ['method 1.1 instead of 1.0', 'the record of the host a'] },
    ]);
  });

  test('models that came and went say why', () => {
    const notEstimated = [{ id: 'one/a', name: 'a', reason: 'Not a text model.' }];
    const { figures } = compareReleases(
      index([model('one/a', 1), model('one/b', 1)]),
      index([model('one/c', 1)], { notEstimated }),
    );
    expect(figures.map(({ id, reasons }) => [id, ...reasons])).toEqual([
      ['one/c', 'new on OpenRouter’s list'],
      ['one/a', 'listed without an estimate now (Not a text model)'],
      ['one/b', 'left OpenRouter’s list'],
    ]);
  });

  test('each tier says how far its medians moved: median, and the middle nine tenths', () => {
    const ids = Array.from({ length: 21 }, (_, position) => `one/m${position}`);
    const { tiers } = compareReleases(
      index(ids.map((id) => model(id, 1))),
      index(ids.map((id, position) => model(id, 1 + position / 10))),
    );
    expect(tiers).toMatchObject([{ evidence: 'parameters', models: 21 }]);
    expect(tiers[0]?.factor.low).toBeCloseTo(1.1);
    expect(tiers[0]?.factor.central).toBeCloseTo(2);
    expect(tiers[0]?.factor.high).toBeCloseTo(2.9);
  });
});
