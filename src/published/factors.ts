import * as z from 'zod';
import { LATENCY_FILE, LatencyFile } from '../calibration/validation/latency-file.ts';
import { EQUIVALENCES_FILE, EquivalencesFile } from '../catalog/equivalences.ts';
import {
  ACCELERATOR_ENERGY_FILE,
  AcceleratorEnergyFile,
  FACILITY_FILE,
  FacilityFile,
  SERVING_FILE,
  ServingFile,
} from '../catalog/factor-files.ts';
import { GRID_COMPARISON_FILE, GridComparisonFile } from '../catalog/grid-comparison.ts';
import { OFF_SITE_WATER_FILE, OffSiteWaterFile } from '../catalog/off-site-water.ts';
import { PRICE_FILE, PriceFile } from '../catalog/price-file.ts';
import { DataProblems } from '../catalog/problem.ts';
import { readYaml } from '../catalog/read-file.ts';
import { TOKENIZERS_FILE, TokenizersFile } from '../catalog/tokenizers.ts';
import {
  TRAINING_ACCELERATORS_FILE,
  TrainingAcceleratorFile,
} from '../catalog/training-accelerator.ts';
import { TRAINING_PAPER_FILE, TrainingPaperFile } from '../catalog/training-paper.ts';
import { STATEMENTS_FILE, StatementFile } from '../catalog/training-statement.ts';
import { WORKLOADS_FILE, WorkloadsFile } from '../catalog/workloads.ts';
import { jsonFile, type PublishedFile } from './api-file.ts';
import { HEADER } from './parts.ts';

/** The factor tables: every file of data/factors and the figures on training, published as read. */

/** One file of data/factors. */
export interface FactorFile {
  /** Its name in the API and, with another ending, in data/factors. */
  name: string;
  title: string;
  file: string;
  schema: z.ZodType;
}

/** What the units of every factor table are. */
const FACTOR_UNITS =
  'as the name of each field says; sdLn is the standard deviation of the natural logarithm; shares are fractions';

export const FACTOR_FILES: readonly FactorFile[] = [
  {
    name: 'accelerator-energy',
    title: 'Coefficients of the energy model, fitted on measurements',
    file: ACCELERATOR_ENERGY_FILE,
    schema: AcceleratorEnergyFile,
  },
  {
    name: 'serving',
    title: 'What is assumed of how hosts run models: load, machines, precision, software',
    file: SERVING_FILE,
    schema: ServingFile,
  },
  {
    name: 'facility',
    title: 'Host and idle capacity, PUE, water on site, siting and embodied emissions',
    file: FACILITY_FILE,
    schema: FacilityFile,
  },
  {
    name: 'price',
    title: 'What list prices say of energy, fitted on open models',
    file: PRICE_FILE,
    schema: PriceFile,
  },
  {
    name: 'off-site-water',
    title: 'Water consumed per kWh generated, by country',
    file: OFF_SITE_WATER_FILE,
    schema: OffSiteWaterFile,
  },
  {
    name: 'workloads',
    title: 'Kinds of request in tokens, and the share of prompts read from a cache',
    file: WORKLOADS_FILE,
    schema: WorkloadsFile,
  },
  {
    name: 'tokenizers',
    title:
      'Which models share a tokenizer, how many tokens closed ones may make, and the texts counted',
    file: TOKENIZERS_FILE,
    schema: TokenizersFile,
  },
  {
    name: 'equivalences',
    title: 'Everyday things that amounts are set beside; nothing is computed with them',
    file: EQUIVALENCES_FILE,
    schema: EquivalencesFile,
  },
  {
    name: 'grid-comparison',
    title: 'Grid figures of others, shown beside those used; nothing is computed with them',
    file: GRID_COMPARISON_FILE,
    schema: GridComparisonFile,
  },
  {
    name: 'latency',
    title: 'Coefficients of decode latency, for the validation alone',
    file: LATENCY_FILE,
    schema: LatencyFile,
  },
  {
    name: 'training',
    title: 'What is stated of training, each as printed; no figure of inference counts it',
    file: STATEMENTS_FILE,
    schema: StatementFile,
  },
  {
    name: 'training-accelerators',
    title: 'What models are trained on, by data sheets; no figure of inference counts it',
    file: TRAINING_ACCELERATORS_FILE,
    schema: TrainingAcceleratorFile,
  },
  {
    name: 'training-hugging-carbon',
    title:
      'Constants of the paper Hugging Carbon, which training is held against; nothing is computed with them',
    file: TRAINING_PAPER_FILE,
    schema: TrainingPaperFile,
  },
];

/** The record of a factor table under a root. Throws DataProblems. */
export function readFactorFile(root: string, { file, schema }: FactorFile): unknown {
  const { data, problems } = readYaml({ root, file, recordDepth: 1 }, schema);
  if (data === undefined) throw new DataProblems(problems);
  return data;
}

/** Each factor table as it is published, with how each figure is known. */
export const FACTORS: readonly PublishedFile[] = FACTOR_FILES.map((factor) => {
  const { name, title, file, schema } = factor;
  return jsonFile({
    name: `factors-${name}`,
    path: `/api/v1/factors/${name}.json`,
    holds: title,
    about: { title, unit: FACTOR_UNITS },
    readable: true,
    schema: z.strictObject({ ...HEADER, file: z.string(), factors: schema }),
    object: () => ({ file, factors: readFactorFile(process.cwd(), factor) }),
  });
});
