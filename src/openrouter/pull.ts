import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EndpointList, HostList, ModelList } from '../catalog/snapshot.ts';
import { UsageList } from '../catalog/usage.ts';
import { finishWritingTogether, isDraft, writeTogether } from '../catalog/write-together.ts';
import { type Part, partOf, unwritten } from './part.ts';
import { type PullOptions, pullEndpoints, pullHosts, pullModels } from './pull-lists.ts';
import { pullUsage } from './pull-usage.ts';
import { messageOf, Refused } from './refused.ts';
import type { PullReport } from './report.ts';
import { alone } from './snapshot-lock.ts';

/**
 * Reads OpenRouter's lists and brings the snapshot in `directory` up to date. Nothing is written
 * before everything is read and checked; without a good model list nothing is written at all, and what
 * is written takes its place together. What is wrong outside is told in the report; only defects of
 * this program throw.
 */
export async function pull(options: PullOptions): Promise<PullReport> {
  const { directory } = options;
  try {
    return await alone(directory, async () => {
      finishWritingTogether(directory);
      await sweep(directory);
      return reportOf(await putInPlace(options, await readParts(options)));
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const file = { path: directory, outcome: 'refused', message: error.message } as const;
    return reportOf([{ file, report: {} }]);
  }
}

async function readParts(options: PullOptions): Promise<Part<unknown>[]> {
  const at = (name: string) => join(options.directory, name);
  const models = await partOf(at('models.json'), ModelList, (old) => pullModels(old, options));
  if (models.list === undefined) return [models];
  const asked = models.list.models.filter(({ id }) => hasHostsOfItsOwn(id));
  const hosts = await partOf(at('hosts.json'), HostList, (old) => pullHosts(old, options));
  const endpoints = await partOf(at('endpoints.json'), EndpointList, (old) =>
    pullEndpoints(old, asked, options),
  );
  const usage = await partOf(at('usage.json'), UsageList, (old) => pullUsage(old, options));
  return [models, endpoints, hosts, usage];
}

/** False for an alias (`~…-latest`) and a router: they stand for other entries of the list. */
function hasHostsOfItsOwn(id: string): boolean {
  return !id.startsWith('~') && !id.startsWith('openrouter/');
}

/** Writes what is new, all of it or nothing. */
async function putInPlace(
  { directory, putInPlace: finish }: PullOptions,
  parts: readonly Part<unknown>[],
): Promise<readonly Part<unknown>[]> {
  const texts = new Map(
    parts.flatMap(({ file, newText }) =>
      newText === undefined ? [] : [[basename(file.path), newText] as const],
    ),
  );
  try {
    if (texts.size > 0) await writeTogether(directory, texts, finish);
    return parts;
  } catch (error) {
    const why = new Refused(directory, `cannot be written (${messageOf(error)})`);
    return parts.map((part) => unwritten(part, why));
  }
}

/** Removes what a pull that was stopped has left. */
async function sweep(directory: string): Promise<void> {
  for (const name of (await readdir(directory)).filter(isDraft)) {
    await rm(join(directory, name), { force: true });
  }
}

function reportOf(parts: readonly Part<unknown>[]): PullReport {
  const told: Partial<PullReport> = {};
  for (const { report } of parts) {
    Object.assign(told, report);
  }
  return {
    endpointFailures: [],
    endpointsOutOfService: 0,
    ...told,
    problems: parts.flatMap(({ report }) => report.problems ?? []),
    stood: parts.flatMap(({ report }) => report.stood ?? []),
    files: parts.map(({ file }) => file),
    complete:
      told.endpointsGaveUp === undefined && parts.every(({ file }) => file.outcome !== 'refused'),
  };
}
