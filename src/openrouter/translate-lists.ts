import type { Problem } from '../catalog/problem.ts';
import {
  Endpoint,
  type EndpointList,
  type HostList,
  ListedHost,
  ListedModel,
  type ModelList,
  type TokenPrices,
} from '../catalog/snapshot.ts';
import { PRICES } from './changes.ts';
import { MOST_RECORDS } from './envelope.ts';
import {
  ENDPOINT_NEEDS,
  ForeignEndpoint,
  ForeignHost,
  ForeignModel,
  HOST_NEEDS,
  MODEL_NEEDS,
} from './foreign.ts';
import type { EndpointReading, ForeignEndpoints, ForeignList } from './openrouter-source.ts';
import { byCodeUnit } from './order.ts';
import type { Allowed } from './plausible-change.ts';
import { refuseMostlyBad, type Sifted, sift } from './sift.ts';
import { withKnownSpeeds } from './speeds.ts';
import { byTag, isOutOfService, translateEndpoint } from './translate-endpoint.ts';
import { translateHost } from './translate-host.ts';
import { translateModel } from './translate-model.ts';

export interface Translated<List> {
  list: List;
  problems: Problem[];
  /** Old records that stand in place of new ones that were set aside, by name. */
  stood: string[];
}

export interface TranslatedEndpoints extends Translated<EndpointList> {
  /** Endpoints left out because OpenRouter marks them degraded or disabled. */
  outOfService: number;
  /** Endpoints in the answers of this pull, and in the old records that they replace. */
  found: number;
  replaced: number;
}

/** The model list in our words, sorted by id. Throws Refused where too many records do not fit. */
export function translateModels(
  foreign: ForeignList,
  source: string,
  known?: ModelList,
): Translated<ModelList> {
  const old = new Map(known?.models.map((model) => [model.id, asOf(model, known.retrieved)]));
  const sifted = sift(foreign, {
    foreign: ForeignModel,
    needs: MODEL_NEEDS,
    own: ListedModel,
    translate: (model, drop) => translateModel(model, foreign.retrieved, drop),
    nameField: 'id',
    // Ids become paths, and some file systems do not tell letters by case.
    identity: ({ id }) => id.toLowerCase(),
    old: (id) => old.get(id),
  });
  refuseMostlyBad(foreign.address, foreign.records.length, sifted);
  const models = sifted.kept.sort((left, right) => byCodeUnit(left.id, right.id));
  const { problems, stood } = sifted;
  return { list: { retrieved: foreign.retrieved, source, models }, problems, stood };
}

/** The host list in our words, sorted by slug. Throws Refused where too many records do not fit. */
export function translateHosts(
  foreign: ForeignList,
  source: string,
  known?: HostList,
): Translated<HostList> {
  const old = new Map(known?.hosts.map((host) => [host.slug, asOf(host, known.retrieved)]));
  const sifted = sift(foreign, {
    foreign: ForeignHost,
    needs: HOST_NEEDS,
    own: ListedHost,
    translate: translateHost,
    nameField: 'slug',
    identity: ({ slug }) => slug.toLowerCase(),
    old: (slug) => old.get(slug.toLowerCase()),
  });
  refuseMostlyBad(foreign.address, foreign.records.length, sifted);
  const hosts = sifted.kept.sort((left, right) => byCodeUnit(left.slug, right.slug));
  const { problems, stood } = sifted;
  return { list: { retrieved: foreign.retrieved, source, hosts }, problems, stood };
}

/** No model is known to be served from a tenth as many places. */
const MOST_ENDPOINTS_OF_A_MODEL = 1000;

/**
 * The endpoints of `listed` models, sorted by model. A model without a usable answer keeps its old
 * record, with its old day; others are dropped. Throws Refused where too many records do not fit.
 */
