import { describe, expect, test } from 'vitest';
import { measuredAsExists } from '../../../src/catalog/checks/measured-as.ts';
import { measuredRowsAgree } from '../../../src/catalog/checks/measured-rows.ts';
import { servingMeasurementsAgree } from '../../../src/catalog/checks/serving-measurements.ts';
import { MeasuredRow } from '../../../src/catalog/measurement.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { ServingMeasurement } from '../../../src/catalog/serving-measurement.ts';
import { architecture, fullAttention, makersWith, measuredRow, size } from './example-data.ts';

describe('measuredAs', () => {
  const problemsOf = (facts: object) =>
    measuredAsExists({
      makers: makersWith({ 'maker/model-14b': { measuredAs: ['maker/Model-14B'], ...facts } }),
      measurements: [measuredRow()],
    }).map(({ field, message }) => `${field}: ${message}`);

  test('joins a record to rows of the same architecture and size', () => {
    expect(problemsOf({ ...architecture(), ...size(14.2, 14.2) })).toEqual([]);
  });

  test('that names a model nobody measured is reported', () => {
    expect(problemsOf({ ...architecture(), measuredAs: ['maker/Model-15B'] })).toEqual([
      expect.stringContaining('maker/Model-15B is not in data/measurements'),
    ]);
  });

  test('without the architecture that the rows publish is reported', () => {
    expect(problemsOf({})).toEqual([expect.stringContaining('architecture: missing')]);
  });

  test('of another architecture is reported with what differs: a sibling is not this very model', () => {
    expect(problemsOf(architecture({ layers: 48, layersByKind: [fullAttention(48)] }))).toEqual([
      expect.stringContaining('layers is 48, measured with 40'),
      expect.stringContaining('fullAttentionLayers is 48, measured with 40'),
    ]);
  });

  test('of another size is reported', () => {
    expect(problemsOf({ ...architecture(), ...size(32, 32) })).toEqual([
      expect.stringContaining('32 in total and 32 active'),
    ]);
  });
});

describe('measured rows', () => {
  test('that agree with themselves pass', () => {
    const rows = [measuredRow(), measuredRow({ configuration: 'run-2' })];
    expect(measuredRowsAgree({ measurements: rows })).toEqual([]);
  });

  test('are there once each', () => {
    expect(measuredRowsAgree({ measurements: [measuredRow(), measuredRow()] })).toMatchObject([
      { record: 'run-1', field: 'configuration' },
    ]);
  });

  test.each([
    ['activeBillions', { activeBillions: '15' }],
    ['layers', { slidingWindowLayers: '1' }],
    ['activeExperts', { activeExperts: '2' }],
    ['concurrentSequences', { concurrentSequences: '65' }],
    ['lengthBiasedOutputTokens', { meanOutputTokens: '615053' }],
    ['joulesPerOutputToken', { joulesPerOutputToken: '500' }],
    ['interTokenLatencyMilliseconds', { interTokenLatencyMilliseconds: '0.02' }],
    ['weightBits', { weightBits: '8' }],
  ])('whose %s contradicts the rest are reported', (field, more) => {
    expect(measuredRowsAgree({ measurements: [measuredRow(more)] })).toMatchObject([{ field }]);
  });

  test('give one model one size', () => {
    const rows = [measuredRow(), measuredRow({ configuration: 'run-2', totalBillions: '14000' })];
    expect(measuredRowsAgree({ measurements: rows })).toMatchObject([
      { record: 'run-2', field: 'totalBillions', message: expect.stringContaining('14 in run-1') },
    ]);
  });

  test('are read from text, and a missing figure is an error, never 0', () => {
    const text = { ...asText(measuredRow()) };
    expect(MeasuredRow.parse(text)).toEqual(measuredRow());
    const result = MeasuredRow.safeParse({ ...text, joulesPerOutputToken: '' });
    expect(result.error?.issues).toMatchObject([
      { path: ['joulesPerOutputToken'], message: 'expected a plain number' },
    ]);
  });
});

function asText(row: object): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]));
}

describe('a row of today’s engines', () => {
  const { servingMeasurements, factors } = readData(process.cwd());
  const [row] = servingMeasurements;
  const problemsOf = (...changes: Partial<ServingMeasurement>[]) =>
    servingMeasurementsAgree({
      factors,
      servingMeasurements: changes.map((change) => ({ ...row!, ...change })),
    }).map(({ field, message }) => `${field}: ${message}`);

  test('as the file holds it is sound', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test('that is there twice is reported', () => {
    expect(problemsOf({}, {})).toEqual([expect.stringContaining('model: is there twice')]);
  });

  test('whose energy and throughput make an impossible power is reported with it', () => {
    expect(problemsOf({ joules_per_output_token: 1000 * row!.joules_per_output_token })).toEqual([
      expect.stringMatching(/^joules_per_output_token: .* rated power; expected 0.05 to 2/),
    ]);
  });

  test('with prefill apart and no decoding replica is reported', () => {
    expect(problemsOf({ disaggregated: true, decode_workers: 0 })).toEqual([
      expect.stringContaining('decode_workers: 0 where prefill runs apart'),
    ]);
  });

  test('without its energy, or of an accelerator without coefficients, is not read', () => {
    const text = Object.fromEntries(
      Object.entries(row!).map(([name, value]) => [name, String(value)]),
    );
    const written = { ...text, disaggregated: '0', decode_dp: '0', gpu: 'b200' };
    expect(ServingMeasurement.safeParse(written).success).toBe(true);
    expect(ServingMeasurement.safeParse({ ...written, joules_per_output_token: '' }).success).toBe(
      false,
    );
    expect(ServingMeasurement.safeParse({ ...written, gpu: 'tpu7' }).success).toBe(false);
  });
});
