import { describe, expect, test } from 'vitest';
import { deploymentPredictor } from '../../../../src/calibration/prediction/deployment.ts';
import { predictAll } from '../../../../src/calibration/prediction/predict.ts';
import { recordProblemLine } from '../../../../src/calibration/prediction/record.ts';
import { missingForRun, predictRun } from '../../../../src/calibration/prediction/run.ts';
import { methodOf } from '../../../../src/catalog/method.ts';
import { readData } from '../../../../src/catalog/read-data.ts';

const { factors } = readData(process.cwd());
const method = methodOf(factors);
const { formErrorSdLn, studentT90 } = factors.accelerator;

function predict(...records: unknown[]) {
  return predictAll(records, {
    predict: (record) =>
      predictRun(record, { accelerator: factors.accelerator, serving: method.serving }),
    missing: missingForRun,
  });
}

/** The one prediction of a record. */
function joulesOf(record: Record<string, unknown>) {
  const { joulesByConfiguration } = predict({ ...record, config_id: 'x' });
  return joulesByConfiguration.get('x')!;
}

const dense = {
  config_id: 'dense',
  task: 'lm-arena-chat',
  bits: 16,
  gpu: 'H100',
  n_gpu: 4,
  dp: 1,
  avg_batch: 64,
  mean_out: 500,
  lenbias_out: 650,
  total_b: 70.6,
  active_b: 70.6,
  L: 80,
  kvdim: 2048,
  La: 80,
  Lw: 0,
  window: 0,
  E: 1,
  k: 1,
  moe: 0,
  hybrid: 0,
};
const mixture = {
  ...dense,
  config_id: 'mixture',
  total_b: 235.1,
  active_b: 22.2,
  L: 94,
  La: 94,
  kvdim: 1024,
  E: 128,
  k: 8,
  moe: 1,
};

describe('a complete record', () => {
  test('is predicted without any assumption, in the range of a known architecture', () => {
    const { joulesByConfiguration, problems, configurationsByNote } = predict(dense);
    const { low, central, high } = joulesByConfiguration.get('dense')!;
    expect(problems).toEqual([]);
    expect([...configurationsByNote.keys()]).toEqual([]);
    const factor = Math.exp(studentT90 * formErrorSdLn.architecture);
    expect(high / central).toBeCloseTo(factor);
    expect(central / low).toBeCloseTo(factor);
  });

  test('may carry fields that nobody asked for', () => {
    expect(joulesOf({ ...dense, sw: 'vllm', temperature: 0.7 })).toEqual(joulesOf(dense));
  });
});

describe('a gap in a record', () => {
  test.each([
    ['lenbias_out', dense, { lenbias_out: 1.3 * 500 }, '1.3 x mean_out'],
    ['moe', mixture, { moe: 1 }, 'a mixture'],
    ['moe', dense, { moe: 0 }, 'dense'],
    ['hybrid', { ...dense, La: 6 }, { hybrid: 1 }, 'hybrid'],
    ['active_b', dense, { active_b: 70.6 }, 'no active_b'],
    ['La', dense, { La: 80 }, 'no La'],
    ['avg_batch', { ...dense, max_batch: 64 }, { avg_batch: 64 }, 'max_batch'],
    ['n_gpu', { ...dense, tp: 4 }, { n_gpu: 4 }, 'tp x pp'],
    ['task', dense, { task: 'lm-arena-chat' }, 'no task'],
    ['gpu', dense, { gpu: 'H100' }, 'no gpu'],
  ])('%s is filled, with a note', (field, record, filled, note) => {
    const withGap = { ...record, config_id: 'x', [field]: undefined };
    const { joulesByConfiguration, configurationsByNote } = predict(withGap);
    expect(joulesByConfiguration.get('x')).toEqual(joulesOf({ ...record, ...filled }));
    expect([...configurationsByNote.keys()].join()).toContain(note);
  });

  test.each([
    ['bfloat16', 16],
    ['FP8', 8],
    ['mxfp4', 4.25],
    ['w4a16', 4.25],
    ['int8', 8],
  ])('in bits is filled from the precision %s', (precision, bits) => {
    expect(joulesOf({ ...mixture, bits: null, precision })).toEqual(joulesOf({ ...mixture, bits }));
  });

  test.each(['L', 'kvdim'])('in the architecture (%s) widens the range', (field) => {
    const { joulesByConfiguration, configurationsByNote } = predict({ ...mixture, [field]: null });
    const { central, high } = joulesByConfiguration.get('mixture')!;
    expect(high / central).toBeCloseTo(Math.exp(studentT90 * formErrorSdLn.parameters));
    expect([...configurationsByNote.keys()].join()).toContain(`no ${field}`);
  });

  test('reads null, an empty text and an absent field alike', () => {
    const { lenbias_out: _, ...absent } = dense;
    expect(joulesOf({ ...dense, lenbias_out: null })).toEqual(joulesOf(absent));
    expect(joulesOf({ ...dense, lenbias_out: '' })).toEqual(joulesOf(absent));
  });
});

