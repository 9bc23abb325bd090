import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  calibrateLatency,
  latencyDifferences,
  withLatencyNumbers,
} from '../../../src/calibration/latency-calibrate.ts';
import { sharpenByEndpoints } from '../../../src/calibration/latency-endpoints.ts';
import { fitLatency, rowMilliseconds } from '../../../src/calibration/latency-fit.ts';
import { deviationStatistics } from '../../../src/calibration/latency-left-out.ts';
import { compareObservedSpeeds } from '../../../src/calibration/latency-observed.ts';
import { summariseSharpening } from '../../../src/calibration/latency-summary.ts';
import {
  type LatencyValidation,
  validateLatencyConditioning,
} from '../../../src/calibration/latency-validation.ts';
import { joinCatalog } from '../../../src/catalog/catalog.ts';
import { LATENCY_FILE, LatencyFile, latencyCoefficients } from '../../../src/catalog/latency.ts';
import { methodOf } from '../../../src/catalog/method.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { readYaml } from '../../../src/catalog/read-file.ts';
import { createEstimator } from '../../../src/estimation/estimate.ts';

const root = process.cwd();
const data = readData(root);
const energyFile = data.factors.accelerator;
const latency = readYaml({ root, file: LATENCY_FILE, recordDepth: 1 }, LatencyFile).data!;
const coefficients = latencyCoefficients(latency);

/** Long enough for thirteen refits on a busy machine. */
const REFITS_MILLISECONDS = 120_000;

