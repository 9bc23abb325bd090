import type { EstimationInput } from '../estimation/preparation.ts';
import type { Offer } from '../estimation/price.ts';
import { factsOf, makerOf } from './facts-of.ts';
import { effectiveBillionsOf } from './factual-capacity.ts';
import { type Hosts, joinHosts } from './join-hosts.ts';
import { leadingToEstimates } from './leading-to-estimates.ts';
import type { MakerFile, ModelFacts } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import { type NoEstimate, noListPrice, notAModelOfItsOwn, otherTermsAlone } from './no-estimate.ts';
import type { CatalogData } from './read-data.ts';
import { discountOf, offerBeforeDiscount, pricesBeforeDiscount } from './sale.ts';
import {
  offersOf,
  onlyOnOwnAccelerators,
  type ServedBy,
  servedByOf,
  servingEndpoints,
} from './served-by.ts';
import { sizedModel } from './size-knowledge.ts';
import type { ListedModel } from './snapshot.ts';

/** A listed model joined with what is known of it: ready to be estimated. */
export interface EstimableModel {
  listed: ListedModel;
  maker: string;
  makerFile: MakerFile;
  /** Absent where nobody has written anything down about the model. */
  facts: ModelFacts | undefined;
  servedBy: ServedBy;
  /** The fraction by which its listed prices are reduced at present, 0 where they are not. */
  discount: number;
  /** The entry whose model this one sells under other terms, and whose figures it takes. */
  soldAs: string | undefined;
  /** What the core computes from: enough to repeat every figure of the model anywhere. */
  input: EstimationInput;
  /** Ids of the list that are this model under other terms (:free, :batch) or another name (~latest). */
  variants: string[];
  aliases: string[];
}

/** An entry of the list that gets no estimate of its own, with the reason. */
export interface UnestimatedModel {
  listed: ListedModel;
  because: NoEstimate;
}

/** Every entry of OpenRouter's list, in exactly one of the two. */
export interface Catalog {
  estimable: EstimableModel[];
  unestimated: UnestimatedModel[];
  hosts: Hosts;
}

/**
 * Joins what OpenRouter offers with what is known. Throws where a zone has no grid value, which
 * `npm run check:data` reports beforehand.
 */
export function joinCatalog(data: CatalogData): Catalog {
  const listed = new Set(data.modelList.models.map(({ id }) => id));
  const hosts = joinHosts(data);
  const estimable: EstimableModel[] = [];
  const unestimated: UnestimatedModel[] = [];

  for (const model of data.modelList.models) {
    const { maker } = modelIdParts(model.id);
    const because = notAModelOfItsOwn(model, listed);
    if (because !== undefined) {
      unestimated.push({ listed: model, because });
      continue;
    }
    const makerFile = makerOf(model, data);
    const facts = factsOf(model, data);
    const servedBy = servedByOf(model.id, makerFile, hosts, data);
    const known = knowledgeOf(model, facts, servedBy, data);
    if ('because' in known) {
      unestimated.push({ listed: model, because: known.because });
      continue;
    }
    const nowhere = onlyOnOwnAccelerators(servedBy);
    if (nowhere !== undefined) {
      unestimated.push({ listed: model, because: nowhere });
      continue;
    }
    estimable.push({
      listed: model,
      maker,
      makerFile,
      facts,
      servedBy,
      discount: discountOf(model, data),
      soldAs: undefined,
      input: {
        drawnAs: model.id,
        model: known.model,
        endpoints: servingEndpoints(servedBy),
      },
      variants: [],
      aliases: [],
    });
  }
  const sold = withTermsOfSale(estimable);
  const answered = sold.filter((model) => onlyOtherTerms(model) === undefined);
  for (const model of sold) {
    const because = onlyOtherTerms(model);
    if (because !== undefined) unestimated.push({ listed: model.listed, because });
  }
  const led = leadingToEstimates(answered, unestimated);
  attachOtherNames(answered, led);
  return { estimable: answered, unestimated: led, hosts };
}

/**
 * The reason for an entry that is known by its price alone, where that is the price of another entry's
 * model under other terms and that entry has no estimate to take; undefined for all others.
 */
function onlyOtherTerms({ facts, soldAs, input }: EstimableModel): NoEstimate | undefined {
  return facts?.sameAs === undefined || soldAs !== undefined || input.model.tier !== 'price'
    ? undefined
    : otherTermsAlone(facts.sameAs, facts.weights);
}

function knowledgeOf(
  model: ListedModel,
  facts: ModelFacts | undefined,
  servedBy: ServedBy,
  data: CatalogData,
): { model: EstimationInput['model'] } | { because: NoEstimate } {
  const sized = facts && sizedModel(facts, data);
  if (sized !== undefined) return { model: { ...sized, offers: offersFor(model, servedBy, data) } };
  const because = noListPrice(model, facts?.weights ?? 'unknown');
  if (because !== undefined) return { because };
  const { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 } = pricesBeforeDiscount(
    model.prices,
    discountOf(model, data),
  );
  const effectiveBillions = effectiveBillionsOf(model.id, data.factualCapacity);
  return {
    model: {
      tier: 'price',
      inputUsdPerMillionTokens,
      outputUsdPerMillionTokens,
      ...(effectiveBillions !== undefined && { effectiveBillions }),
    },
  };
}

/** What a model of known size is sold for: what its hosts ask, else what its entry asks. */
function offersFor(model: ListedModel, servedBy: ServedBy, data: CatalogData): Offer[] {
  if (servedBy.listed) return offersOf(servedBy);
  const offer = offerBeforeDiscount(model.prices, discountOf(model, data));
  return offer === undefined ? [] : [offer];
}

/**
 * Entries that sell another entry's model under other terms take all that it is estimated from, its
 * own draws included: the two are one model.
 */
function withTermsOfSale(estimable: readonly EstimableModel[]): EstimableModel[] {
  const byId = new Map(estimable.map((model) => [model.listed.id, model]));
  return estimable.map((model) => {
    const plain = byId.get(model.facts?.sameAs ?? '');
    return plain === undefined ? model : { ...model, soldAs: plain.listed.id, input: plain.input };
  });
}

function attachOtherNames(
  estimable: readonly EstimableModel[],
  unestimated: readonly UnestimatedModel[],
): void {
  const byId = new Map(estimable.map((model) => [model.listed.id, model]));
  for (const { listed, because } of unestimated) {
    const target = byId.get(because.seeInstead ?? '');
    if (because.kind === 'variant') target?.variants.push(listed.id);
    if (because.kind === 'alias') target?.aliases.push(listed.id);
  }
}
