import path from 'node:path';
import {
  ACCELERATOR_ENERGY_FILE,
  FACILITY_FILE,
  SERVING_FILE,
} from '../../catalog/factor-files.ts';
import { FACTUAL_CAPACITY_FILE } from '../../catalog/factual-capacity.ts';
import { makerPath } from '../../catalog/maker.ts';
import { CONTRIBUTED_FILE, MEASUREMENTS_FILE } from '../../catalog/measurement.ts';
import { PRICE_FILE } from '../../catalog/price-file.ts';
import { ENDPOINT_LIST_FILE, HOST_LIST_FILE, MODEL_LIST_FILE } from '../../catalog/snapshot.ts';
import type { InputHashes } from '../../release/input-hashes.ts';

/** Inputs that no emission figure comes from: citations, totals, comparisons and water use them. */
const NOT_IN_FIGURES =
  /^data\/(sources\.yaml|openrouter\/usage\.json|measurements\/token-counts\.csv|factors\/(equivalences|workloads|off-site-water|tokenizers)\.yaml)$/;

/** What the list is called among changed inputs. */
export const MODEL_LIST_WORDS = 'OpenRouter’s model list and prices';

const NAMED: Readonly<Record<string, string>> = {
  [MODEL_LIST_FILE]: MODEL_LIST_WORDS,
  [ENDPOINT_LIST_FILE]: 'OpenRouter’s endpoints',
  [HOST_LIST_FILE]: 'OpenRouter’s hosts',
  [MEASUREMENTS_FILE]: 'measurements',
  [CONTRIBUTED_FILE]: 'measurements of others',
  [FACTUAL_CAPACITY_FILE]: 'what models know of facts',
  [ACCELERATOR_ENERGY_FILE]: 'energy coefficients',
  [SERVING_FILE]: 'serving factors',
  [FACILITY_FILE]: 'facility factors',
  [PRICE_FILE]: 'price lines',
};

/** Of more hosts their number is said. */
const MOST_NAMED = 3;

/** Names of the inputs that were added, removed or changed between two releases. */
export function changedInputs(before: InputHashes, after: InputHashes): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .toSorted();
}

/**
 * The changed inputs that figures are computed from, in short words for readers. With a maker, only
 * what concerns its models.
 */
export function inputWords(changed: readonly string[], maker?: string): string[] {
  const inFigures = changed.filter((name) => !NOT_IN_FIGURES.test(name));
  const makers = inFigures.filter((name) => name.startsWith('data/models/'));
  const hosts = inFigures.filter((name) => name.startsWith('data/hosts/'));
  const own = maker !== undefined && makers.includes(makerPath(maker));
  return [
    ...(maker === undefined && makers.length > 0
      ? [`records of ${makers.length} ${makers.length === 1 ? 'maker' : 'makers'}`]
      : []),
    ...(own ? ['the maker’s record'] : []),
    ...(hosts.length > 0 ? [hostWords(hosts)] : []),
    ...inFigures
      .filter((name) => !makers.includes(name) && !hosts.includes(name))
      .map((name) => NAMED[name] ?? (name.startsWith('npm:') ? 'grid intensities' : name)),
  ];
}

const list = new Intl.ListFormat('en-GB');

/** Whose records differ: by their slugs, or how many where a reader would not read that far. */
function hostWords(files: readonly string[]): string {
  if (files.length > MOST_NAMED) return `records of ${files.length} hosts`;
  const slugs = files.map((file) => path.basename(file, '.yaml'));
  return slugs.length === 1
    ? `the record of the host ${slugs[0]}`
    : `the records of the hosts ${list.format(slugs)}`;
}
