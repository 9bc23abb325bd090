import { describe, expect, test } from 'vitest';
import { architectureLayers } from '../../../src/catalog/checks/architecture-layers.ts';
import { architectureOfExists } from '../../../src/catalog/checks/architecture-of.ts';
import { expertShares } from '../../../src/catalog/checks/expert-shares.ts';
import { expertsMatchSize } from '../../../src/catalog/checks/experts-match-size.ts';
import { plausibleCache } from '../../../src/catalog/checks/plausible-cache.ts';
import { plausibleWidth } from '../../../src/catalog/checks/plausible-width.ts';
import { architecture, fullAttention, makersWith, size } from './example-data.ts';

const recordWith = (facts: object) => ({ makers: makersWith({ 'maker/model': { ...facts } }) });

const problemsIn = (more: Record<string, unknown>) =>
  architectureLayers(recordWith(architecture(more))).map(
    ({ file, record, field, message }) => `${file} ${record} ${field}: ${message}`,
  );

describe('layers and experts', () => {
  const windowed = { kind: 'sliding-window', layers: 30, kvWidth: 4096, windowTokens: 1024 };
  const sparse = { kind: 'sparse-attention', layers: 30, kvWidth: 576, topK: 2048 };

  test.each([
    ['full attention everywhere', {}],
    ['full and sliding layers', { layersByKind: [fullAttention(10), windowed] }],
    [
      'a hybrid with few attention layers',
      {
        layersByKind: [
          fullAttention(4),
          { kind: 'state-space', layers: 18 },
          { kind: 'feed-forward', layers: 18 },
        ],
      },
    ],
    [
      'sparse layers of which some have an index',
      { layersByKind: [{ ...sparse, layers: 10, index: { heads: 64, width: 128 } }, sparse] },
    ],
    ['a mixture of experts', { experts: { routed: 128, active: 8, shared: 1 } }],
  ])('are fine with %s', (_, more) => {
    expect(problemsIn(more)).toEqual([]);
  });

  test('that do not add up are reported with the sum and what makes it', () => {
    expect(problemsIn({ layersByKind: [fullAttention(9), windowed] })).toEqual([
      expect.stringMatching(
        /^data\/models\/maker\.yaml model architecture\.layers: 40, but 9 full-attention and 30 sliding-window make 39; expected .*feed-forward/,
      ),
    ]);
  });

  test('of one kind are written once', () => {
    expect(problemsIn({ layersByKind: [fullAttention(10), fullAttention(30)] })).toEqual([
      expect.stringContaining('architecture.layersByKind: full-attention is there twice'),
    ]);
  });

  test('more experts at work than exist are reported', () => {
    expect(problemsIn({ experts: { routed: 8, active: 128 } })).toEqual([
      expect.stringContaining('architecture.experts.active: 128 of 8 routed experts; expected'),
    ]);
  });

  test.each([
    ['a window of nothing', { ...windowed, windowTokens: 0 }, 'windowTokens'],
    ['a choice of nothing', { ...sparse, topK: 0 }, 'topK'],
    ['a window without its length', { ...windowed, windowTokens: undefined }, 'windowTokens'],
    ['an unknown kind', { ...windowed, kind: 'sliding' }, 'kind'],
  ])('%s is not a record', (_, group, field) => {
    expect(() => recordWith(architecture({ layersByKind: [group] }))).toThrow(field);
  });
});

describe('the width of a model', () => {
  const wide = (hiddenSize: number) =>
    plausibleWidth(recordWith({ ...architecture({ hiddenSize }), ...size(14.8, 14.8) }));

  test('fits its layers and active parameters', () => {
    expect(wide(5120)).toEqual([]);
  });

  test.each([512, 17_408])(
    'of %i in a model of 14.8 billion and 40 layers is reported',
    (width) => {
      expect(wide(width)).toMatchObject([
        {
          field: 'architecture.hiddenSize',
          message: expect.stringMatching(
            /40 layers with 14\.8 billion .* about 5553 wide; expected/,
          ),
        },
      ]);
    },
  );
});

