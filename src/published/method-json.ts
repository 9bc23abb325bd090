import * as z from 'zod';
import { methodOf } from '../catalog/method-of-factors.ts';
import { jsonFile } from './api-file.ts';
import { HEADER } from './parts.ts';

/** Constants by name, nested; their names carry the units. */
const Constants = z.record(z.string(), z.unknown());

export const Method = z
  .strictObject({
    accelerator: Constants.describe('Coefficients of the energy model'),
    formErrorSdLn: z.record(z.string(), z.number()),
    measuredCorrection: z.record(z.string(), z.number()),
    serving: Constants.describe('What is assumed of how hosts run models'),
    facility: Constants.describe('What is assumed around the accelerators'),
    price: Constants.describe('What list prices say of energy'),
  })
  .describe('Every constant of the estimate; data/factors says how each is known');

export const METHOD = jsonFile({
  name: 'method',
  holds: 'Every constant of the method, as the estimation reads it',
  about: {
    title: 'Every constant of the method, as the estimation reads it',
    unit: 'as the name of each field says; sdLn is the standard deviation of the natural logarithm',
  },
  readable: true,
  schema: z.strictObject({ ...HEADER, method: Method }),
  object: ({ data: { factors } }) => ({ method: methodOf(factors) }),
});
