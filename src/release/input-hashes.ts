import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { yearly2025 } from '@tgwf/co2/data/electricity-maps';

/** Name of an input to its SHA-256, hexadecimal; names in a fixed order. */
export type InputHashes = Readonly<Record<string, string>>;

/** The name under which the grid data, which come in a package, are hashed. */
const GRID_INPUT = 'npm:@tgwf/co2/data/electricity-maps/yearly2025';

/** Files that the estimates do not read: they validate them, or are shown apart. */
const NOT_ESTIMATED_FROM = [
  'data/factors/grid-comparison.yaml',
  'data/factors/latency.yaml',
  'data/measurements/disclosures.yaml',
  'data/measurements/inferencex.csv',
  'data/measurements/inferencex-power-split.csv',
  'data/measurements/inferencex-throughput.csv',
  'data/measurements/left-out-fits.json',
  'data/measurements/speed-conditioning.json',
];

/** What is known of training, which no figure of a release counts, and what tells of releases. */
const APART = /^data\/(training\/|releases\/|method-versions\.yaml$)/;

/** Hashes every data file that a release is made of, and the grid data. */
export function hashInputs(root: string): InputHashes {
  const files = globSync('data/**/*.{json,yaml,csv}', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !NOT_ESTIMATED_FROM.includes(file) && !APART.test(file))
    .toSorted();
  return Object.fromEntries([
    ...files.map((file) => [file, sha256(readFileSync(path.join(root, file)))]),
    [GRID_INPUT, sha256(JSON.stringify(yearly2025.data))],
  ]);
}

/**
 * A release is named by the day of its model list and one hash of all its inputs and the version of
 * the method, so that another method never publishes other figures under the same name.
 */
export function releaseName(date: string, inputs: InputHashes, methodVersion: string): string {
  return `${date}-${sha256(JSON.stringify({ methodVersion, inputs })).slice(0, 8)}`;
}

/** SHA-256 of a text or of bytes, hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
