import type { EstimableModel, UnestimatedModel } from '../catalog/catalog.ts';
import { joinCatalog } from '../catalog/catalog.ts';
import { GRID_SOURCE } from '../catalog/grid.ts';
import type { ModelFacts } from '../catalog/maker.ts';
import { methodOf } from '../catalog/method.ts';
import { modelIdParts } from '../catalog/model-id.ts';
import type { NoEstimateKind } from '../catalog/no-estimate.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { measurementsOf } from '../catalog/size-knowledge.ts';
import type { ListedModel } from '../catalog/snapshot.ts';
import type { HowKnown } from '../catalog/source.ts';
import { boundariesOf, type ModelBoundaries } from '../estimation/boundaries.ts';
import type { Metric } from '../estimation/comparison.ts';
import { type Contributions, prepareContributions } from '../estimation/contributions.ts';
import { product } from '../estimation/draws.ts';
import { type EstimationInput, estimateModel, type ModelEstimate } from '../estimation/estimate.ts';
import { energyDraws, type Preparation, prepare } from '../estimation/preparation.ts';
import type { Range } from '../estimation/ranges.ts';
import { type RankInterval, rankModels } from '../estimation/ranking.ts';
import { referenceJoulesPerOutputToken } from '../estimation/reference-point.ts';
import type { EvidenceTier } from '../estimation/tier.ts';
import { type ElectricityShare, electricityShareOfListPrice } from './electricity-share.ts';
import { type InputHashes, releaseName } from './input-hashes.ts';
import { METHOD_VERSION } from './method-version.ts';

/** Evidence tiers as the methodology numbers them. */
export const TIER_NUMBER = {
  measured: '1',
  architecture: '2a',
  parameters: '2b',
  price: '3',
} as const satisfies Record<EvidenceTier, string>;

/** Where a model is taken to be served, and how that is known. */
export interface ServedFrom {
  country: string;
  countryName: string;
  gridGramsPerKilowattHour: number;
  how: HowKnown;
  sources: string[];
  note?: string | undefined;
}

/** The model's own measurements, where there are any. */
export interface OwnMeasurements {
  /** Measured models, by their Hugging Face ids. */
  models: string[];
  configurations: number;
  /** What the measurements multiply the fitted output energy by. */
  correctionFactor: number;
}

/** One row of the index. */
export interface ReleasedModel extends ModelEstimate {
  id: string;
  /** As OpenRouter lists it. */
  name: string;
  /** Without the maker's name before the colon. */
  shortName: string;
  maker: string;
  makerName: string;
  tier: (typeof TIER_NUMBER)[EvidenceTier];
  evidence: EvidenceTier;
  listed: ListedModel;
  weights: ModelFacts['weights'];
  facts: ModelFacts | undefined;
  ownMeasurements: OwnMeasurements | undefined;
  servedFrom: ServedFrom;
  /** What the core computed from: enough to repeat every figure of the model anywhere. */
  input: EstimationInput;
  /** The published figure taken apart, boundary by boundary. */
  gramsCO2eByBoundary: ModelBoundaries;
  /** Interval of ranks among all models of the release, 1 being the lowest. */
  ranks: Record<Metric, RankInterval>;
  /** Which inputs the width of the published output range comes from. */
  contributions: Contributions;
  /** Accelerator energy at one fixed operating point, for comparing architectures. */
  referenceJoulesPerOutputToken: Range | undefined;
  /** Ids of the list that are this model under other terms (:free, :batch) or another name (~latest). */
  variants: string[];
  aliases: string[];
  electricityShareOfListPrice: ElectricityShare;
  /** Source ids of everything that is particular to this model. */
  sources: string[];
}

/** An entry of the list without an estimate of its own. */
export interface NotEstimated {
  id: string;
  name: string;
  kind: NoEstimateKind;
  reason: string;
  /** The model whose estimate answers for this entry. */
  seeInstead?: string | undefined;
}

/** The dated index: everything that is published. */
export interface Release {
  release: string;
  /** The day of the model list. */
  date: string;
  methodVersion: string;
  inputs: InputHashes;
  models: ReleasedModel[];
  notEstimated: NotEstimated[];
}

