import { gridGaps } from '../catalog/place.ts';
import type {
  EndpointList,
  HostList,
  ListedModel,
  ModelList,
  TokenPrices,
} from '../catalog/snapshot.ts';
import { endpointChanges, hostChanges, modelChanges, PRICES } from './changes.ts';
import type { AskedModel, OnProgress, OpenRouterSource } from './openrouter-source.ts';
import type { Pulled } from './part.ts';
import {
  type Allowed,
  type Pair,
  refuseJump,
  refuseOlder,
  refuseShrunken,
} from './plausible-change.ts';
import { Refused } from './refused.ts';
import { translateEndpoints, translateHosts, translateModels } from './translate-lists.ts';

export interface PullOptions extends Allowed {
  source: OpenRouterSource;
  /** Where models.json, endpoints.json, hosts.json and usage.json are kept. */
  directory: string;
  /** Puts the finished files in place, where that is better done by another process. */
  putInPlace?: (directory: string) => Promise<void>;
  onProgress: OnProgress;
}

/** The model list of today. Throws Refused. */
export async function pullModels(
  old: ModelList | undefined,
  { source, onProgress, ...allowed }: PullOptions,
): Promise<Pulled<ModelList>> {
  onProgress({ what: 'model list', done: 0, total: 1 });
  const foreign = await source.models();
  refuseOlder(foreign.address, foreign.retrieved, old?.retrieved, allowed);
  const { list, problems, stood } = translateModels(foreign, source.origins.models, old);
  const found = list.models.length;
  const known = old?.models ?? [];
  refuseShrunken(foreign.address, 'models', found, known.length, allowed);
  const [priced, pricedBefore] = [list.models, known].map((all) => all.filter(hasPrice).length);
  refuseShrunken(foreign.address, 'models with a price', priced ?? 0, pricedBefore ?? 0, allowed);
  const [answering, answeringBefore] = [list.models, known].map(
    (all) => all.filter(answersInText).length,
  );
  refuseShrunken(
    foreign.address,
    'models that answer in text',
    answering ?? 0,
    answeringBefore ?? 0,
    allowed,
  );
  refuseJumps(
    foreign.address,
    pairsOf(known, list.models, ({ id }) => id),
    allowed,
  );
  refuseJump(
    foreign.address,
    'quality indices',
    pairsOf(known, list.models, ({ id }) => id).map(({ before, after }) => ({
      before: before?.artificialAnalysis?.intelligence,
      after: after.artificialAnalysis?.intelligence,
    })),
    allowed,
  );
  const message = `${found} models, list of ${list.retrieved}`;
  return { list, message, report: { problems, stood, models: modelChanges(old, list) } };
}

/** The host list of today. Throws Refused. */
export async function pullHosts(
  old: HostList | undefined,
  { source, onProgress, ...allowed }: PullOptions,
): Promise<Pulled<HostList>> {
  onProgress({ what: 'host list', done: 0, total: 1 });
  const foreign = await source.hosts();
  if ('notOffered' in foreign) {
    return { keptBecause: foreign.notOffered };
  }
  refuseOlder(foreign.address, foreign.retrieved, old?.retrieved, allowed);
  const { list, problems, stood } = translateHosts(foreign, source.origins.hosts, old);
  const found = list.hosts.length;
  refuseShrunken(foreign.address, 'hosts', found, old?.hosts.length ?? 0, allowed);
  const message = `${found} hosts, list of ${list.retrieved}`;
  return {
    list,
    message,
    report: {
      problems: [...problems, ...gridGaps(list.hosts, foreign.address)],
      stood,
      hosts: hostChanges(old, list),
    },
  };
}

/** The endpoints of `models`, old ones where no new ones could be read. Throws Refused. */
export async function pullEndpoints(
  old: EndpointList | undefined,
  models: readonly (AskedModel & Pick<ListedModel, 'prices'>)[],
  { source, onProgress, ...allowed }: PullOptions,
): Promise<Pulled<EndpointList>> {
  const reading = await source.endpoints(models, onProgress);
  if ('notOffered' in reading) {
    return { keptBecause: reading.notOffered };
  }
  const address = source.origins.endpoints;
  for (const { id, retrieved } of old?.models ?? []) {
    const answer = reading.answers.get(id);
    if (answer) refuseOlder(answer.address, answer.retrieved, retrieved, allowed);
  }
  const { list, problems, stood, outOfService, found, replaced } = translateEndpoints(
    models,
    reading,
    old,
    address,
    allowed,
  );
  if (list.models.length === 0) {
    const why =
      reading.gaveUp ?? [...reading.failures.values()][0] ?? 'no model of the list is named';
    throw new Refused(address, `no endpoints could be read: ${why}`);
  }
  refuseShrunken(address, 'endpoints', found, replaced, allowed);
  const known = old?.models ?? [];
  const counts = pairsOf(known, list.models, ({ id }) => id);
  refuseJump(
    address,
    'numbers of endpoints per model',
    counts.map(({ before, after }) => ({
      before: before?.endpoints.length,
      after: after.endpoints.length,
    })),
    allowed,
  );
  refuseJumps(
    address,
    pairsOf(places(known), places(list.models), ({ place }) => place),
    allowed,
  );
  return {
    list,
    message: `${list.models.reduce((sum, { endpoints }) => sum + endpoints.length, 0)} endpoints of ${list.models.length} models`,
    report: {
      problems,
      stood,
      endpoints: endpointChanges(old, list),
      endpointsOutOfService: outOfService,
      endpointFailures: [...reading.failures.values()],
      ...(reading.gaveUp === undefined ? {} : { endpointsGaveUp: reading.gaveUp }),
    },
  };
}

interface Priced {
  prices: TokenPrices;
  contextTokens?: number | undefined;
}

/** Each record of the new list with the old one of the same key, where there was one. */
function pairsOf<Item>(
  old: readonly Item[],
  fresh: readonly Item[],
  key: (item: Item) => string,
): { before: Item | undefined; after: Item }[] {
  const known = new Map(old.map((item) => [key(item), item]));
  return fresh.map((after) => ({ before: known.get(key(after)), after }));
}

/** Endpoints of all models, each by model, tag and host. */
function places(models: EndpointList['models']) {
  return models.flatMap(({ id, endpoints }) =>
    endpoints.map(({ tag, host, prices, contextTokens }) => ({
      place: [id, tag, host].join('\n'),
      prices,
      contextTokens,
    })),
  );
}

/** Throws Refused where prices of one kind, or contexts, moved together. */
function refuseJumps(
  address: string,
  pairs: readonly { before: Priced | undefined; after: Priced }[],
  allowed: Allowed,
): void {
  const figure = (of: (item: Priced) => number | undefined) =>
    pairs.map(({ before, after }): Pair => ({ before: before && of(before), after: of(after) }));
  for (const [name, key] of PRICES) {
    refuseJump(
      address,
      `${name} prices`,
      figure(({ prices }) => prices[key]),
      allowed,
    );
  }
  refuseJump(
    address,
    'contexts',
    figure(({ contextTokens }) => contextTokens),
    allowed,
  );
}

function answersInText({ outputModalities }: ModelList['models'][number]): boolean {
  return outputModalities.length === 1 && outputModalities[0] === 'text';
}

/** One that says something: what is free of charge has none. */
function hasPrice({ prices }: Priced): boolean {
  const { inputUsdPerMillionTokens: input = 0, outputUsdPerMillionTokens: output = 0 } = prices;
  return input > 0 || output > 0;
}
