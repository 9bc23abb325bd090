import { FACTUAL_CAPACITY_FILE } from '../factual-capacity.ts';
import { POWER_SPLIT_FILE } from '../power-split.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { SERVING_THROUGHPUTS_FILE } from '../serving-measurement.ts';
import { ENDPOINT_LIST_FILE, HOST_LIST_FILE, MODEL_LIST_FILE } from '../snapshot.ts';
import { VISION_FILE } from '../training-vision.ts';

/** The records of one file, each with what it is told from others by; where that is one text, it is its name. */
interface Records {
  file: string;
  identities: readonly string[];
  named: boolean;
}

/**
 * What an index or a mean is made of stands there once: a row that a merge or a copy has doubled would
 * count twice. Other files are held to it where they are read, or by a check of their own.
 */
export function recordsStandOnce(
  data: Pick<
    CatalogData,
    | 'modelList'
    | 'endpoints'
    | 'hostList'
    | 'factualCapacity'
    | 'servingThroughputs'
    | 'powerSplit'
    | 'training'
  >,
): Problem[] {
  const ids = (file: string, identities: string[]): Records => ({ file, identities, named: true });
  const rows = (file: string, all: readonly object[]): Records => ({
    file,
    identities: all.map((row) => JSON.stringify(row)),
    named: false,
  });
  return [
    ids(
      MODEL_LIST_FILE,
      data.modelList.models.map(({ id }) => id),
    ),
    ids(
      ENDPOINT_LIST_FILE,
      data.endpoints.models.map(({ id }) => id),
    ),
    ids(
      HOST_LIST_FILE,
      data.hostList.hosts.map(({ slug }) => slug),
    ),
    rows(FACTUAL_CAPACITY_FILE, data.factualCapacity),
    rows(SERVING_THROUGHPUTS_FILE, data.servingThroughputs),
    rows(POWER_SPLIT_FILE, data.powerSplit),
    rows(VISION_FILE, data.training.vision),
  ].flatMap(repeated);
}

function repeated({ file, identities, named }: Records): Problem[] {
  const seen = new Set<string>();
  return identities.flatMap((identity, index) => {
    const again = seen.has(identity);
    seen.add(identity);
    const record = named ? identity : `row ${index + 1}`;
    return again
      ? [{ file, record, field: '', message: 'is there twice; expected once, remove one' }]
      : [];
  });
}
