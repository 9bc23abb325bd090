import type { TokenEstimate } from '../../../../src/estimation/estimate.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { decimals, four, fourOf, thousandTokens } from '../written.ts';
import { placed } from './host-files.ts';
import { header, type KnownFiles, saying, WITH_GRID } from './known-file.ts';
import { leftModel } from './left-model.ts';
import { statedByMaker } from './makers-figures.ts';

const { release, data } = currentRelease();
const usdPerKilowattHour = data.factors.price.electricityUsdPerKilowattHour;
const byFile = new Map(release.models.map((model) => [model.id.replaceAll(':', '='), model]));

/** What index.json, its columns and the file of each model say of themselves. */
export const aboutFigures = {
  ...header(
    release,
    saying(
      /^per 1000 tokens of the model’s own tokenizer:/,
      /\bgramsCO2e in g CO2e \(GWP100\)/,
      /\bwattHours in Wh\b/,
      /\bmillilitresWater in mL\b/,
      /\bacceleratorJoules in J per single token$/,
    ),
    WITH_GRID,
  ),
  range: /^low, central and high are the 5th, 50th and 95th percentile$/,
  boundary: saying(
    /facility electricity and embodied emissions of the hardware/,
    /wattHours is facility electricity/,
    /inference only, training excluded/,
    /location-based lifecycle grid intensity/,
  ),
  gridYear: 2025,
  notAssured: /not assured/,
};

export const INDEX_FILES: KnownFiles = {
  '/api/v1/index.json': {
    expected: () => ({
      ...aboutFigures,
      date: release.date,
      inputs: release.inputs,
      estimationInputs: '/api/v1/estimation-inputs.json',
      models: release.models.map((model) => ({
        ...modelFields(model),
        served: {
          listedByOpenRouter: model.served.listed,
          gridGramsPerKilowattHour: fourOf(model.served.gridGramsPerKilowattHour),
          hosts: hostsOf(model),
        },
      })),
      notEstimated: release.notEstimated.map(({ id, name, kind, reason, seeInstead }) => ({
        id,
        name,
        kind,
        reason,
        seeInstead,
      })),
    }),
  },
  '/api/v1/models/{id}.json': {
    expected: ({ id = '' }) => {
      const model = byFile.get(id);
      return model === undefined
        ? leftFile(id)
        : {
            ...aboutFigures,
            ...modelFields(model),
            expires: model.listed.expires,
            discount: model.discount || undefined,
            priceOverrides: model.listed.priceOverrides,
            statedByMaker: statedByMaker(model),
            ...ownFile(model),
          };
    },
  },
};

/** What stands in the file of a model that has left the list. */
export function leftFile(file: string) {
  const left = leftModel(file);
  if (left === undefined) return undefined;
  const { last, model } = left;
  return {
    ...header(last, aboutFigures.unit, WITH_GRID),
    gone: {
      lastListed: last.date,
      because: /has left OpenRouter’s list/,
      archivedIndex: `/releases/${last.release}/index.json`,
    },
    id: model.id,
    name: model.name,
    maker: model.maker,
    makerName: model.makerName,
    evidence: model.evidence,
    perThousandOutputTokens: { gramsCO2e: model.perThousandOutputTokens.gramsCO2e },
  };
}

