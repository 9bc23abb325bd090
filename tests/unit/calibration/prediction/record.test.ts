import { describe, expect, test } from 'vitest';
import { deploymentPredictor } from '../../../../src/calibration/prediction/deployment.ts';
import {
  modelFinder,
  withSizeOfModel,
} from '../../../../src/calibration/prediction/named-model.ts';
import { predictAll } from '../../../../src/calibration/prediction/predict-all.ts';
import { recordProblemLine } from '../../../../src/calibration/prediction/record.ts';
import { missingForRun, predictRun } from '../../../../src/calibration/prediction/run.ts';
import { methodOf } from '../../../../src/catalog/method-of-factors.ts';
import { readData } from '../../../../src/catalog/read-data.ts';
import { ACCELERATORS } from '../../../../src/estimation/accelerator-designs.ts';

const { factors } = readData(process.cwd());
const method = methodOf(factors);
const { formErrorSdLn, runErrorSdLn, studentT90 } = factors.accelerator;

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
  sw: 'vllm-0.11.1',
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
    expect(joulesOf({ ...dense, source: 'ours', temperature: 0.7 })).toEqual(joulesOf(dense));
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
    ['nvfp4', 4.25],
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

describe('data-parallel attention in the engine of 2025', () => {
  test('is predicted, and said to be outside the fit', () => {
    const { joulesByConfiguration, configurationsByNote } = predict({ ...dense, dp: 8 });
    expect(joulesByConfiguration.get('dense')).toBeDefined();
    expect([...configurationsByNote.keys()].join()).toContain('dp > 1');
  });
});

describe('a run on an engine of 2026', () => {
  /** In the column names of InferenceX; sizes and layers are not among them. */
  const served = {
    config_id: 'served',
    gpu: 'b200',
    precision: 'fp8',
    speculation: 'none',
    disaggregated: 0,
    decode_tp: 8,
    decode_workers: 0,
    prefill_gpus: 8,
    input_tokens: 8192,
    output_tokens: 1024,
    concurrency: 64,
    engines: 'vllm',
    total_b: 235.1,
    active_b: 22.2,
    L: 94,
    La: 94,
    Lw: 0,
    kvdim: 1024,
    E: 128,
    k: 8,
    moe: 1,
    hybrid: 0,
  };
  const factor = (record: Record<string, unknown>) => {
    const { high, central } = joulesOf(record);
    return high / central;
  };

  test('is predicted from its own columns without any assumption', () => {
    const { problems, configurationsByNote } = predict(served);
    expect(problems).toEqual([]);
    expect([...configurationsByNote.keys()]).toEqual([]);
    expect(factor(served)).toBeCloseTo(Math.exp(studentT90 * runErrorSdLn.architecture));
  });

  test('may call its columns as the benchmark itself does', () => {
    const { gpu, input_tokens, output_tokens, concurrency, disaggregated, speculation, ...rest } =
      served;
    expect(
      joulesOf({
        ...rest,
        hw: gpu,
        isl: input_tokens,
        osl: output_tokens,
        conc: concurrency,
        disagg: disaggregated,
        spec_decoding: speculation,
      }),
    ).toEqual(joulesOf(served));
  });

  test('is the same with its batch and lengths under the other names', () => {
    const { input_tokens, output_tokens, concurrency, decode_tp, ...rest } = served;
    expect(
      joulesOf({
        ...rest,
        n_in: input_tokens,
        mean_out: output_tokens,
        lenbias_out: output_tokens,
        avg_batch: concurrency,
        n_gpu: decode_tp,
      }),
    ).toEqual(joulesOf(served));
  });

  test.each(ACCELERATORS)('is predicted on %s', (gpu) => {
    const { problems, configurationsByNote } = predict({ ...served, gpu });
    expect(problems).toEqual([]);
    expect([...configurationsByNote.keys()]).toEqual([]);
  });

  test('takes less with speculation, and is less certain where prefill runs apart', () => {
    expect(joulesOf({ ...served, speculation: 'mtp' }).central).toBeLessThan(
      joulesOf(served).central,
    );
    expect(factor({ ...served, disaggregated: 1 })).toBeGreaterThan(factor(served));
  });

  test.each([
    ['a dense model', { moe: 0, E: 1, k: 1, active_b: 235.1 }],
    ['an accelerator of no measured design', { gpu: 'TPU v7' }],
    ['an unknown architecture', { L: null }],
  ])('has a wider range for %s', (_, change) => {
    expect(factor({ ...served, ...change })).toBeGreaterThan(factor(served));
  });

  test('holds no more requests than fit into memory, and says so', () => {
    const { configurationsByNote } = predict({ ...served, concurrency: 100_000 });
    expect([...configurationsByNote.keys()].join()).toContain('as many as fit');
    expect(joulesOf({ ...served, concurrency: 100_000 })).toEqual(
      joulesOf({ ...served, concurrency: 200_000 }),
    );
  });

  test('has weights of 4 bits where more do not fit into its accelerators, and says so', () => {
    const large = { ...served, gpu: 'h200', total_b: 1600, active_b: 49 };
    const { configurationsByNote } = predict(large);
    expect([...configurationsByNote.keys()].join()).toContain('do not fit');
    expect(joulesOf(large)).toEqual(joulesOf({ ...large, precision: 'fp4' }));
  });

  test('is taken for one where nothing says which engine it was, with a note', () => {
    const { engines: _, ...silent } = served;
    expect(joulesOf(silent)).toEqual(joulesOf(served));
    expect([...predict(silent).configurationsByNote.keys()].join()).toContain('engine of 2026');
    expect(joulesOf({ ...silent, engine: 2025 })).not.toEqual(joulesOf(served));
  });
});

describe('a model that is recorded here', () => {
  const { makers, servingMeasurements } = readData(process.cwd());
  const findModel = modelFinder(makers);
  const predictNamed = (record: object) =>
    predictAll([record], {
      predict: (read) =>
        predictRun(read, { accelerator: factors.accelerator, serving: method.serving, findModel }),
      missing: missingForRun,
      complete: (input) => withSizeOfModel(input, findModel),
    });

  test('needs no more than its name: rows of InferenceX are predicted as they stand', () => {
    const byModel = new Map(servingMeasurements.map((row) => [row.model, row]));
    for (const [model, row] of byModel) {
      const { joulesByConfiguration, problems } = predictNamed({ ...row, config_id: model });
      expect(problems).toEqual([]);
      const { low, high } = joulesByConfiguration.get(model)!;
      expect(low).toBeLessThan(row.joules_per_output_token * 4);
      expect(high).toBeGreaterThan(row.joules_per_output_token / 4);
    }
  });

  test('has the size that the record states, and our architecture where fields cannot say it', () => {
    const given = { ...dense, hf_id: 'deepseek-ai/DeepSeek-V4-Pro', total_b: 1600, active_b: 49 };
    const { configurationsByNote } = predictNamed({ ...given, moe: 1, E: 384, k: 6 });
    expect([...configurationsByNote.keys()].join()).toContain(
      'architecture of deepseek/deepseek-v4-pro',
    );
    expect(withSizeOfModel({ ...given, total_b: 7 }, findModel)).toMatchObject({ total_b: 7 });
  });

  test('is not found by a name that nobody has', () => {
    expect(findModel({ model: 'nobody/nothing', hf_id: undefined })).toBeUndefined();
    expect(findModel({ model: 'constructor' })).toBeUndefined();
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
