import { methodOf } from '../../../src/catalog/method.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import type { Place } from '../../../src/estimation/facility.ts';

/** The project's own data and method, read once for the tests. */
export const data = readData(process.cwd());
export const method = methodOf(data.factors);

/** A place with a middling grid, as in the golden cases. */
export const place: Place = {
  powerUsageEffectiveness: { low: 1.08, central: 1.2, high: 1.5 },
  gridGramsPerKilowattHour: 383.6,
  waterOnSiteLitresPerKilowattHour: { low: 0, central: 0.4, high: 1.8 },
  waterOffSiteLitresPerKilowattHour: { low: 1.8, central: 3.1, high: 4.5 },
};