export function translateEndpoints(
  listed: readonly Pick<ListedModel, 'id' | 'prices'>[],
  { answers }: EndpointReading,
  known: EndpointList | undefined,
  source: string,
  { allowJump = false }: Pick<Allowed, 'allowJump'> = {},
): TranslatedEndpoints {
  const old = new Map(known?.models.map((model) => [model.id, model]));
  const problems: Problem[] = [];
  const stood: string[] = [];
  const counted = { outOfService: 0, found: 0, replaced: 0 };
  const total = { records: 0, setAside: 0 };

  const sorted = listed.toSorted((left, right) => byCodeUnit(left.id, right.id));
  const models = sorted.flatMap(({ id, prices }) => {
    const oldModel = old.get(id);
    const answer = answers.get(id);
    if (answer === undefined) {
      return oldModel ?? [];
    }
    if (answer.records.length > MOST_RECORDS) {
      const message = `${answer.records.length} records of one model; expected at most ${MOST_RECORDS}; what was known stays`;
      problems.push({ file: answer.address, record: id, field: 'endpoints', message });
      return oldModel ?? [];
    }
    const { kept, setAside, ...told } = siftEndpoints(
      id,
      allowJump ? {} : prices,
      answer,
      oldModel,
    );
    total.records += answer.records.length;
    total.setAside += setAside;
    // One by one: there may be more of them than a call takes.
    for (const problem of told.problems) problems.push(problem);
    counted.outOfService += told.passedOver;
    if (kept.length > MOST_ENDPOINTS_OF_A_MODEL) {
      const message = `${kept.length} of one model; expected at most ${MOST_ENDPOINTS_OF_A_MODEL}; what was known stays`;
      problems.push({ file: answer.address, record: id, field: 'endpoints', message });
      return oldModel ?? [];
    }
    if (setAside > 0 && kept.length === told.stood.length) {
      return oldModel ?? [];
    }
    stood.push(...told.stood);
    counted.found += kept.length;
    counted.replaced += oldModel?.endpoints.length ?? 0;
    const { retrieved, speedsObserved } = answer;
    const hasSpeeds = kept.some((endpoint) => endpoint.tokensPerSecondMedian !== undefined);
    const fresh = { id, retrieved, endpoints: kept.sort(byTag) };
    return withKnownSpeeds(hasSpeeds ? { ...fresh, speedsObserved } : fresh, oldModel);
  });

  refuseMostlyBad(source, total.records, { ...total, problems });
  return { list: { source, models }, problems, stood, ...counted };
}

/** Hosts ask up to 12 times the list price, and a third of it at least. */
const MOST_TIMES_LIST_PRICE = 100;

/** An endpoint whose prices are of the same unit as those that the list has of its model. */
function endpointBeside(listed: TokenPrices) {
  return Endpoint.superRefine(({ prices }, context) => {
    for (const [, price] of PRICES) {
      const [asked = 0, beside = 0] = [prices[price], listed[price]];
      const times = asked / beside;
      if (asked > 0 && beside > 0 && Math.max(times, 1 / times) > MOST_TIMES_LIST_PRICE) {
        context.addIssue({
          code: 'custom',
          path: ['prices', price],
          message: `expected within a factor of ${MOST_TIMES_LIST_PRICE} of ${beside}, the list price in USD per million tokens`,
        });
      }
    }
  });
}

function siftEndpoints(
  id: string,
  listed: TokenPrices,
  answer: ForeignEndpoints,
  known: EndpointList['models'][number] | undefined,
): Sifted<Endpoint> {
  const old = new Map(known?.endpoints.map((one) => [one.tag, asOf(one, known.retrieved)]));
  return sift(answer, {
    foreign: ForeignEndpoint,
    needs: ENDPOINT_NEEDS,
    own: endpointBeside(listed),
    translate: translateEndpoint,
    passOver: isOutOfService,
    nameField: 'tag',
    prefix: `${id} at `,
    old: (tag) => old.get(tag.toLowerCase()),
  });
}

/** A record with the day on which it was last read. */
function asOf<Own extends { asOf?: string | undefined }>(own: Own, retrieved: string): Own {
  return { ...own, asOf: own.asOf ?? retrieved };
}
