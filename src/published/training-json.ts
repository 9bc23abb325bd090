import * as z from 'zod';
import { rangeJson } from '../library/rounding.ts';
import { currentTraining } from '../release/training.ts';
import { spreadsheetCsv } from '../text/spreadsheet-csv.ts';
import { fileHeader, jsonFile, type PublishedFile } from './api-file.ts';
import { HEADER, Range } from './parts.ts';
import { PublishedRun, runJson } from './training-run.ts';

/** On whose terms the runs stand. */
const LICENCE =
  'CC-BY-4.0; runs: Epoch AI, Data on AI Models, CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0';

const ABOUT = {
  title: 'Training: what final runs emitted. Not inference, which counts none of it',
  unit: 'tonnes of CO2e (GWP100), MWh, hours of one accelerator, FLOP; gridGramsPerKilowattHour in gCO2e per kWh',
};

const TrainingFile = z.strictObject({
  ...HEADER,
  trainingVersion: z
    .string()
    .describe('Of the data and constants of training: a release is named without them'),
  boundary: z.string(),
  runs: z.array(PublishedRun).describe('The largest first'),
  withoutEstimate: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        makers: z.array(z.string()),
        because: z.enum([
          'own-part-unknown',
          'own-part-contradicted',
          'same-run',
          'nothing-stated',
        ]),
        sameAs: z.string().optional(),
      }),
    )
    .describe('Runs that are known of, and why they have no figure'),
  vision: z
    .array(z.strictObject({ id: z.string(), tonnesCO2e: Range }))
    .describe('Vision models of timm and OpenCLIP, of which the operations alone are known'),
});

const BOUNDARY =
  'final training run; electricity of the whole facility; location-based; without development, without the making of the hardware';

export const TRAINING = jsonFile({
  name: 'training',
  holds:
    'Every training run with its range, what it rests on and what its maker states; no figure of inference counts it',
  licence: LICENCE,
  about: ABOUT,
  schema: TrainingFile,
  object: () => {
    const { version, runs, unestimated, vision } = currentTraining();
    return {
      trainingVersion: version,
      boundary: BOUNDARY,
      runs: runs.map(runJson),
      withoutEstimate: unestimated.map(({ id, name, makers, none }) => ({
        id,
        name,
        makers: [...makers],
        because: none.because,
        ...(none.because === 'same-run' && { sameAs: none.as }),
      })),
      vision: vision.map(({ row, facility }) => ({
        id: row.id,
        tonnesCO2e: rangeJson(facility.tonnesCO2e),
      })),
    };
  },
});

export const TRAINING_CSV: PublishedFile = {
  path: '/api/v1/training.csv',
  example: '/api/v1/training.csv',
  holds: 'The training runs as a table, with the licence in each row',
  mediaType: 'text/csv',
  licence: LICENCE,
  write: ({ release }) => {
    const { release: name, methodVersion } = fileHeader(release, { ...ABOUT, licence: LICENCE });
    const { version, runs } = currentTraining();
    const rows = runs.map((run) => {
      const {
        makers,
        acceleratorHours,
        megawattHours,
        tonnesCO2e,
        tonnesCO2eAsMakersCount,
        statedTonnesCO2e,
        gridGramsPerKilowattHour,
        ...rest
      } = runJson(run);
      return {
        ...rest,
        grid_gCO2e_per_kWh: gridGramsPerKilowattHour,
        country: rest.country ?? '',
        makers: makers.join(';'),
        ...columns('accelerator_hours', acceleratorHours),
        ...columns('facility_MWh', megawattHours),
        ...columns('facility_tCO2e', tonnesCO2e),
        ...columns('as_makers_count_tCO2e', tonnesCO2eAsMakersCount),
        stated_tCO2e: statedTonnesCO2e
          .map(({ by, low, high }) => `${by}: ${low === high ? low : `${low}-${high}`}`)
          .join(';'),
        counts: 'training; not inference',
        training_version: version,
        release: name,
        method: methodVersion,
        licence: LICENCE,
      };
    });
    return spreadsheetCsv(rows, COLUMNS);
  },
};

function columns(name: string, range: z.infer<typeof Range> | undefined) {
  return {
    [`${name}_low_p5`]: range?.low,
    [`${name}_central_p50`]: range?.central,
    [`${name}_high_p95`]: range?.high,
  };
}

const RANGES = ['accelerator_hours', 'facility_MWh', 'facility_tCO2e', 'as_makers_count_tCO2e'];

const COLUMNS = [
  'id',
  'name',
  'makers',
  'country',
  'published',
  'domain',
  'weights',
  'parameters',
  'activeParameters',
  'flop',
  'known',
  'accelerator',
  'acceleratorStated',
  'grid_gCO2e_per_kWh',
  ...RANGES.flatMap((name) => Object.keys(columns(name, undefined))),
  'stated_tCO2e',
  'counts',
  'link',
  'training_version',
  'release',
  'method',
  'licence',
];
