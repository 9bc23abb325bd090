import { existsSync } from 'node:fs';
import path from 'node:path';
import { DISCLOSURES_FILE, DisclosureFile } from './disclosure.ts';
import { EQUIVALENCES_FILE, EquivalencesFile } from './equivalences.ts';
import {
  ACCELERATOR_ENERGY_FILE,
  AcceleratorEnergyFile,
  FACILITY_FILE,
  FacilityFile,
  type Factors,
  SERVING_FILE,
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
  MEASUREMENTS_FILE,
  type MeasuredRow,
  MeasuredRows,
} from './measurement.ts';
import { OFF_SITE_WATER_FILE, OffSiteWaterFile } from './off-site-water.ts';
import { POWER_SPLIT_FILE, type PowerSplitRow, PowerSplitRows } from './power-split.ts';
import { PRICE_FILE, PriceFile } from './price-file.ts';
import { DataProblems } from './problem.ts';
import { areAllRead, problemsIn, readCsv, readJson, readYaml } from './read-file.ts';
import { readTraining, type TrainingData } from './read-training.ts';
import {
  SERVING_MEASUREMENTS_FILE,
  SERVING_THROUGHPUTS_FILE,
  type ServingConfiguration,
  type ServingMeasurement,
  ServingMeasurements,
  ServingThroughputs,
} from './serving-measurement.ts';
import {
  ENDPOINT_LIST_FILE,
  EndpointList,
  HOST_LIST_FILE,
  HostList,
  MODEL_LIST_FILE,
  ModelList,
} from './snapshot.ts';
import { SOURCES_FILE, SourceFile } from './source.ts';
import {
  TOKEN_COUNTS_FILE,
  TOKENIZERS_FILE,
  type TokenCount,
  TokenCounts,
  TokenizersFile,
} from './tokenizers.ts';
import { USAGE_LIST_FILE, UsageList } from './usage.ts';
import { WORKLOADS_FILE, WorkloadsFile } from './workloads.ts';
import { finishWritingTogether } from './write-together.ts';
import { readYamlFolder } from './yaml-files.ts';

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
  const at = (file: string, recordDepth: number) => ({ root, file, recordDepth });
  const read = {
    modelList: readJson(at(MODEL_LIST_FILE, 2), ModelList),
    endpoints: readJson(at(ENDPOINT_LIST_FILE, 2), EndpointList),
    hostList: readJson(at(HOST_LIST_FILE, 2), HostList),
    usage: readJson(at(USAGE_LIST_FILE, 2), UsageList),
    sources: readYaml(at(SOURCES_FILE, 1), SourceFile),
    measurements: readCsv(at(MEASUREMENTS_FILE, 1), MeasuredRows),
    // Nobody has to have measured anything yet.
    contributed: existsSync(path.join(root, CONTRIBUTED_FILE))
      ? readCsv(at(CONTRIBUTED_FILE, 1), ContributedRows)
      : { data: [], problems: [] },
    servingMeasurements: readCsv(at(SERVING_MEASUREMENTS_FILE, 1), ServingMeasurements),
    servingThroughputs: readCsv(at(SERVING_THROUGHPUTS_FILE, 1), ServingThroughputs),
    powerSplit: readCsv(at(POWER_SPLIT_FILE, 1), PowerSplitRows),
    factualCapacity: readCsv(at(FACTUAL_CAPACITY_FILE, 1), FactualCapacityRows),
    leftOutFits: readJson(at(LEFT_OUT_FITS_FILE, 2), LeftOutFitsFile),
    tokenCounts: readCsv(at(TOKEN_COUNTS_FILE, 1), TokenCounts),
    disclosures: readYaml(at(DISCLOSURES_FILE, 1), DisclosureFile),
    gridComparison: readYaml(at(GRID_COMPARISON_FILE, 2), GridComparisonFile),
    equivalences: readYaml(at(EQUIVALENCES_FILE, 1), EquivalencesFile),
    training: readTraining(root),
    accelerator: readYaml(at(ACCELERATOR_ENERGY_FILE, 1), AcceleratorEnergyFile),
    serving: readYaml(at(SERVING_FILE, 1), ServingFile),
    facility: readYaml(at(FACILITY_FILE, 1), FacilityFile),
    price: readYaml(at(PRICE_FILE, 1), PriceFile),
    offSiteWater: readYaml(at(OFF_SITE_WATER_FILE, 1), OffSiteWaterFile),
    workloads: readYaml(at(WORKLOADS_FILE, 1), WorkloadsFile),
    tokenizers: readYaml(at(TOKENIZERS_FILE, 2), TokenizersFile),
    hostFiles: readYamlFolder(at('data/hosts', 0), HostFile),
    makers: readYamlFolder(at('data/models', 2), MakerFile),
  };
  const problems = problemsIn(read);
  if (problems.length > 0 || !areAllRead(read)) throw new DataProblems(problems);
  return {
    modelList: read.modelList.data,
    endpoints: read.endpoints.data,
    hostList: read.hostList.data,
    usage: read.usage.data,
    hostFiles: read.hostFiles.data,
    makers: read.makers.data,
    sources: { ...read.sources.data, ...read.training.data.sources },
    measurements: [...read.measurements.data, ...read.contributed.data],
    servingMeasurements: read.servingMeasurements.data,
    servingThroughputs: read.servingThroughputs.data,
    powerSplit: read.powerSplit.data,
    factualCapacity: read.factualCapacity.data,
    leftOutFits: read.leftOutFits.data,
    tokenCounts: read.tokenCounts.data,
    disclosures: read.disclosures.data,
    gridComparison: read.gridComparison.data,
    equivalences: read.equivalences.data,
    training: read.training.data,
    factors: {
      accelerator: read.accelerator.data,
      serving: read.serving.data,
      facility: read.facility.data,
      price: read.price.data,
      offSiteWater: read.offSiteWater.data,
      workloads: read.workloads.data,
      tokenizers: read.tokenizers.data,
    },
  };
}
