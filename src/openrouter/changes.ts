import type {
  EndpointList,
  HostList,
  ListedModel,
  ModelList,
  TokenPrices,
} from '../catalog/snapshot.ts';
import { possibleSecondNames } from './second-names.ts';

/** What a new list has that an old one had not, and the other way round; by identity. */
export interface Difference {
  added: string[];
  gone: string[];
}

export interface FigureChange {
  id: string;
  /** Such as "input, USD per million tokens". */
  figure: string;
  before: number | undefined;
  after: number | undefined;
}

export interface ModelChanges extends Difference {
  prices: FigureChange[];
  contexts: FigureChange[];
  /** What the list says of far fewer of the models that are in both, as where a field has a new form. */
  saidOfFewer: string[];
  /** New entries that may be another's model; none where there is no old list. */
  possibleSecondNames: string[];
}

/** What a list may say of a model beside its prices, by name. */
const SAID: readonly (readonly [name: string, isSaid: (model: ListedModel) => boolean])[] = [
  ['that they use tools', ({ supportsTools }) => supportsTools],
  ['that they reason', ({ supportsReasoning }) => supportsReasoning],
  ['quality indices', ({ artificialAnalysis }) => artificialAnalysis !== undefined],
  ['a Hugging Face id', ({ huggingFaceId }) => huggingFaceId !== undefined],
  ['a context', ({ contextTokens }) => contextTokens !== undefined],
  ['the day of creation', ({ created }) => created !== undefined],
  ['a knowledge cutoff', ({ knowledgeCutoff }) => knowledgeCutoff !== undefined],
  ['no other model that they stand for', ({ aliasOf }) => aliasOf === undefined],
];

/** The prices that are compared, with their names. */
export const PRICES = [
  ['input', 'inputUsdPerMillionTokens'],
  ['output', 'outputUsdPerMillionTokens'],
  ['cached input', 'cachedInputUsdPerMillionTokens'],
] as const satisfies readonly (readonly [string, keyof TokenPrices])[];

/** What changed in the model list; without an old list every model is added. */
export function modelChanges(before: ModelList | undefined, after: ModelList): ModelChanges {
  const known = new Map(before?.models.map((model) => [model.id, model]));
  const pairs = after.models.flatMap((model) => {
    const old = known.get(model.id);
    return old ? [{ old, model }] : [];
  });
  const prices = pairs.flatMap(({ old, model }) =>
    PRICES.map(([name, key]) => ({
      id: model.id,
      figure: `${name}, USD per million tokens`,
      before: old.prices[key],
      after: model.prices[key],
    })),
  );
  const contexts = pairs.map(({ old, model }) => ({
    id: model.id,
    figure: 'context, tokens',
    before: old.contextTokens,
    after: model.contextTokens,
  }));
  const saidOfFewer = SAID.flatMap(([name, isSaid]) => {
    const [was, is] = [pairs.map(({ old }) => old), pairs.map(({ model }) => model)].map(
      (models) => models.filter(isSaid).length,
    );
    return (is ?? 0) * 5 < (was ?? 0) * 4 ? [`${name}: of ${is}, before of ${was}`] : [];
  });
  const { added, gone } = difference(
    before?.models.map(({ id }) => id),
    after.models.map(({ id }) => id),
  );
  return {
    saidOfFewer,
    possibleSecondNames:
      before === undefined ? [] : possibleSecondNames(after.models, new Set(added)),
    added,
    gone,
    prices: prices.filter(hasChanged),
    contexts: contexts.filter(hasChanged),
  };
}

/** Endpoints that came and went, each named by model, tag and host. */
export function endpointChanges(before: EndpointList | undefined, after: EndpointList): Difference {
  return difference(before && places(before), places(after));
}

/** Hosts that came and went, by slug. */
export function hostChanges(before: HostList | undefined, after: HostList): Difference {
  return difference(
    before?.hosts.map(({ slug }) => slug),
    after.hosts.map(({ slug }) => slug),
  );
}

function places(list: EndpointList): string[] {
  return list.models.flatMap(({ id, endpoints }) =>
    endpoints.map(({ tag, host }) => `${id} at ${tag} (${host})`),
  );
}

function difference(before: readonly string[] = [], after: readonly string[]): Difference {
  const old = new Set(before);
  const present = new Set(after);
  return {
    added: [...present].filter((name) => !old.has(name)),
    gone: [...old].filter((name) => !present.has(name)),
  };
}

function hasChanged({ before, after }: FigureChange): boolean {
  return before !== after;
}
