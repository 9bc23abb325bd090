import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type * as z from 'zod';
import {
  ACCELERATOR_ENERGY_FILE,
  AcceleratorEnergyFile,
  FACILITY_FILE,
  FacilityFile,
  SERVING_FILE,
  ServingFile,
} from '../../../src/catalog/factor-files.ts';
import { OFF_SITE_WATER_FILE, OffSiteWaterFile } from '../../../src/catalog/off-site-water.ts';
import { PRICE_FILE, PriceFile } from '../../../src/catalog/price-file.ts';
import { problemLine, problemsOf } from '../../../src/catalog/problem.ts';

type FactorFile = readonly [file: string, schema: z.ZodType];

/** What the file's schema says where one number of the file is another. */
function problemsWith([file, schema]: FactorFile, field: string, times: number) {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const path = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  document.setIn(path, Number(document.getIn(path)) * times);
  const { error } = schema.safeParse(document.toJS());
  return error === undefined ? [] : problemsOf(file, document.toJS(), error, 1).map(problemLine);
}

const ENERGY: FactorFile = [ACCELERATOR_ENERGY_FILE, AcceleratorEnergyFile];
const SERVING: FactorFile = [SERVING_FILE, ServingFile];
const FACILITY: FactorFile = [FACILITY_FILE, FacilityFile];
const PRICE: FactorFile = [PRICE_FILE, PriceFile];
const WATER: FactorFile = [OFF_SITE_WATER_FILE, OffSiteWaterFile];

test.each<[factor: string, file: FactorFile]>([
  ['ratedWatts.H100', ENERGY],
  ['statedContext.tokens', SERVING],
  ['concurrentSequences.median', SERVING],
  ['concurrentSequences.sdLn', SERVING],
  ['classes.hopper.share', SERVING],
  ['classes.rack.relativeEnergy', SERVING],
  ['classes.amd.loadFactor', SERVING],
  ['classes.hopper.hostAndIdle', SERVING],
  ['accelerators.memoryGigabytes.H200', SERVING],
  ['accelerators.usdPerHour.B200', SERVING],
  ['replica.weightsMemoryShare', SERVING],
  ['weightBits.formats.0.share', SERVING],
  ['servingStack.median', SERVING],
  ['embodiedGramsPerKilowattHour.median', FACILITY],
  ['embodiedGramsPerKilowattHour.hardwareLifetimeYears', FACILITY],
  ['siting.CA.zones.CA-QC', FACILITY],
  ['request.contextTokens', PRICE],
  ['closed.inputOverOutput.median', PRICE],
  ['genericModel.totalBillions', PRICE],
  ['electricityUsdPerKilowattHour', PRICE],
])('a slip of the decimal point in a factor is found: %s', (field, file) => {
  expect(problemsWith(file, field, 1)).toEqual([]);
  for (const times of [0.1, 10]) {
    expect(problemsWith(file, field, times)[0]).toMatch(
      new RegExp(`^${file[0]} › ${field.split('.')[0]}.*: expected .*; found `),
    );
  }
});

test.each<[factor: string, times: number, file: FactorFile]>([
  ['classes.hyperscale.powerUsageEffectiveness.high', 10, FACILITY],
  ['classes.unknown.powerUsageEffectiveness.low', 0.1, FACILITY],
  ['classes.neocloud.waterOnSiteLitresPerKilowattHour.high', 10, FACILITY],
  ['embodiedGramsPerKilowattHour.hardwareLifetimeYears', 1 / 3, FACILITY],
  ['world.litresPerKilowattHour', 100, WATER],
])('so is a figure of another unit: %s times %d', (field, times, file) => {
  expect(problemsWith(file, field, times)[0]).toMatch(/: expected .*; found /);
});

test('shares of machine classes say what they add up to, embodied carbon what it is made of', () => {
  expect(problemsWith(SERVING, 'classes.hopper.share', 2)).toEqual([
    expect.stringMatching(
      /serving\.yaml › classes: expected shares that add up to 1, not to 1\.3; found/,
    ),
  ]);
  expect(problemsWith(FACILITY, 'embodiedGramsPerKilowattHour.median', 0.1)).toEqual([
    expect.stringMatching(/kg per accelerator make over \d+ years.*decimal point.*; found/),
  ]);
});
