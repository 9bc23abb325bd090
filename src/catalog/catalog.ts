import type { EstimationInput } from '../estimation/estimate.ts';
import { factsOf, makerOf } from './facts-of.ts';
import { type Hosts, joinHosts } from './hosts.ts';
import type { MakerFile, ModelFacts } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import { type NoEstimate, noListPrice, notAModelOfItsOwn } from './no-estimate.ts';
import type { CatalogData } from './read-data.ts';
import { discountOf, pricesBeforeDiscount } from './sale.ts';
import { onlyOnOwnAccelerators, type ServedBy, servedByOf, servingEndpoints } from './served-by.ts';
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
    const known = knowledgeOf(model, facts, data);
    if ('because' in known) {
      unestimated.push({ listed: model, because: known.because });
      continue;
    }
    const servedBy = servedByOf(model.id, makerFile, hosts, data);
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
      input: { model: known.model, endpoints: servingEndpoints(servedBy) },
      variants: [],
      aliases: [],
    });
  }
  attachOtherNames(estimable, unestimated);
  return { estimable, unestimated, hosts };
}

function knowledgeOf(
  model: ListedModel,
  facts: ModelFacts | undefined,
  data: CatalogData,
): { model: EstimationInput['model'] } | { because: NoEstimate } {
  const sized = facts && sizedModel(facts, data);
  if (sized !== undefined) return { model: sized };
  const because = noListPrice(model, facts?.weights ?? 'unknown');
  if (because !== undefined) return { because };
  const { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 } = pricesBeforeDiscount(
    model.prices,
    discountOf(model, data),
  );
  return { model: { tier: 'price', inputUsdPerMillionTokens, outputUsdPerMillionTokens } };
}

function attachOtherNames(estimable: EstimableModel[], unestimated: UnestimatedModel[]): void {
  const byId = new Map(estimable.map((model) => [model.listed.id, model]));
  for (const { listed, because } of unestimated) {
    const target = byId.get(because.seeInstead ?? '');
    if (because.kind === 'variant') target?.variants.push(listed.id);
    if (because.kind === 'alias') target?.aliases.push(listed.id);
  }
}
