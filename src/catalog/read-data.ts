import { existsSync } from 'node:fs';
import path from 'node:path';
import { DISCLOSURES_FILE, DisclosureFile } from './disclosure.ts';
import { EQUIVALENCES_FILE, EquivalencesFile } from './equivalences.ts';
import {
  AcceleratorEnergyFile,
  FacilityFile,
  type Factors,
  PriceFile,
  ServingFile,
} from './factor-files.ts';
import {
  FACTUAL_CAPACITY_FILE,
  type FactualCapacityRow,
  FactualCapacityRows,
} from './factual-capacity.ts';
import { GRID_COMPARISON_FILE, GridComparisonFile } from './grid-comparison.ts';
import { HostFile } from './host.ts';
import { LEFT_OUT_FITS_FILE, LeftOutFitsFile } from './left-out-fits.ts';
import { MakerFile } from './maker.ts';
import {
  CONTRIBUTED_FILE,
  ContributedRows,
  type MeasuredRow,
  MeasuredRows,
} from './measurement.ts';
import { OffSiteWaterFile } from './off-site-water.ts';
import { POWER_SPLIT_FILE, type PowerSplitRow, PowerSplitRows } from './power-split.ts';
import { DataProblems, type Problem } from './problem.ts';
import { type FileResult, readCsv, readJson, readYaml } from './read-file.ts';
import { readTraining, type TrainingData } from './read-training.ts';
import {
  SERVING_MEASUREMENTS_FILE,
  SERVING_THROUGHPUTS_FILE,
  type ServingConfiguration,
  type ServingMeasurement,
  ServingMeasurements,
  ServingThroughputs,
} from './serving-measurement.ts';
import { EndpointList, HostList, ModelList } from './snapshot.ts';
import { SourceFile } from './source.ts';
import {
  TOKEN_COUNTS_FILE,
  TOKENIZERS_FILE,
  type TokenCount,
  TokenCounts,
  TokenizersFile,
} from './tokenizers.ts';
import { UsageList } from './usage.ts';
import { WorkloadsFile } from './workloads.ts';
import { finishWritingTogether } from './write-together.ts';
import { yamlFiles } from './yaml-files.ts';

/** All that the index knows: what OpenRouter offers and what people have found out. */
export interface CatalogData {
  modelList: ModelList;
  endpoints: EndpointList;
  hostList: HostList;
  /** What went through OpenRouter in a week. */
  usage: UsageList;
  /** What people know of the hosts, by OpenRouter's slug, which is the file's name. */
  hostFiles: ReadonlyMap<string, HostFile>;
  /** By the maker's part of a model id, which is the file's name. */
  makers: ReadonlyMap<string, MakerFile>;
  /** Those of training among them. */
  sources: SourceFile;
  measurements: readonly MeasuredRow[];
  /** Measured with today's engines. */
  servingMeasurements: readonly ServingMeasurement[];
  servingThroughputs: readonly ServingConfiguration[];
  /** Prefill and decode measured apart. */
  powerSplit: readonly PowerSplitRow[];
  /** What the fit comes to without each architecture and accelerator. */
  leftOutFits: LeftOutFitsFile;
  /** What models' knowledge of facts says of their size. */
  factualCapacity: readonly FactualCapacityRow[];
  /** How many tokens open tokenizers make of texts. */
  tokenCounts: readonly TokenCount[];
  /** Published figures that the estimates are held against. */
  disclosures: DisclosureFile;
  /** Published grid figures, shown beside those that the estimates use. */
  gridComparison: GridComparisonFile;
  /** Everyday things that amounts are set beside. */
  equivalences: EquivalencesFile;
  /** What is known of training: shown apart, no figure of inference counts it. */
  training: TrainingData;
  factors: Factors;
}

/**
 * Reads everything under `root`/data; a pull that was stopped while it replaced its files is finished
 * first. Throws DataProblems with every problem of every file at once.
 */