/** What stands of a model in both. */
function modelFields(model: ReleasedModel) {
  const {
    perThousandOutputTokens: output,
    perThousandInputTokens: input,
    perThousandCachedInputTokens: cached,
    gramsCO2eByBoundary: grams,
    contributions,
    ownMeasurements: own,
    listed,
    facts,
  } = model;
  const reference = model.referenceJoulesPerOutputToken;
  const boundaries = (kind: keyof typeof grams) => ({
    accelerators: fourOf(grams[kind].accelerators),
    server: fourOf(grams[kind].server),
    facility: fourOf(grams[kind].facility),
    facilityAndEmbodied: fourOf(grams[kind].facilityAndEmbodied),
  });
  return {
    id: model.id,
    name: model.name,
    maker: model.maker,
    makerName: model.makerName,
    tier: { measured: '1', architecture: '2a', parameters: '2b', price: '3' }[model.evidence],
    evidence: model.evidence,
    perThousandOutputTokens: thousandTokens(output),
    perThousandInputTokens: thousandTokens(input),
    perThousandCachedInputTokens: thousandTokens(cached),
    acceleratorJoules: {
      perOutputToken: fourOf(output.acceleratorJoulesPerToken),
      perInputToken: fourOf(input.acceleratorJoulesPerToken),
      perCachedInputToken: fourOf(cached.acceleratorJoulesPerToken),
    },
    referenceJoulesPerOutputToken: reference && fourOf(reference),
    ranks: model.ranks,
    emissionClass: model.emissionClass,
    timesTypicalModel: fourOf(model.timesTypicalModel),
    contributions: {
      inputs: Object.fromEntries(
        Object.entries(contributions.inputs).map(([name, share]) => [name, decimals(share, 4)]),
      ),
      interactions: decimals(contributions.interactions, 4),
    },
    gramsCO2eByBoundary: {
      perThousandOutputTokens: boundaries('perThousandOutputTokens'),
      perThousandInputTokens: boundaries('perThousandInputTokens'),
      perThousandCachedInputTokens: boundaries('perThousandCachedInputTokens'),
    },
    sameAs: model.soldAs,
    weights: model.weights,
    parameters: model.evidence === 'price' ? undefined : facts?.parameters,
    releasedPrecision: facts?.precision?.format,
    ownMeasurements: own && {
      models: own.models,
      configurations: own.configurations,
      correctionFactor: four(own.correctionFactor),
    },
    servesOn: model.servesOn,
    listPrice: listed.prices,
    electricityShareOfListPrice: {
      output: electricityShare(model, output, listed.prices.outputUsdPerMillionTokens),
      input: electricityShare(model, input, listed.prices.inputUsdPerMillionTokens),
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

/** What the electricity of a million tokens costs, by the list price of these: at a list price alone. */
function electricityShare({ id }: ReleasedModel, { wattHours }: TokenEstimate, price = 0) {
  const isListPrice = price > 0 && !/:(free|batch)$/.test(id);
  // As many Wh in a thousand tokens as kWh in a million.
  return isListPrice ? four((wattHours.central * usdPerKilowattHour) / price) : undefined;
}

/** What stands in a model's own file alone: each endpoint, and what the core computes from. */
function ownFile({ served, input }: ReleasedModel) {
  return {
    served: {
      listedByOpenRouter: served.listed,
      retrieved: served.retrieved,
      weighting: /inverse square of the price of 8 input tokens to 1 of output/,
      gridGramsPerKilowattHour: fourOf(served.gridGramsPerKilowattHour),
      endpoints: served.endpoints.map((endpoint) => ({
        host: endpoint.host.slug === '' ? null : endpoint.host.slug,
        hostName: endpoint.host.name,
        region: endpoint.region,
        tags: endpoint.tags,
        quantization: endpoint.quantization,
        share: decimals(endpoint.share ?? 0, 6),
        listPrice: endpoint.prices,
        discount: endpoint.discount || undefined,
        priceOverrides: endpoint.priceOverrides.length > 0 ? endpoint.priceOverrides : undefined,
        observedTokensPerSecondMedian: endpoint.tokensPerSecondMedian,
        place: placed(endpoint.place),
        ...(endpoint.estimate === undefined
          ? { noEstimate: /own accelerator, not measured/ }
          : {
              perThousandOutputTokens: thousandTokens(endpoint.estimate.perThousandOutputTokens),
              perThousandInputTokens: thousandTokens(endpoint.estimate.perThousandInputTokens),
              perThousandCachedInputTokens: thousandTokens(
                endpoint.estimate.perThousandCachedInputTokens,
              ),
              probabilityOfLeast:
                endpoint.probabilityOfLeast && decimals(endpoint.probabilityOfLeast, 4),
              lowest: (endpoint.probabilityOfLeast ?? 0) > 0.9,
            }),
      })),
    },
    estimationInput: input,
  };
}

/** Slugs of the hosts that serve a model, in the order of its endpoints. */
export function hostsOf({ served }: ReleasedModel): string[] {
  return [
    ...new Set(served.endpoints.map(({ host }) => (host.slug === '' ? host.name : host.slug))),
  ];
}