describe('what a token takes in the cache of one layer', () => {
  const cached = (kvWidth: number, more: Record<string, unknown> = {}) =>
    plausibleCache(
      recordWith(
        architecture({ layersByKind: [{ kind: 'full-attention', layers: 40, kvWidth }], ...more }),
      ),
    );

  test.each([
    ['8 heads of 128', 2 * 8 * 128, {}],
    ['10 heads of 128', 2 * 10 * 128, {}],
    ['a latent and its rotary part', 512 + 64, {}],
    ['as many heads as queries have', 2 * 5120, { hiddenSize: 5120 }],
  ])('may be of %s', (_, kvWidth, more) => {
    expect(cached(kvWidth, more)).toEqual([]);
  });

  test.each([320, 512, 576, 1024, 1280, 2048, 2560, 4096, 8192].map((width) => 10 * width))(
    'is asked about where it is ten times what it may be: %i',
    (kvWidth) => {
      expect(cached(kvWidth)).toMatchObject([
        {
          field: 'architecture.layersByKind.0.kvWidth',
          message: expect.stringMatching(/expected 2 x key-value heads x head size/),
        },
      ]);
    },
  );
});

describe('architectureOf', () => {
  const of = (facts: Record<string, unknown>) =>
    architectureOfExists({
      makers: makersWith({
        'maker/base': architecture(),
        'maker/sibling': { architectureOf: 'maker/base' },
        'maker/closed': { weights: 'closed' },
        'other/tune': facts,
      }),
    }).map(({ file, record, message }) => `${file} ${record}: ${message}`);

  test('names a model whose record holds the architecture', () => {
    expect(of({ architectureOf: 'maker/base' })).toEqual([]);
  });

  test.each([
    ['a model without a record', 'maker/bass', /maker\/bass has no record/],
    ['a model without an architecture', 'maker/closed', /maker\/closed has no architecture/],
  ])('that names %s is reported', (_, target, message) => {
    expect(of({ architectureOf: target })).toEqual([expect.stringMatching(message)]);
  });

  test('that names a model which refers further is told where the architecture stands', () => {
    expect(of({ architectureOf: 'maker/sibling' })).toEqual([
      expect.stringContaining('name the model whose record holds it (maker/base)'),
    ]);
  });

  test('beside an own architecture is reported: only one of them can be meant', () => {
    expect(of({ ...architecture(), architectureOf: 'maker/base' })).toEqual([
      expect.stringContaining('remove the other'),
    ]);
  });
});

describe('experts and size tell the same story', () => {
  const experts = architecture({ experts: { routed: 128, active: 8 } });

  test('in a mixture, in a dense model and in a fine-tune', () => {
    expect(expertsMatchSize(recordWith({ ...experts, ...size(30, 3) }))).toEqual([]);
    expect(expertsMatchSize(recordWith({ ...architecture(), ...size(14, 14) }))).toEqual([]);
    const makers = makersWith({
      'maker/base': experts,
      'maker/tune': { architectureOf: 'maker/base', ...size(30, 3) },
    });
    expect(expertsMatchSize({ makers })).toEqual([]);
  });

  test('or it is reported that total parameters stand where active ones belong', () => {
    const [problem] = expertsMatchSize(recordWith({ ...experts, ...size(117, 117) }));
    expect(problem?.message).toContain('117 of 117 billion active, but the architecture has 128');
  });

  test.each([
    [
      'a slip in the size',
      { routed: 256, active: 8 },
      size(67.1, 37.5),
      /alone are 0\.9\d+ billion/,
    ],
    [
      'a slip in the experts',
      { routed: 256, active: 80 },
      size(671, 37.5),
      /alone are 288 billion/,
    ],
  ])('or it is reported that experts and active parameters cannot both hold: %s', (...slip) => {
    const [, slipped, of, message] = slip;
    const record = recordWith({ ...architecture({ experts: slipped }), ...of });
    expect(expertShares(record)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
    expect(expertShares(recordWith({ ...experts, ...size({ low: 25, high: 35 }, 3) }))).toEqual([]);
  });

  test('or it is reported that a dense architecture leaves parameters idle', () => {
    const makers = makersWith({
      'maker/base': architecture(),
      'maker/tune': { architectureOf: 'maker/base', ...size(70, 7) },
    });
    expect(expertsMatchSize({ makers })).toMatchObject([
      { record: 'tune', message: expect.stringContaining('has no experts') },
    ]);
  });
});