export function readData(root: string): CatalogData {
  finishWritingTogether(path.join(root, 'data/openrouter'));
  const problems: Problem[] = [];
  const take = <T>(result: FileResult<T>): T | undefined => {
    problems.push(...result.problems);
    return result.data;
  };
  const file = (name: string, recordDepth: number) => ({ root, file: `data/${name}`, recordDepth });

  const modelList = take(readJson(file('openrouter/models.json', 2), ModelList));
  const endpoints = take(readJson(file('openrouter/endpoints.json', 2), EndpointList));
  const hostList = take(readJson(file('openrouter/hosts.json', 2), HostList));
  const usage = take(readJson(file('openrouter/usage.json', 2), UsageList));
  const sources = take(readYaml(file('sources.yaml', 1), SourceFile));
  const measurements = take(readCsv(file('measurements/mlenergy-v3.csv', 1), MeasuredRows));
  // Nobody has to have measured anything yet.
  const contributed = existsSync(path.join(root, CONTRIBUTED_FILE))
    ? take(readCsv({ root, file: CONTRIBUTED_FILE, recordDepth: 1 }, ContributedRows))
    : [];
  const servingMeasurements = take(
    readCsv({ root, file: SERVING_MEASUREMENTS_FILE, recordDepth: 1 }, ServingMeasurements),
  );
  const servingThroughputs = take(
    readCsv({ root, file: SERVING_THROUGHPUTS_FILE, recordDepth: 1 }, ServingThroughputs),
  );
  const powerSplit = take(
    readCsv({ root, file: POWER_SPLIT_FILE, recordDepth: 1 }, PowerSplitRows),
  );
  const factualCapacity = take(
    readCsv({ root, file: FACTUAL_CAPACITY_FILE, recordDepth: 1 }, FactualCapacityRows),
  );
  const leftOutFits = take(
    readJson({ root, file: LEFT_OUT_FITS_FILE, recordDepth: 2 }, LeftOutFitsFile),
  );
  const tokenCounts = take(readCsv({ root, file: TOKEN_COUNTS_FILE, recordDepth: 1 }, TokenCounts));
  const disclosures = take(
    readYaml({ root, file: DISCLOSURES_FILE, recordDepth: 1 }, DisclosureFile),
  );
  const gridComparison = take(
    readYaml({ root, file: GRID_COMPARISON_FILE, recordDepth: 2 }, GridComparisonFile),
  );
  const equivalences = take(
    readYaml({ root, file: EQUIVALENCES_FILE, recordDepth: 1 }, EquivalencesFile),
  );
  const training = take(readTraining(root));
  const accelerator = take(
    readYaml(file('factors/accelerator-energy.yaml', 1), AcceleratorEnergyFile),
  );
  const serving = take(readYaml(file('factors/serving.yaml', 1), ServingFile));
  const facility = take(readYaml(file('factors/facility.yaml', 1), FacilityFile));
  const price = take(readYaml(file('factors/price.yaml', 1), PriceFile));
  const offSiteWater = take(readYaml(file('factors/off-site-water.yaml', 1), OffSiteWaterFile));
  const workloads = take(readYaml(file('factors/workloads.yaml', 1), WorkloadsFile));
  const tokenizers = take(
    readYaml({ root, file: TOKENIZERS_FILE, recordDepth: 2 }, TokenizersFile),
  );
  const hostFiles = new Map<string, HostFile>();
  for (const slug of take(yamlFiles(root, 'data/hosts')) ?? []) {
    const host = take(readYaml(file(`hosts/${slug}.yaml`, 0), HostFile));
    if (host !== undefined) hostFiles.set(slug, host);
  }
  const makers = new Map<string, MakerFile>();
  for (const name of take(yamlFiles(root, 'data/models')) ?? []) {
    const maker = take(readYaml(file(`models/${name}.yaml`, 2), MakerFile));
    if (maker !== undefined) makers.set(name, maker);
  }

  if (
    modelList === undefined ||
    endpoints === undefined ||
    hostList === undefined ||
    usage === undefined ||
    sources === undefined ||
    measurements === undefined ||
    contributed === undefined ||
    servingMeasurements === undefined ||
    servingThroughputs === undefined ||
    powerSplit === undefined ||
    factualCapacity === undefined ||
    leftOutFits === undefined ||
    tokenCounts === undefined ||
    disclosures === undefined ||
    gridComparison === undefined ||
    equivalences === undefined ||
    training === undefined ||
    accelerator === undefined ||
    serving === undefined ||
    facility === undefined ||
    price === undefined ||
    offSiteWater === undefined ||
    workloads === undefined ||
    tokenizers === undefined ||
    problems.length > 0
  ) {
    throw new DataProblems(problems);
  }
  const factors = { accelerator, serving, facility, price, offSiteWater, workloads, tokenizers };
  return {
    modelList,
    endpoints,
    hostList,
    usage,
    hostFiles,
    makers,
    sources: { ...sources, ...training.sources },
    measurements: [...measurements, ...contributed],
    servingMeasurements,
    servingThroughputs,
    powerSplit,
    factualCapacity,
    leftOutFits,
    tokenCounts,
    disclosures,
    gridComparison,
    equivalences,
    training,
    factors,
  };
}