/** Estimates every model of the list. Pure: the same data give the same release. */
export function buildRelease(data: CatalogData, inputs: InputHashes): Release {
  const { estimable, unestimated } = joinCatalog(data);
  const preparation = prepare(methodOf(data.factors));
  const contributionsOf = prepareContributions(preparation.shared.unit);
  const ranks = rankModels(
    estimable.map(({ listed, input }) => ({ id: listed.id, input })),
    preparation,
  );
  const date = data.modelList.retrieved;
  return {
    release: releaseName(date, inputs),
    date,
    methodVersion: METHOD_VERSION,
    inputs,
    models: estimable.flatMap((model, index) => {
      const ownRanks = ranks[index];
      if (ownRanks === undefined) return [];
      const estimate = estimateModel(model.input, preparation);
      return [
        {
          ...describedModel(model, estimate, data),
          ...estimate,
          gramsCO2eByBoundary: boundariesOf(model.input, preparation),
          ranks: ownRanks,
          contributions: contributionsOf(publishedDraws(model.input, preparation)),
          referenceJoulesPerOutputToken: referencePoint(model.input, preparation),
        },
      ];
    }),
    notEstimated: unestimated.map(notEstimated),
  };
}

/** The draws of the published figure: gCO2e per output token. */
function publishedDraws({ model, place }: EstimationInput, preparation: Preparation): Float64Array {
  const { shared, spread, method, factorsOf } = preparation;
  const { outputJoules } = energyDraws(model, shared, spread, method);
  return product(outputJoules, factorsOf(place).facilityAndEmbodiedGrams);
}

function referencePoint({ model }: EstimationInput, { method }: Preparation): Range | undefined {
  return model.tier === 'price' ? undefined : referenceJoulesPerOutputToken(model, method);
}

function describedModel(model: EstimableModel, estimate: ModelEstimate, data: CatalogData) {
  const { listed, maker, makerFile, facts, grid, input } = model;
  const evidence = input.model.tier;
  const { how, sources, note } = model.servedFrom;
  return {
    id: listed.id,
    name: listed.name,
    shortName: listed.name.replace(/^[^:]+:\s+/, ''),
    maker,
    makerName: makerFile.name,
    tier: TIER_NUMBER[evidence],
    evidence,
    listed,
    weights: facts?.weights ?? 'unknown',
    facts,
    input,
    ownMeasurements: ownMeasurements(model, data),
    servedFrom: {
      country: grid.zone,
      countryName: grid.name,
      gridGramsPerKilowattHour: grid.gramsPerKilowattHour,
      how,
      sources,
      note,
    },
    variants: model.variants,
    aliases: model.aliases,
    electricityShareOfListPrice: electricityShareOfListPrice(
      estimate,
      listed.prices,
      modelIdParts(listed.id).variant,
      data.factors.price.electricityUsdPerKilowattHour,
    ),
    sources: sourcesOf(model, data),
  };
}

function ownMeasurements(
  { facts, input }: EstimableModel,
  data: CatalogData,
): OwnMeasurements | undefined {
  if (facts === undefined || input.model.tier !== 'measured') return undefined;
  return {
    models: facts.measuredAs ?? [],
    configurations: measurementsOf(facts, data).length,
    correctionFactor: Math.exp(input.model.measuredCorrectionLn ?? 0),
  };
}

/** What is particular to the model, before what all models share. */
function sourcesOf({ facts, servedFrom, input }: EstimableModel, data: CatalogData): string[] {
  const { accelerator, price } = data.factors;
  return [
    ...new Set([
      ...(input.model.tier === 'measured' ? accelerator.sources : []),
      ...(facts?.architecture?.sources ?? []),
      ...(facts?.parameters?.sources ?? []),
      ...(facts?.precision?.sources ?? []),
      ...(input.model.tier === 'price' ? price.sources : accelerator.sources),
      ...servedFrom.sources,
      GRID_SOURCE,
    ]),
  ];
}

function notEstimated({ listed, because }: UnestimatedModel): NotEstimated {
  const { kind, reason, seeInstead } = because;
  return { id: listed.id, name: listed.name, kind, reason, seeInstead };
}
