import type { Problem } from '../catalog/problem.ts';
import {
  Endpoint,
  type EndpointList,
  type HostList,
  ListedHost,
  ListedModel,
  type ModelList,
} from '../catalog/snapshot.ts';
import { ForeignEndpoint, ForeignHost, ForeignModel } from './foreign.ts';
import type { EndpointReading, ForeignEndpoints, ForeignList } from './openrouter-source.ts';
import { byCodeUnit } from './order.ts';
import { refuseMostlyBad, type Sifted, sift } from './sift.ts';
import { withKnownSpeeds } from './speeds.ts';
import { byTag, isOutOfService, translateEndpoint } from './translate-endpoint.ts';
import { translateHost } from './translate-host.ts';
import { translateModel } from './translate-model.ts';

export interface Translated<List> {
  list: List;
  problems: Problem[];
}

export interface TranslatedEndpoints extends Translated<EndpointList> {
  /** Endpoints left out because OpenRouter marks them degraded or disabled. */
  outOfService: number;
  /** Endpoints in the answers of this pull, and in the old records that they replace. */
  found: number;
  replaced: number;
}

/** The model list in our words, sorted by id. Throws Refused where too many records do not fit. */
export function translateModels(foreign: ForeignList, source: string): Translated<ModelList> {
  const sifted = sift(foreign, {
    foreign: ForeignModel,
    own: ListedModel,
    translate: (model, drop) => translateModel(model, foreign.retrieved, drop),
    nameField: 'id',
    // Ids become paths, and some file systems do not tell letters by case.
    identity: ({ id }) => id.toLowerCase(),
  });
  refuseMostlyBad(foreign.address, foreign.records.length, sifted);
  const models = sifted.kept.sort((left, right) => byCodeUnit(left.id, right.id));
  return { list: { retrieved: foreign.retrieved, source, models }, problems: sifted.problems };
}

/** The host list in our words, sorted by slug. Throws Refused where too many records do not fit. */
export function translateHosts(foreign: ForeignList, source: string): Translated<HostList> {
  const sifted = sift(foreign, {
    foreign: ForeignHost,
    own: ListedHost,
    translate: translateHost,
    nameField: 'slug',
    identity: ({ slug }) => slug.toLowerCase(),
  });
  refuseMostlyBad(foreign.address, foreign.records.length, sifted);
  const hosts = sifted.kept.sort((left, right) => byCodeUnit(left.slug, right.slug));
  return { list: { retrieved: foreign.retrieved, source, hosts }, problems: sifted.problems };
}

/**
 * The endpoints of the models in `ids`, sorted by model. A model without a usable answer keeps
 * its old record, with its old day; models outside `ids` are dropped. Throws Refused where too
 * many records do not fit.
 */
export function translateEndpoints(
  ids: readonly string[],
  { answers }: EndpointReading,
  known: EndpointList | undefined,
  source: string,
): TranslatedEndpoints {
  const old = new Map(known?.models.map((model) => [model.id, model]));
  const problems: Problem[] = [];
  const counted = { outOfService: 0, found: 0, replaced: 0 };
  const total = { records: 0, setAside: 0 };

  const models = [...ids].sort(byCodeUnit).flatMap((id) => {
    const oldModel = old.get(id);
    const answer = answers.get(id);
    if (answer === undefined) {
      return oldModel ?? [];
    }
    const { kept, setAside, ...told } = siftEndpoints(id, answer);
    total.records += answer.records.length;
    total.setAside += setAside;
    problems.push(...told.problems);
    counted.outOfService += told.outOfService;
    if (setAside > 0 && kept.length === 0) {
      return oldModel ?? [];
    }
    counted.found += kept.length;
    counted.replaced += oldModel?.endpoints.length ?? 0;
    const { retrieved, speedsObserved } = answer;
    const hasSpeeds = kept.some((endpoint) => endpoint.tokensPerSecondMedian !== undefined);
    const fresh = { id, retrieved, endpoints: kept.sort(byTag) };
    return withKnownSpeeds(hasSpeeds ? { ...fresh, speedsObserved } : fresh, oldModel);
  });

  refuseMostlyBad(source, total.records, { ...total, problems });
  return { list: { source, models }, problems, ...counted };
}

function siftEndpoints(
  id: string,
  answer: ForeignEndpoints,
): Sifted<Endpoint> & { outOfService: number } {
  const inService = answer.records.filter((record) => {
    const endpoint = ForeignEndpoint.safeParse(record).data;
    return endpoint === undefined || !isOutOfService(endpoint);
  });
  const sifted = sift(
    { address: answer.address, records: inService },
    {
      foreign: ForeignEndpoint,
      own: Endpoint,
      translate: translateEndpoint,
      nameField: 'tag',
      prefix: `${id} at `,
    },
  );
  return { ...sifted, outOfService: answer.records.length - inService.length };
}
