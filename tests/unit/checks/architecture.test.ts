import { describe, expect, test } from 'vitest';
import { architectureLayers } from '../../../src/catalog/checks/architecture-layers.ts';
import { architectureOfExists } from '../../../src/catalog/checks/architecture-of.ts';
import { expertsMatchSize } from '../../../src/catalog/checks/experts-match-size.ts';
import { architecture, makersWith, size } from './example-data.ts';

const recordWith = (facts: object) => ({ makers: makersWith({ 'maker/model': { ...facts } }) });

describe('layers and experts', () => {
  test.each([
    ['full attention everywhere', {}],
    [
      'full and sliding layers',
      { fullAttentionLayers: 10, slidingWindowLayers: 30, slidingWindowTokens: 1024 },
    ],
    ['a hybrid with few attention layers', { fullAttentionLayers: 4, hybridStateSpace: true }],
    ['a mixture of experts', { routedExperts: 128, activeExperts: 8 }],
  ])('are fine with %s', (_, more) => {
    expect(architectureLayers(recordWith(architecture(more)))).toEqual([]);
  });

  test.each([
    ['more attention layers than layers', { layers: 30 }, 'layers'],
    [
      'layers without attention in a model that is no hybrid',
      { fullAttentionLayers: 10 },
      'fullAttentionLayers',
    ],
    ['a window without sliding layers', { slidingWindowTokens: 4096 }, 'slidingWindowTokens'],
    ['experts of which none is said to work', { routedExperts: 8 }, 'routedExperts'],
    ['more experts at work than exist', { routedExperts: 8, activeExperts: 128 }, 'activeExperts'],
  ])('%s is reported', (_, more, field) => {
    const fields = architectureLayers(recordWith(architecture(more))).map(
      (problem) => problem.field,
    );
    expect(fields).toEqual([`architecture.${field}`]);
  });
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
  const experts = architecture({ routedExperts: 128, activeExperts: 8 });

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
