import { describe, expect, test } from 'vitest';
import { activeWithinTotal } from '../../../src/catalog/checks/active-within-total.ts';
import { plausibleSize } from '../../../src/catalog/checks/plausible-size.ts';
import { sizeInName } from '../../../src/catalog/checks/size-in-name.ts';
import { sizesInName } from '../../../src/catalog/size-from-name.ts';
import { makersWith, size } from './example-data.ts';

const recordWith = (parameters: object, slug = 'model') => ({
  makers: makersWith({ [`maker/${slug}`]: { ...parameters } }),
});

describe('active parameters', () => {
  test.each([
    ['a dense model', size(14.8, 14.8)],
    ['a mixture of experts', size(117, 5.1)],
    ['a range inside a range', size({ low: 280, high: 288 }, { low: 16, high: 19 })],
    ['a model of unknown size', {}],
  ])('are fine in %s', (_, parameters) => {
    expect(activeWithinTotal(recordWith(parameters))).toEqual([]);
  });

  test('that exceed the total are reported with both figures, the file and the model', () => {
    expect(activeWithinTotal(recordWith(size(5.1, 117)))).toEqual([
      {
        file: 'data/models/maker.yaml',
        record: 'model',
        field: 'parameters.activeBillions',
        message: expect.stringMatching(/^117 active of 5\.1 in total/),
      },
    ]);
  });

  test('whose range is upside down are reported', () => {
    const [problem] = activeWithinTotal(recordWith(size(100, { low: 20, high: 10 })));
    expect(problem?.message).toContain('low is 20 and high is 10');
  });
});

describe('a size outside everything seen so far is asked about', () => {
  test('but the sparsest and the largest real models pass', () => {
    expect(plausibleSize(recordWith(size(124, 5.1)))).toEqual([]);
    expect(plausibleSize(recordWith(size(2800, 104)))).toEqual([]);
    expect(plausibleSize(recordWith(size(1.2, 1.2)))).toEqual([]);
  });

  test('when less than 1 % is active', () => {
    const [problem] = plausibleSize(recordWith(size(1000, 5)));
    expect(problem?.field).toBe('parameters.activeBillions');
    expect(problem?.message).toContain('less than 1 % active');
  });

  test('when it was written in millions or in single parameters', () => {
    const fields = plausibleSize(recordWith(size(30_500, 3_300))).map(({ field }) => field);
    expect(fields).toEqual(['parameters.totalBillions']);
    expect(plausibleSize(recordWith(size(0.0305, 0.0033)))).toHaveLength(1);
  });
});

describe('the size in a name', () => {
  test.each([
    ['qwen3-30b-a3b-instruct-2507', { total: 30, active: 3 }],
    ['qwen3.8-2.4t-a95b', { total: 2400, active: 95 }],
    ['llama-3.3-70b-instruct', { total: 70 }],
    ['mixtral-8x22b-instruct', {}],
    ['gemma-3n-e4b-it', {}],
    ['gpt-4o-2024-05-13', {}],
  ])('%s says %o', (slug, sizes) => {
    expect(sizesInName(slug)).toEqual(sizes);
  });

  test('may round the figures', () => {
    expect(sizeInName(recordWith(size(30.5, 3.3), 'model-30b-a3b'))).toEqual([]);
    expect(sizeInName(recordWith(size(70.6, 70.6), 'model-70b'))).toEqual([]);
  });

  test('that contradicts the total or the active figure is reported for that figure', () => {
    const problems = sizeInName(recordWith(size(36, 3.6), 'model-30b-a3b'));
    expect(problems.map(({ field }) => field)).toEqual([
      'parameters.totalBillions',
      'parameters.activeBillions',
    ]);
    expect(problems[0]?.message).toContain('36 billion, but the name says 30');
  });

  test('may contradict them where the note speaks of the name', () => {
    const explained = size(1.24, 1.24, { note: 'The name rounds down.' });
    expect(sizeInName(recordWith(explained, 'model-1b'))).toEqual([]);
    const unexplained = size(1.24, 1.24, { note: 'Weight files hold 1.5B.' });
    expect(sizeInName(recordWith(unexplained, 'model-1b'))).toHaveLength(1);
  });

  test('of its repository agrees, too, where its own states one', () => {
    const of = (huggingFaceId: string) =>
      sizeInName(recordWith({ ...size(70.6, 70.6), huggingFaceId }, 'model-70b'));
    expect(of('maker/Model-70B-Instruct')).toEqual([]);
    expect(of('maker/Model')).toEqual([]);
    expect(of('maker/Model-8B-Instruct')[0]?.message).toContain(
      '70.6 billion, but the repository maker/Model-8B-Instruct says 8',
    );
  });

  test('agrees with a range that holds it', () => {
    const range = size({ low: 60, high: 80 }, { low: 60, high: 80 });
    expect(sizeInName(recordWith(range, 'model-70b'))).toEqual([]);
  });
});
