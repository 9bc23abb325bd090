import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { calibrateEnergy } from '../../src/calibration/energy/calibrated-energy.ts';
import { differences } from '../../src/calibration/energy/coefficient-file.ts';
import { fitCoefficients } from '../../src/calibration/energy/fit-coefficients.ts';
import { FREE_PARAMETERS } from '../../src/calibration/energy/free-parameters.ts';
import { measuredPoints } from '../../src/calibration/energy/measured-points.ts';
import { acceleratorCoefficients } from '../../src/catalog/method-of-factors.ts';
import { measuredRun } from '../../src/catalog/mlenergy-run.ts';
import { readData } from '../../src/catalog/read-data.ts';
import { predictedJoulesPerOutputToken } from '../../src/estimation/measured-run.ts';
import { method1File } from './method-1-file.ts';

/** An independent joint fit of the same model to the same rows (Python), as facts. */
const jointFit = z
  .object({
    fitted: z.record(z.enum(FREE_PARAMETERS), z.number()),
    standardErrorLn: z.record(z.enum(FREE_PARAMETERS), z.number()),
    leftOutErrorSdLn: z.object({
      mlEnergy: z.number(),
      together: z.number(),
      disaggregated: z.number(),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('joint-fit.json', import.meta.url), 'utf8')));
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

const all = readData(process.cwd());
const inFile = all.factors.accelerator;
// The independent fit has not seen what others have contributed since.
const measurements = all.measurements.filter(({ source }) => source === undefined);
const withoutContributed = { ...all, measurements };
const measuredGroups = new Set(
  measuredPoints(withoutContributed).map(({ architectureGroup }) => architectureGroup),
).size;
const data = {
  ...withoutContributed,
  factors: { ...all.factors, accelerator: { ...inFile, measuredGroups } },
};
const calibrated = calibrateEnergy(data);
const ofAll = measurements.length < all.measurements.length ? calibrateEnergy(all) : calibrated;
const withTheirCoefficients = method1File(inFile);

function relativeDifference(one: number, other: number): number {
  return Math.abs(one / other - 1);
}

describe('the energy model', () => {
  test('given the coefficients of method 1, predicts its rows as an independent reading does, within 0.1 %', () => {
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

describe('the joint fit', () => {
  test.each(FREE_PARAMETERS)('finds %s within 2 % of the independent fit', (name) => {
    expect(relativeDifference(calibrated.fitted[name].value, jointFit.fitted[name])).toBeLessThan(
      0.02,
    );
  });

  test('finds the jackknife standard errors of the independent fit', () => {
    for (const name of FREE_PARAMETERS) {
      const { standardErrorLn } = calibrated.fitted[name];
      expect(Math.abs(standardErrorLn! - jointFit.standardErrorLn[name])).toBeLessThan(0.006);
    }
  });

  test('finds the errors of what is left out of the independent fit within 1 %', () => {
    const { mlEnergy, together, disaggregated } = jointFit.leftOutErrorSdLn;
    const { formErrorSdLn, runErrorSdLn } = calibrated;
    expect(relativeDifference(formErrorSdLn.architecture, mlEnergy)).toBeLessThan(0.01);
    expect(relativeDifference(runErrorSdLn.architecture, together)).toBeLessThan(0.01);
    expect(relativeDifference(runErrorSdLn.disaggregated, disaggregated)).toBeLessThan(0.01);
  });

  test('does not depend on the coefficients that the file held before', () => {
    const again = fitCoefficients(measuredPoints(data), {
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
    expect(differences(inFile, ofAll)).toEqual([]);
  });
});
