import type { EstimableModel, UnestimatedModel } from '../catalog/catalog.ts';
import { joinCatalog } from '../catalog/catalog.ts';
import type { Host } from '../catalog/join-hosts.ts';
import type { MakerFile, ModelFacts } from '../catalog/maker.ts';
import { methodOf } from '../catalog/method-of-factors.ts';
import { modelIdParts } from '../catalog/model-id.ts';
import type { NoEstimateKind } from '../catalog/no-estimate.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { measurementsOf } from '../catalog/size-knowledge.ts';
import type { ListedModel } from '../catalog/snapshot.ts';
import { compareDraws, typicalDraws } from '../estimation/comparison.ts';
import {
  type Contributions,
  type ContributionsOf,
  prepareContributions,
} from '../estimation/contributions.ts';
import { product } from '../estimation/draws.ts';
import { type EmissionClass, emissionClasses } from '../estimation/emission-class.ts';
import { prepareEndpointComparison } from '../estimation/endpoint-comparison.ts';
import {
  type EstimationInput,
  type ModelDraws,
  type ModelEstimate,
  prepareUnserved,
  rangesOf,
} from '../estimation/estimate.ts';
import { boundariesOf, type ModelBoundaries } from '../estimation/model-boundaries.ts';
import { type Preparation, prepare } from '../estimation/preparation.ts';
import type { Range } from '../estimation/ranges.ts';
import { type Metric, metricDraws, type RankInterval, rankModels } from '../estimation/ranking.ts';
import { referenceJoulesPerOutputToken } from '../estimation/reference-point.ts';
import { type EvidenceTier, TIER_NUMBER, type TierNumber } from '../estimation/tier.ts';
import { METHOD_VERSION } from '../library/method-version.ts';
import { shortNameOf } from '../library/model-names.ts';
import { type ElectricityShare, electricityShareOfListPrice } from './electricity-share.ts';
import { type InputHashes, releaseName } from './input-hashes.ts';
import { sourcesOfModel } from './model-sources.ts';
import { type ReleasedServing, releasedServing } from './released-serving.ts';
import { type MakersFigure, statedByMaker } from './stated-by-maker.ts';

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
  tier: TierNumber;
  evidence: EvidenceTier;
  listed: ListedModel;
  /** The fraction by which its listed prices are reduced at present, 0 where they are not. */
  discount: number;
  /** The entry whose model this one sells under other terms, and whose figures it takes. */
  soldAs: string | undefined;
  weights: ModelFacts['weights'];
  facts: ModelFacts | undefined;
  ownMeasurements: OwnMeasurements | undefined;
  /** By whom it is served: each endpoint with its own estimate. */
  served: ReleasedServing;
  /** What the maker's own models are known to run on, where that is not GPUs alone. */
  servesOn: MakerFile['servesOn'];
  /** What the core computed from: enough to repeat every figure of the model anywhere. */
  input: EstimationInput;
  /** The published figure taken apart, boundary by boundary. */
  gramsCO2eByBoundary: ModelBoundaries;
  /** Interval of ranks among all models of the release, 1 being the lowest. */
  ranks: Record<Metric, RankInterval>;
  /** Where it stands by the published figure, as far as models can be told apart. */
  emissionClass: EmissionClass;
  /** The published figure over that of the typical model: at each draw, the median of all models. */
  timesTypicalModel: Range;
  /** Which inputs the width of the published output range comes from. */
  contributions: Contributions;
  /** Accelerator energy at one fixed operating point, for comparing architectures. */
  referenceJoulesPerOutputToken: Range | undefined;
  /** Ids of the list that are this model under other terms (:free, :batch) or another name (~latest). */
  variants: string[];
  aliases: string[];
  electricityShareOfListPrice: ElectricityShare;
  /** What its own maker has published of it, beside our range for the same tokens. */
  statedByMaker: MakersFigure[];
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
  /** Every host of OpenRouter's list, by slug. */
  hosts: readonly Host[];
}

/** A release, with the draws of the figures that are published of its models. */
export interface DrawnRelease {
  release: Release;
  /** By id, gCO2e of a thousand output tokens. */
  outputGramsCO2e: ReadonlyMap<string, Float64Array>;
}

