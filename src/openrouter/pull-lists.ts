import type { EndpointList, HostList, ModelList } from '../catalog/snapshot.ts';
import { endpointChanges, hostChanges, modelChanges } from './changes.ts';
import type { OnProgress, OpenRouterSource } from './openrouter-source.ts';
import type { Pulled } from './part.ts';
import { Refused } from './refused.ts';
import { refuseShrunken } from './sift.ts';
import { translateEndpoints, translateHosts, translateModels } from './translate-lists.ts';

export interface PullOptions {
  source: OpenRouterSource;
  /** Where models.json, endpoints.json, hosts.json and usage.json are kept. */
  directory: string;
  /** A person has looked: a list that lost more than a fifth is accepted. */
  allowShrink: boolean;
  onProgress: OnProgress;
}

/** The model list of today. Throws Refused. */
export async function pullModels(
  old: ModelList | undefined,
  { source, allowShrink, onProgress }: PullOptions,
): Promise<Pulled<ModelList>> {
  onProgress({ what: 'model list', done: 0, total: 1 });
  const foreign = await source.models();
  const { list, problems } = translateModels(foreign, source.origins.models);
  const found = list.models.length;
  refuseShrunken(foreign.address, 'models', found, old?.models.length ?? 0, allowShrink);
  const message = `${found} models, list of ${list.retrieved}`;
  return { list, message, report: { problems, models: modelChanges(old, list) } };
}

/** The host list of today. Throws Refused. */
export async function pullHosts(
  old: HostList | undefined,
  { source, allowShrink, onProgress }: PullOptions,
): Promise<Pulled<HostList>> {
  onProgress({ what: 'host list', done: 0, total: 1 });
  const foreign = await source.hosts();
  if ('notOffered' in foreign) {
    return { keptBecause: foreign.notOffered };
  }
  const { list, problems } = translateHosts(foreign, source.origins.hosts);
  const found = list.hosts.length;
  refuseShrunken(foreign.address, 'hosts', found, old?.hosts.length ?? 0, allowShrink);
  const message = `${found} hosts, list of ${list.retrieved}`;
  return { list, message, report: { problems, hosts: hostChanges(old, list) } };
}

/** The endpoints of the models `ids`, old ones where no new ones could be read. Throws Refused. */
export async function pullEndpoints(
  old: EndpointList | undefined,
  ids: readonly string[],
  { source, allowShrink, onProgress }: PullOptions,
): Promise<Pulled<EndpointList>> {
  const reading = await source.endpoints(ids, onProgress);
  if ('notOffered' in reading) {
    return { keptBecause: reading.notOffered };
  }
  const address = source.origins.endpoints;
  const { list, problems, outOfService, found, replaced } = translateEndpoints(
    ids,
    reading,
    old,
    address,
  );
  if (list.models.length === 0) {
    const why =
      reading.gaveUp ?? [...reading.failures.values()][0] ?? 'no model of the list is named';
    throw new Refused(address, `no endpoints could be read: ${why}`);
  }
  refuseShrunken(address, 'endpoints', found, replaced, allowShrink);
  return {
    list,
    message: `${list.models.reduce((sum, { endpoints }) => sum + endpoints.length, 0)} endpoints of ${list.models.length} models`,
    report: {
      problems,
      endpoints: endpointChanges(old, list),
      endpointsOutOfService: outOfService,
      endpointFailures: [...reading.failures.values()],
      ...(reading.gaveUp === undefined ? {} : { endpointsGaveUp: reading.gaveUp }),
    },
  };
}
