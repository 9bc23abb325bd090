import { EQUIVALENCES_FILE } from '../equivalences.ts';
import { GRID_SOURCE } from '../grid.ts';
import { GRID_COMPARISON_FILE } from '../grid-comparison.ts';
import { hostPath } from '../host.ts';
import { makerPath } from '../maker.ts';
import { CONTRIBUTED_FILE, MEASUREMENTS_FILE, MEASUREMENTS_SOURCE } from '../measurement.ts';
import { POWER_SPLIT_FILE, POWER_SPLIT_SOURCE } from '../power-split.ts';
import type { CatalogData } from '../read-data.ts';
import { SERVING_MEASUREMENTS_FILE, SERVING_MEASUREMENTS_SOURCES } from '../serving-measurement.ts';
import { ENDPOINT_LIST_FILE, HOST_LIST_FILE, MODEL_LIST_FILE } from '../snapshot.ts';
import { TRAINING_METHOD_SOURCES } from '../training/known-runs.ts';
import { TRAINING_ACCELERATORS_FILE } from '../training-accelerator.ts';
import { LINEAGE_FILE } from '../training-lineage.ts';
import { TRAINING_PAPER_FILE } from '../training-paper.ts';
import { RUNS_FILE, RUNS_SOURCE } from '../training-run.ts';
import { STATEMENTS_FILE } from '../training-statement.ts';
import { VISION_FILE, VISION_SOURCES } from '../training-vision.ts';
import { modelRecords } from './model-records.ts';

/** One place that rests on a source. */
export interface SourceUse {
  id: string;
  file: string;
  record: string;
  field: string;
}

/** The source of each list that is pulled from OpenRouter. */
const SNAPSHOT_SOURCES = [
  { id: 'openrouter-models', file: MODEL_LIST_FILE },
  { id: 'openrouter-endpoints', file: ENDPOINT_LIST_FILE },
  { id: 'openrouter-providers', file: HOST_LIST_FILE },
];

/** Every use of a source: by makers, hosts, models, factors, measurements, training, the grid and OpenRouter's lists. */
export function sourceUses(
  data: Pick<
    CatalogData,
    | 'makers'
    | 'hostFiles'
    | 'factors'
    | 'measurements'
    | 'gridComparison'
    | 'equivalences'
    | 'training'
  >,
): SourceUse[] {
  return [
    ...[...data.makers].flatMap(([maker, { servesOn }]) =>
      sourcesWithin({ servesOn }, { file: makerPath(maker), record: '' }),
    ),
    ...[...data.hostFiles].flatMap(([slug, host]) =>
      sourcesWithin(host, { file: hostPath(slug), record: '' }),
    ),
    ...modelRecords(data).flatMap(({ facts, at }) => sourcesWithin(facts, at)),
    ...factorFiles(data.factors).flatMap(([file, factors]) =>
      sourcesWithin(factors, { file: `data/factors/${file}.yaml`, record: '' }),
    ),
    ...sourcesWithin(data.gridComparison, { file: GRID_COMPARISON_FILE, record: '' }),
    ...sourcesWithin(data.equivalences, { file: EQUIVALENCES_FILE, record: '' }),
    ...sourcesWithin(data.training.statements, { file: STATEMENTS_FILE, record: '' }),
    ...sourcesWithin(data.training.lineage, { file: LINEAGE_FILE, record: '' }),
    ...sourcesWithin(data.training.accelerators, { file: TRAINING_ACCELERATORS_FILE, record: '' }),
    ...sourcesWithin(data.training.paper, { file: TRAINING_PAPER_FILE, record: '' }),
    { id: RUNS_SOURCE, file: RUNS_FILE, record: '', field: '' },
    ...Object.values(VISION_SOURCES).map((id) => ({
      id,
      file: VISION_FILE,
      record: '',
      field: '',
    })),
    ...TRAINING_METHOD_SOURCES.map((id) => ({
      id,
      file: 'src/estimation/training/method.ts',
      record: '',
      field: '',
    })),
    { id: MEASUREMENTS_SOURCE, file: MEASUREMENTS_FILE, record: '', field: '' },
    ...data.measurements.flatMap(({ source: id, configuration: record }) =>
      id === undefined ? [] : { id, file: CONTRIBUTED_FILE, record, field: 'source' },
    ),
    { id: POWER_SPLIT_SOURCE, file: POWER_SPLIT_FILE, record: '', field: '' },
    ...SERVING_MEASUREMENTS_SOURCES.map((id) => ({
      id,
      file: SERVING_MEASUREMENTS_FILE,
      record: '',
      field: '',
    })),
    { id: GRID_SOURCE, file: 'src/catalog/grid.ts', record: '', field: '' },
    ...SNAPSHOT_SOURCES.map((source) => ({ ...source, record: '', field: '' })),
  ];
}

/** The factors by the names of their files, without the ending. */
function factorFiles({ accelerator, offSiteWater, ...others }: CatalogData['factors']) {
  return Object.entries({
    'accelerator-energy': accelerator,
    'off-site-water': offSiteWater,
    ...others,
  });
}

/** Every `sources: [...]` at any depth of a record, so that a new field cannot escape the check. */
export function sourcesWithin(
  value: unknown,
  at: { file: string; record: string },
  path: readonly string[] = [],
): SourceUse[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const innerPath = [...path, key];
    return key === 'sources' && Array.isArray(inner)
      ? inner.map((id) => ({ id: String(id), ...at, field: innerPath.join('.') }))
      : sourcesWithin(inner, at, innerPath);
  });
}
