import * as z from 'zod';
import { FLOP_SD_LN, TRAINING_METHOD } from '../estimation/training/method.ts';
import { PAPER_ACCELERATORS } from '../estimation/training/paper/accelerators.ts';
import {
  PAPER_CLIP_FACTOR,
  PAPER_ENCODER_DECODER_FLOP,
  PAPER_FROZEN_SHARE,
} from '../estimation/training/paper/corrections.ts';
import { PAPER_ELECTRICITY_SHARES } from '../estimation/training/paper/projection.ts';
import { PAPER_REGRESSIONS } from '../estimation/training/paper/regressions.ts';
import { PAPER_RUNTIME } from '../estimation/training/paper/runtime.ts';
import { jsonFile } from './api-file.ts';
import { HEADER } from './parts.ts';

/** Constants by name, nested; their names carry the units. */
const Constants = z.record(z.string(), z.unknown());

/** Every constant of the training estimate, and those of the paper that it is held against. */
export const TRAINING_METHOD_JSON = jsonFile({
  name: 'training-method',
  holds:
    'Every constant of the training estimate, and those of the paper Hugging Carbon, which it is held against',
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
    paper: Constants.describe(
      'Of Hugging Carbon (Tables 9 to 11, section A.8.1), for comparison alone; data sheets say otherwise of several accelerators',
    ),
  }),
  object: () => ({
    method: TRAINING_METHOD,
    flopSdLn: FLOP_SD_LN,
    paper: {
      accelerators: PAPER_ACCELERATORS,
      runtime: PAPER_RUNTIME,
      regressions: PAPER_REGRESSIONS,
      frozenShare: PAPER_FROZEN_SHARE,
      encoderDecoderFlopPerParameterAndToken: PAPER_ENCODER_DECODER_FLOP,
      clipFactor: PAPER_CLIP_FACTOR,
      dataCentresShareOfElectricity: PAPER_ELECTRICITY_SHARES,
    },
  }),
});
