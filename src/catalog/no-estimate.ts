import type { ModelFacts } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import type { ListedModel } from './snapshot.ts';
import { unknownSize } from './unknown-size.ts';

/** Why an entry of OpenRouter's list has no estimate of its own. */
export const NO_ESTIMATE_KINDS = [
  'variant',
  'alias',
  'router',
  'no-text-output',
  'more-than-text',
  'no-list-price',
  'own-accelerators',
] as const;
export type NoEstimateKind = (typeof NO_ESTIMATE_KINDS)[number];

/** The reason in words, and the model whose estimate answers for this entry where there is one. */
export interface NoEstimate {
  kind: NoEstimateKind;
  reason: string;
  seeInstead?: string;
}

/** OpenRouter's own entries choose a model per request. */
const ROUTER_MAKER = 'openrouter';
const ROUTER_TOKENIZER = 'Router';

/** Whether an entry keeps a page of its own, on which its reason stands: it once had a figure there. */
export function keepsPage({ kind }: { kind: NoEstimateKind }): boolean {
  return kind === 'more-than-text';
}

/** What is not text, as sentences call it. */
const CALLED: ReadonlyMap<string, string> = new Map([
  ['image', 'images'],
  ['audio', 'sounds'],
  ['video', 'videos'],
]);

/** Variants whose price is not the model's list price. */
const VARIANTS_WITHOUT_LIST_PRICE: ReadonlyMap<string, string> = new Map([
  ['batch', 'Only a batch price is listed, and a batch price is not a list price'],
  ['free', 'It is offered free of charge, so there is no list price'],
]);

/**
 * The reason why an entry cannot be a row of the index whatever is known of its size, or undefined.
 * `listed` holds the ids of the whole list.
 */
export function notAModelOfItsOwn(
  model: ListedModel,
  listed: ReadonlySet<string>,
): NoEstimate | undefined {
  const { maker, variant, alias, baseId } = modelIdParts(model.id);
  if (alias || model.aliasOf !== undefined) {
    const target = model.aliasOf;
    return target !== undefined && listed.has(target)
      ? {
          kind: 'alias',
          reason: `An alias: it stands for ${target} on the day of this list.`,
          seeInstead: target,
        }
      : {
          kind: 'alias',
          reason: 'An alias: it stands for whichever model its maker points it to.',
        };
  }
  if (maker === ROUTER_MAKER || model.tokenizer === ROUTER_TOKENIZER) {
    return {
      kind: 'router',
      reason: 'A router: it passes each request on to a model of its choice.',
    };
  }
  if (variant !== undefined && listed.has(baseId)) {
    return {
      kind: 'variant',
      reason: `A variant (${variant}) of ${baseId}: the same model under other terms, estimated there.`,
      seeInstead: baseId,
    };
  }
  if (!model.outputModalities.includes('text')) {
    return {
      kind: 'no-text-output',
      reason: `It does not produce text (output: ${model.outputModalities.join(', ') || 'none stated'}).`,
    };
  }
  const besidesText = model.outputModalities.filter((modality) => modality !== 'text');
  if (besidesText.length > 0) {
    const called = besidesText.map((modality) => CALLED.get(modality) ?? modality);
    return {
      kind: 'more-than-text',
      reason: `It answers with ${called.join(' and ')} as well as text. We know of no measurement of what its ${called.join(' and ')} take, and its list price per token is that of text, so a figure from it would hold for neither.`,
    };
  }
  return undefined;
}

/** An entry's reason where what it leads to has no estimate: it leads there no more. */
export function withoutAnswer({ kind, reason }: NoEstimate, id: string): NoEstimate {
  const { variant, baseId } = modelIdParts(id);
  return kind === 'variant'
    ? {
        kind,
        reason: `A variant (${variant}) of ${baseId}: the same model under other terms, which has no estimate either.`,
      }
    : { kind, reason };
}

/** The reason for an entry without a size whose price is that of another entry's model under other terms. */
export function otherTermsAlone(plainId: string, weights: ModelFacts['weights']): NoEstimate {
  return {
    kind: 'no-list-price',
    reason: `Its size is ${unknownSize(weights)}, and it sells ${plainId} under other terms, which has no figure on this list: its price is not the list price of a model.`,
  };
}

/** The reason for an entry without a size whose price says nothing, or undefined. */
export function noListPrice(
  model: ListedModel,
  weights: ModelFacts['weights'],
): NoEstimate | undefined {
  const size = `Its size is ${unknownSize(weights)}`;
  const { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 } = model.prices;
  const { variant } = modelIdParts(model.id);
  const variantReason = VARIANTS_WITHOUT_LIST_PRICE.get(variant ?? '');
  if (variantReason !== undefined) {
    return { kind: 'no-list-price', reason: `${size}. ${variantReason}.` };
  }
  if (inputUsdPerMillionTokens > 0 && outputUsdPerMillionTokens > 0) return undefined;
  return {
    kind: 'no-list-price',
    reason: `${size} and no list price per token is stated, so there is nothing to infer energy from.`,
  };
}
