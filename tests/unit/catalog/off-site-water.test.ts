import { expect, test } from 'vitest';
import { OffSiteWaterFile, offSiteWater } from '../../../src/catalog/off-site-water.ts';

const file = OffSiteWaterFile.parse({
  world: { litresPerKilowattHour: 4 },
  countries: { US: 3 },
  lowShare: 0.5,
  highShare: 1.5,
  how: 'read',
  sources: ['table'],
  note: '',
});

test("off-site water of a country lies around its figure, by the file's shares", () => {
  expect(offSiteWater('US', file)).toEqual({ low: 1.5, central: 3, high: 4.5 });
});

test('a zone takes the figure of its country', () => {
  expect(offSiteWater('US-MIDA-PJM', file)).toEqual(offSiteWater('US', file));
});

test("a country without a figure takes the world's", () => {
  expect(offSiteWater('SG', file)).toEqual({ low: 2, central: 4, high: 6 });
});
