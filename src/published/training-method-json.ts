import * as z from 'zod';
import { FLOP_SD_LN, TRAINING_METHOD } from '../estimation/training/method.ts';
import { jsonFile } from './api-file.ts';
import { HEADER } from './parts.ts';

/** Constants by name, nested; their names carry the units. */
const Constants = z.record(z.string(), z.unknown());

/** Every constant of the training estimate. */
export const TRAINING_METHOD_JSON = jsonFile({
  name: 'training-method',
  holds: 'Every constant of the training estimate',
  about: {
    title: 'Training: every constant of its estimate. Not inference',
    unit: 'as the name of each field says; sdLn is the standard deviation of the natural logarithm',
  },
  readable: true,
  schema: z.strictObject({
    ...HEADER,
    method: Constants.describe('Of the estimate'),
    flopSdLn: z
      .record(z.string(), z.number())
      .describe('Of operations, by how sure Epoch AI calls them'),
  }),
  object: () => ({
    method: TRAINING_METHOD,
    flopSdLn: FLOP_SD_LN,
  }),
});