/** Estimates every model of the list. Pure: the same data give the same release. */
export function buildRelease(data: CatalogData, inputs: InputHashes): Release {
  return drawRelease(data, inputs).release;
}

/** The same, with its draws: for whoever compares its models. */
export function drawRelease(data: CatalogData, inputs: InputHashes): DrawnRelease {
  const { estimable, unestimated, hosts } = joinCatalog(data);
  const preparation = prepare(methodOf(data.factors));
  const contributionsOf = prepareContributions(preparation.shared);
  const probabilitiesOfLeast = prepareEndpointComparison(preparation);
  const date = data.modelList.retrieved;
  const ofMakers = statedByMaker(data.disclosures, estimable, preparation);
  const estimated = estimable.map((model) => {
    const unserved = prepareUnserved(model.input, preparation);
    const draws = unserved.servedBy(model.input.endpoints)();
    const estimate = rangesOf(draws);
    return {
      ...describedModel(model, estimate, data),
      ...estimate,
      /** What all models are told apart by. */
      metrics: metricDraws(draws),
      gramsCO2eByBoundary: boundariesOf(draws),
      served: releasedServing(model, { unserved, draws, estimate }, probabilitiesOfLeast),
      contributions: contributionsOfModel(model.input, draws, contributionsOf),
      referenceJoulesPerOutputToken: referencePoint(model.input, preparation),
      statedByMaker: ofMakers.get(model.listed.id) ?? [],
    };
  });
  const ranks = rankModels(estimated.map(({ metrics }) => metrics));
  const columns = estimated.map(({ metrics }) => metrics.outputGramsCO2e);
  const classes = emissionClasses(columns);
  const typical = typicalDraws(columns);
  const release: Release = {
    release: releaseName(date, inputs, METHOD_VERSION),
    date,
    methodVersion: METHOD_VERSION,
    inputs,
    models: estimated.flatMap(({ metrics, ...model }, index) => {
      const ownRanks = ranks[index];
      const emissionClass = classes[index];
      if (ownRanks === undefined || emissionClass === undefined) return [];
      const timesTypicalModel = compareDraws(metrics.outputGramsCO2e, typical).ratio;
      return [{ ...model, ranks: ownRanks, emissionClass, timesTypicalModel }];
    }),
    notEstimated: unestimated.map(notEstimated),
    hosts: hosts.all.filter(({ file }) => file !== undefined),
  };
  return {
    release,
    outputGramsCO2e: new Map(estimated.map(({ id, metrics }) => [id, metrics.outputGramsCO2e])),
  };
}

/** Which inputs the width of the published figure comes from: gCO2e per output token. */
function contributionsOfModel(
  { drawnAs }: EstimationInput,
  { energy, serving: { factor } }: ModelDraws,
  contributionsOf: ContributionsOf,
): Contributions {
  return contributionsOf(product(energy.outputJoules, factor('facilityAndEmbodiedGrams')), {
    drawnAs,
    grid: factor('acceleratorsGrams'),
  });
}

function referencePoint({ model }: EstimationInput, { method }: Preparation): Range | undefined {
  return model.tier === 'price' ? undefined : referenceJoulesPerOutputToken(model, method);
}

function describedModel(model: EstimableModel, estimate: ModelEstimate, data: CatalogData) {
  const { listed, maker, makerFile, facts, input, discount } = model;
  const evidence = input.model.tier;
  return {
    id: listed.id,
    name: listed.name,
    shortName: shortNameOf(listed.name),
    maker,
    makerName: makerFile.name,
    tier: TIER_NUMBER[evidence],
    evidence,
    listed,
    discount,
    soldAs: model.soldAs,
    weights: facts?.weights ?? 'unknown',
    facts,
    input,
    ownMeasurements: ownMeasurements(model, data),
    servesOn: makerFile.servesOn,
    variants: model.variants,
    aliases: model.aliases,
    electricityShareOfListPrice: electricityShareOfListPrice(
      estimate,
      listed.prices,
      modelIdParts(listed.id).variant,
      data.factors.price.electricityUsdPerKilowattHour,
    ),
    sources: sourcesOfModel(model, data),
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

function notEstimated({ listed, because }: UnestimatedModel): NotEstimated {
  const { kind, reason, seeInstead } = because;
  return { id: listed.id, name: listed.name, kind, reason, seeInstead };
}
