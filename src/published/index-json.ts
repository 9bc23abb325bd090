import { GRID_YEAR } from '../catalog/grid.ts';
import type { GramsByBoundary } from '../estimation/model-boundaries.ts';
import { rangeJson, rounded, tokensJson } from '../library/rounding.ts';
import type { Release, ReleasedModel } from '../release/release.ts';
import { ATTRIBUTION } from './file-header.ts';
import { servedInShort, servedJson } from './hosts.ts';

/** What every published file says of itself: how to read it, and on what terms. */
export const ABOUT = {
  title: 'LLM Carbon Index',
  unit: 'per 1000 tokens of the model’s own tokenizer: gramsCO2e in g CO2e (GWP100), wattHours in Wh, millilitresWater in mL; acceleratorJoules in J per single token',
  range: 'low, central and high are the 5th, 50th and 95th percentile',
  boundary:
    'facility electricity and embodied emissions of the hardware; wattHours is facility electricity; inference only, training excluded; location-based lifecycle grid intensity; a model’s range is the mixture over its endpoints',
  gridYear: GRID_YEAR,
  licence:
    'CC-BY-4.0; gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; names and prices: OpenRouter; artificialAnalysis: Artificial Analysis',
  attribution: ATTRIBUTION,
  notAssured: 'Estimates, not measurements; not assured by anybody.',
} as const;

/**
 * The index as an object for index.json: every id of OpenRouter's list stands in exactly one of
 * `models` and `notEstimated`.
 */
export function indexJson({ release, date, methodVersion, inputs, models, notEstimated }: Release) {
  return {
    release,
    date,
    methodVersion,
    ...ABOUT,
    inputs,
    estimationInputs: '/api/v1/estimation-inputs.json',
    models: models.map((model) => ({ ...modelJson(model), served: servedInShort(model.served) })),
    notEstimated,
  };
}

/** index.json as published, to the byte: on one line, since it is by far the largest file. */
export function indexJsonText(release: Release): string {
  return `${JSON.stringify(indexJson(release))}\n`;
}

/** One model with each of its endpoints and what the core computed from, for its own file. */
export function wholeModelJson(model: ReleasedModel) {
  return { ...modelJson(model), served: servedJson(model.served), estimationInput: model.input };
}

/** What is published of one model, in its own file. */
export type ModelFile = ReturnType<typeof wholeModelJson>;

function modelJson(model: ReleasedModel) {
  const { listed, facts, evidence } = model;
  return {
    id: model.id,
    name: model.name,
    maker: model.maker,
    makerName: model.makerName,
    tier: model.tier,
    evidence,
    perThousandOutputTokens: tokensJson(model.perThousandOutputTokens),
    perThousandInputTokens: tokensJson(model.perThousandInputTokens),
    perThousandCachedInputTokens: tokensJson(model.perThousandCachedInputTokens),
    acceleratorJoules: {
      perOutputToken: rangeJson(model.perThousandOutputTokens.acceleratorJoulesPerToken),
      perInputToken: rangeJson(model.perThousandInputTokens.acceleratorJoulesPerToken),
      perCachedInputToken: rangeJson(model.perThousandCachedInputTokens.acceleratorJoulesPerToken),
    },
    referenceJoulesPerOutputToken:
      model.referenceJoulesPerOutputToken && rangeJson(model.referenceJoulesPerOutputToken),
    ranks: model.ranks,
    contributions: {
      inputs: shares(model.contributions.inputs),
      interactions: Number(model.contributions.interactions.toFixed(4)),
    },
    gramsCO2eByBoundary: {
      perThousandOutputTokens: boundariesJson(model.gramsCO2eByBoundary.perThousandOutputTokens),
      perThousandInputTokens: boundariesJson(model.gramsCO2eByBoundary.perThousandInputTokens),
      perThousandCachedInputTokens: boundariesJson(
        model.gramsCO2eByBoundary.perThousandCachedInputTokens,
      ),
    },
    weights: model.weights,
    ...(evidence !== 'price' && { parameters: facts?.parameters }),
    releasedPrecision: facts?.precision?.format,
    ownMeasurements: model.ownMeasurements && {
      ...model.ownMeasurements,
      correctionFactor: rounded(model.ownMeasurements.correctionFactor),
    },
    servesOn: model.servesOn,
    listPrice: listed.prices,
    electricityShareOfListPrice: {
      output: optionalRounded(model.electricityShareOfListPrice.output),
      input: optionalRounded(model.electricityShareOfListPrice.input),
    },
    contextTokens: listed.contextTokens,
    inputModalities: listed.inputModalities,
    outputModalities: listed.outputModalities,
    supportsTools: listed.supportsTools,
    supportsReasoning: listed.supportsReasoning,
    created: listed.created,
    canonicalSlug: listed.canonicalSlug,
    huggingFaceId: listed.huggingFaceId,
    artificialAnalysis: listed.artificialAnalysis,
    variants: model.variants,
    aliases: model.aliases,
    sources: model.sources,
  };
}

function boundariesJson(boundary: GramsByBoundary) {
  return {
    accelerators: rangeJson(boundary.accelerators),
    server: rangeJson(boundary.server),
    facility: rangeJson(boundary.facility),
    facilityAndEmbodied: rangeJson(boundary.facilityAndEmbodied),
  };
}

function shares(parts: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(parts).map(([input, share]) => [input, Number(share.toFixed(4))]),
  );
}

function optionalRounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : rounded(value);
}