describe('a foreign task', () => {
  test('has the prompts of the chat task, unless the record gives its own', () => {
    expect(joulesOf({ ...dense, task: 'mmlu' })).toEqual(joulesOf(dense));
    expect(joulesOf({ ...dense, task: 'mmlu', n_in: 5000 }).central).toBeGreaterThan(
      joulesOf(dense).central,
    );
  });
});

describe('data-parallel attention', () => {
  test('is predicted, and said to be outside the fit', () => {
    const { joulesByConfiguration, configurationsByNote } = predict({ ...dense, dp: 8 });
    expect(joulesByConfiguration.get('dense')).toBeDefined();
    expect([...configurationsByNote.keys()].join()).toContain('dp > 1');
  });
});

describe('a record that cannot be predicted', () => {
  test('is named with index, configuration, field, value and expectation; the others are predicted', () => {
    const { joulesByConfiguration, problems } = predict(
      dense,
      { ...dense, config_id: 'bad', total_b: 'many', avg_batch: -3 },
      5,
      { ...mixture, mean_out: null },
      mixture,
    );
    expect([...joulesByConfiguration.keys()]).toEqual(['dense', 'mixture']);
    expect(problems.map(recordProblemLine)).toEqual([
      expect.stringMatching(/^record 1 › bad › avg_batch: .*found -3$/),
      expect.stringMatching(/^record 1 › bad › total_b: expected a positive number; found "many"$/),
      expect.stringMatching(/^record 2: .*found 5$/),
      expect.stringMatching(/^record 3 › mixture › mean_out: expected .*; found nothing$/),
    ]);
  });

  test('is one that repeats a config_id: the first one counts', () => {
    const { joulesByConfiguration, problems } = predict(dense, { ...dense, avg_batch: 1 });
    expect(joulesByConfiguration.get('dense')).toEqual(joulesOf(dense));
    expect(problems.map(recordProblemLine).join()).toContain('twice');
  });
});

describe('a deployment', () => {
  const deploy = deploymentPredictor(method);
  const deployed = (record: Record<string, unknown>) =>
    predictAll([{ ...record, config_id: 'x' }], {
      predict: deploy,
      missing: () => [],
    }).joulesByConfiguration.get('x')!;

  test('needs neither batch nor accelerator, and does not read them', () => {
    const { avg_batch: _, gpu: __, n_gpu: ___, mean_out: ____, ...bare } = dense;
    expect(deployed(bare)).toEqual(deployed({ ...dense, avg_batch: 1, gpu: 'A100' }));
  });

  test('is far less certain than a run whose operating point is known', () => {
    const drawn = deployed(dense);
    const known = joulesOf(dense);
    expect(drawn.high / drawn.low).toBeGreaterThan(2 * (known.high / known.low));
  });
});