describe('the latency fit', () => {
  test('finds the latencies again that a known model made, as near as the priors let it', () => {
    const made = data.measurements.map((row) => ({
      ...row,
      interTokenLatencyMilliseconds: rowMilliseconds(row, coefficients, energyFile),
    }));
    const found = latencyCoefficients(fitLatency(made, energyFile));
    for (const row of made) {
      const ratio = rowMilliseconds(row, found, energyFile) / row.interTokenLatencyMilliseconds;
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  test('needs a row that counts', () => {
    const spoilt = data.measurements.map((row) => ({ ...row, knownOutlier: true }));
    expect(() => fitLatency(spoilt, energyFile)).toThrow('every one is an outlier');
  });

  test('is what the coefficient file holds', { timeout: REFITS_MILLISECONDS }, () => {
    const calibrated = calibrateLatency(data.measurements, energyFile, latency);
    expect(latencyDifferences(latency, calibrated)).toEqual([]);
  });

  test('changes the numbers of the file in their places, and nothing else', () => {
    const text = readFileSync(LATENCY_FILE, 'utf8');
    const changed = { ...latency, leftOut: { ...latency.leftOut, sdLn: 0.5 } };
    expect(latencyDifferences(latency, changed)).toEqual([
      { field: 'leftOut.sdLn', inFile: latency.leftOut.sdLn, fitted: 0.5 },
    ]);
    expect(withLatencyNumbers(text, changed)).toBe(
      text.replace(`sdLn: ${latency.leftOut.sdLn}`, 'sdLn: 0.5'),
    );
    expect(() => withLatencyNumbers('fitted: {}', changed)).toThrow('write any number there');
  });

  test('tells how much of the time goes with the energy', () => {
    const deviation = (energyLn: number, restLn: number) => ({
      architectureGroup: 'one',
      energyLn,
      latencyLn: 0.5 * energyLn + restLn,
    });
    const statistics = deviationStatistics([
      deviation(0.2, 0.1),
      deviation(0.2, -0.1),
      deviation(-0.2, 0.1),
      deviation(-0.2, -0.1),
    ]);
    expect(statistics.timePerEnergy).toBeCloseTo(0.5, 12);
    expect(statistics.sdLnGivenEnergy).toBeCloseTo(0.1, 12);
    expect(statistics.sdLn).toBeCloseTo(Math.hypot(0.1, 0.1), 12);
  });
});

describe('validation of the speed', () => {
  let validation: LatencyValidation;
  beforeAll(() => {
    validation = validateLatencyConditioning({ ...data, latency });
  }, REFITS_MILLISECONDS);

  test('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(validation))).toEqual(validation);
  });

  test('scores every row in every state of knowledge', () => {
    const counted = data.measurements.filter(({ knownOutlier }) => !knownOutlier).length;
    expect(validation.rows).toBe(counted);
    for (const { figures, usualBatchFigures, speed, conditionedShare } of validation.scores) {
      expect(figures.rowsEqual.rows).toBe(counted);
      expect(usualBatchFigures.rowsEqual.rows).toBeLessThan(counted);
      if (speed === 'unknown') expect(conditionedShare).toBe(1);
    }
  });

  test('finds nine of ten rows inside the range where the batch is one that is expected', () => {
    for (const { usualBatchFigures } of validation.scores) {
      expect(usualBatchFigures.groupsEqual.insideRangeShare).toBeGreaterThan(0.85);
    }
  });
});

describe('endpoints that are read', () => {
  const twoModels = joinCatalog(data)
    .estimable.filter(({ input }) => input.model.tier === 'architecture')
    .slice(0, 2);
  const [first, second] = twoModels.map(({ listed }) => listed.id);
  const few = {
    ...data,
    modelList: { ...data.modelList, models: twoModels.map(({ listed }) => listed) },
    endpoints: {
      ...data.endpoints,
      models: [
        {
          id: first!,
          retrieved: '2026-07-22',
          endpoints: [
            { host: 'A', tag: 'a', quantization: 'fp8', prices: {}, tokensPerSecondMedian: 30 },
            { host: 'Groq', tag: 'groq', prices: {}, tokensPerSecondMedian: 30 },
            { host: 'B', tag: 'b', quantization: 'unheard-of', prices: {} },
          ],
        },
      ],
    },
  };
  const sharpened = sharpenByEndpoints(few, latency);

  test('leave the published range where nothing is read', () => {
    const estimate = createEstimator(methodOf(data.factors));
    for (const [index, { input }] of twoModels.entries()) {
      const { gramsCO2e, acceleratorJoulesPerToken } = estimate(input).perThousandOutputTokens;
      const { gramsCO2e: grams, acceleratorJoules: joules } = sharpened[index]!;
      expect(grams.nothingRead / (gramsCO2e.high / gramsCO2e.low)).toBeCloseTo(1, 1);
      const { low, high } = acceleratorJoulesPerToken;
      expect(joules.nothingRead / (high / low)).toBeCloseTo(1, 1);
    }
  });

  test('count speeds of accelerators alone, and formats that are known', () => {
    expect(sharpened[0]).toMatchObject({
      endpoints: 3,
      endpointsWithQuantization: 1,
      endpointsWithBelievedSpeed: 1,
    });
  });

  test('change nothing for a model without any', () => {
    const { id, endpoints, gramsCO2e } = sharpened[1]!;
    expect({ id, endpoints }).toEqual({ id: second, endpoints: 0 });
    expect(gramsCO2e.quantizationAndSpeedRead).toBe(gramsCO2e.nothingRead);
  });

  test('are never narrower in the median than an operating point that is known', () => {
    for (const { medianGramsCO2e } of summariseSharpening(sharpened)) {
      expect(medianGramsCO2e.quantizationAndSpeedRead).toBeGreaterThan(
        medianGramsCO2e.operatingPointKnown,
      );
    }
  });

  test('show speeds that the assumed operating points can explain', {
    timeout: REFITS_MILLISECONDS,
  }, () => {
    const observed = compareObservedSpeeds(data, latency);
    expect(observed.endpoints).toBeGreaterThan(100);
    expect(observed.insideRangeShare).toBeGreaterThan(0.75);
    expect(() =>
      compareObservedSpeeds({ ...few, endpoints: { ...few.endpoints, models: [] } }, latency),
    ).toThrow('nothing to compare');
  });
});
