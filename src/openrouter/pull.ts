import { join } from 'node:path';
import { EndpointList, HostList, ModelList } from '../catalog/snapshot.ts';
import { UsageList } from '../catalog/usage.ts';
import { type Part, partOf, putInPlace } from './part.ts';
import { type PullOptions, pullEndpoints, pullHosts, pullModels } from './pull-lists.ts';
import { pullUsage } from './pull-usage.ts';
import type { PullReport } from './report.ts';

/**
 * Reads OpenRouter's lists and brings the snapshot in `directory` up to date. Nothing is written
 * before everything is read and checked; without a good model list nothing is written at all.
 * What is wrong outside is told in the report; only defects of this program throw.
 */
export async function pull(options: PullOptions): Promise<PullReport> {
  const at = (name: string) => join(options.directory, name);

  const models = await partOf(at('models.json'), ModelList, (old) => pullModels(old, options));
  if (models.list === undefined) {
    return reportOf([models]);
  }
  const ids = models.list.models.map(({ id }) => id).filter(hasHostsOfItsOwn);
  const hosts = await partOf(at('hosts.json'), HostList, (old) => pullHosts(old, options));
  const endpoints = await partOf(at('endpoints.json'), EndpointList, (old) =>
    pullEndpoints(old, ids, options),
  );
  const usage = await partOf(at('usage.json'), UsageList, (old) => pullUsage(old, options));

  const written: Part<unknown>[] = [];
  for (const part of [models, endpoints, hosts, usage]) {
    written.push(await putInPlace(part));
  }
  return reportOf(written);
}

/** False for an alias (`~…-latest`) and a router: they stand for other entries of the list. */
function hasHostsOfItsOwn(id: string): boolean {
  return !id.startsWith('~') && !id.startsWith('openrouter/');
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
    files: parts.map(({ file }) => file),
    complete:
      told.endpointsGaveUp === undefined && parts.every(({ file }) => file.outcome !== 'refused'),
  };
}
