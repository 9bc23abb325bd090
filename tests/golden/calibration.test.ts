import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { calibrate } from '../../src/calibration/energy/calibrate.ts';
import { differences } from '../../src/calibration/energy/coefficient-file.ts';
import { fitCoefficients } from '../../src/calibration/energy/fit-coefficients.ts';
import { FREE_PARAMETERS } from '../../src/calibration/energy/free-parameters.ts';
import { rowJoules } from '../../src/calibration/energy/row-prediction.ts';
import { measuredRun } from '../../src/catalog/measured-rows.ts';
import { acceleratorCoefficients } from '../../src/catalog/method.ts';
import { readData } from '../../src/catalog/read-data.ts';
import { predictedJoulesPerOutputToken } from '../../src/estimation/measured-run.ts';

/** Coefficients and predictions of an independent fit of the same model (Python), as facts. */
const coefficients = z
  .object({
    fitted: z.record(z.enum(FREE_PARAMETERS), z.number()),
    standardErrorLn: z.partialRecord(z.enum(FREE_PARAMETERS), z.number()),
    formErrorSdLn: z.object({ architecture: z.number(), parameters: z.number() }),
  })
  .parse(
    JSON.parse(readFileSync(new URL('calibration-coefficients.json', import.meta.url), 'utf8')),
  );
const number = z.string().transform(Number);
const predictions = z
  .array(
    z.object({
      configuration: z.string(),
      lowJoules: number,
      centralJoules: number,
      highJoules: number,
      outputJoules: number,
      inputJoules: number,
    }),
  )
  .parse(
    Papa.parse(readFileSync(new URL('calibration-predictions.csv', import.meta.url), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data,
  );

const { measurements, factors } = readData(process.cwd());
const inFile = factors.accelerator;
const calibrated = calibrate(measurements, inFile);

function relativeDifference(one: number, other: number): number {
  return Math.abs(one / other - 1);
}

/** The coefficient file with the independent fit's values. */
const withTheirCoefficients = {
  ...inFile,
  fitted: { ...inFile.fitted },
};
for (const name of FREE_PARAMETERS) {
  withTheirCoefficients.fitted[name] = { value: coefficients.fitted[name] };
}

describe('the energy model', () => {
  test('given the independent coefficients, predicts every measured row as they do, within 0.1 %', () => {
    const byConfiguration = new Map(measurements.map((row) => [row.configuration, row]));
    expect(predictions).toHaveLength(measurements.length);
    for (const expected of predictions) {
      const run = measuredRun(byConfiguration.get(expected.configuration)!, withTheirCoefficients);
      const ours = predictedJoulesPerOutputToken(
        run,
        acceleratorCoefficients(withTheirCoefficients),
      );
      expect(relativeDifference(ours.joulesPerOutputToken, expected.centralJoules)).toBeLessThan(
        0.001,
      );
      expect(relativeDifference(ours.outputJoules, expected.outputJoules)).toBeLessThan(0.001);
      expect(relativeDifference(ours.inputJoules, expected.inputJoules)).toBeLessThan(0.001);
    }
  });
});

describe('the fit', () => {
  test.each(FREE_PARAMETERS)('finds %s within 2 % of the independent fit', (name) => {
    expect(
      relativeDifference(calibrated.fitted[name].value, coefficients.fitted[name]),
    ).toBeLessThan(0.02);
  });

  test('predicts every measured row within 0.5 % of the independent fit', () => {
    const central = new Map(
      predictions.map(({ configuration, centralJoules }) => [configuration, centralJoules]),
    );
    for (const row of measurements) {
      expect(
        relativeDifference(rowJoules(row, calibrated), central.get(row.configuration)!),
      ).toBeLessThan(0.005);
    }
  });

  test('finds the jackknife standard errors of the independent fit, to their two digits', () => {
    for (const [name, standardErrorLn] of Object.entries(coefficients.standardErrorLn)) {
      const ours = calibrated.fitted[z.enum(FREE_PARAMETERS).parse(name)].standardErrorLn;
      expect(Math.abs(ours! - standardErrorLn)).toBeLessThan(0.006);
    }
  });

  test('finds the form errors of the independent fit within 0.1 %', () => {
    const { architecture, parameters } = calibrated.formErrorSdLn;
    expect(relativeDifference(architecture, coefficients.formErrorSdLn.architecture)).toBeLessThan(
      0.001,
    );
    expect(relativeDifference(parameters, coefficients.formErrorSdLn.parameters)).toBeLessThan(
      0.001,
    );
  });

  test('does not depend on the coefficients that the file held before', () => {
    const again = fitCoefficients(measurements, {
      ...inFile,
      fitted: { ...inFile.fitted, staticJoulesPerStep: { value: 7 } },
    });
    for (const name of FREE_PARAMETERS) {
      expect(again.fitted[name].value).toBeCloseTo(calibrated.fitted[name].value, 9);
    }
  });
});

describe('the coefficient file', () => {
  test('is in step with the measured rows (if not: npm run calibrate)', () => {
    expect(differences(inFile, calibrated)).toEqual([]);
  });
});
