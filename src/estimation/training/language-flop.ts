/** Floating-point operations (FLOP) of training language models, from sizes and tokens. */

/** FLOP per parameter and token: two in the forward pass, four in the backward pass. */
const FLOP_PER_PARAMETER_AND_TOKEN = 6;

/** The part of these that frozen weights still take: the forward pass, and the backward pass to activations. */
const FROZEN_SHARE = 4 / 6;

/** Of what and on how much a model is trained. */
export interface LanguageTraining {
  /** Parameters that work on one token: of a mixture of experts the active ones alone. */
  activeParameters: number;
  tokens: number;
  /** FLOP per parameter and token. */
  flopPerParameterAndToken?: number;
  /** The part of the parameters that one token passes; half in an encoder-decoder. */
  share?: number;
}

/** FLOP of training all weights, or of fine-tuning all of them: c N D. */
export function languageFlop({
  activeParameters,
  tokens,
  flopPerParameterAndToken = FLOP_PER_PARAMETER_AND_TOKEN,
  share = 1,
}: LanguageTraining): number {
  return flopPerParameterAndToken * share * activeParameters * tokens;
}

/** Weights of a mixture of experts. */
export interface MixtureOfExperts {
  /** Parameters that work on every token. */
  dense: number;
  /** Parameters of all experts together. */
  allExperts: number;
  expertsPerLayer: number;
  /** Experts that work on one token. */
  topK: number;
}

/** Parameters that work on one token: the dense ones and k of the experts. */
export function activeParametersOf({
  dense,
  allExperts,
  expertsPerLayer,
  topK,
}: MixtureOfExperts): number {
  return dense + (topK * allExperts) / expertsPerLayer;
}

/** What routing tokens to experts takes on top: the middle of 1.00 to 1.05. */
export const ROUTING_FACTOR = 1.02;

/** FLOP of fine-tuning a few weights with the rest frozen: c (share x frozen + trainable) D. */
export function adapterFlop({
  frozen,
  trainable,
  tokens,
  frozenShare = FROZEN_SHARE,
}: {
  frozen: number;
  trainable: number;
  tokens: number;
  frozenShare?: number;
}): number {
  return FLOP_PER_PARAMETER_AND_TOKEN * (frozenShare * frozen + trainable) * tokens;
}

/** Tokens of a training that states its steps: steps x devices x accumulation x sequence x batch. */
export function tokensOfSteps({
  steps,
  devices,
  accumulation,
  sequenceTokens,
  sequencesPerDevice,
}: {
  steps: number;
  devices: number;
  accumulation: number;
  sequenceTokens: number;
  sequencesPerDevice: number;
}): number {
  return steps * devices * accumulation * sequenceTokens * sequencesPerDevice;
}
