import { type EstimableModel, joinCatalog, type UnestimatedModel } from '../catalog/catalog.ts';
import type { Host } from '../catalog/join-hosts.ts';
import type { MakerFile, ModelFacts } from '../catalog/maker.ts';
import { methodOf } from '../catalog/method-of-factors.ts';
import type { NoEstimateKind } from '../catalog/no-estimate.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { compareDraws, typicalDraws } from '../estimation/comparison.ts';
import type { Contributions } from '../estimation/contributions.ts';
import { type EmissionClass, emissionClasses } from '../estimation/emission-class.ts';
import type { ModelEstimate } from '../estimation/estimate.ts';
import type { Method } from '../estimation/method.ts';
import type { ModelBoundaries } from '../estimation/model-boundaries.ts';
import {
  type AskedOfModel,
  type ModelFigures,
  prepareFigures,
} from '../estimation/model-figures.ts';
import { prepare } from '../estimation/preparation.ts';
import type { Range } from '../estimation/ranges.ts';
import { type Metric, type RankInterval, rankModels } from '../estimation/ranking.ts';
import type { ReportedTokens } from '../estimation/reported.ts';
import type { EvidenceTier, TierNumber } from '../estimation/tier.ts';
import { METHOD_VERSION } from '../library/method-version.ts';
import { askOfModels } from './asked-of-models.ts';
import { describedModel } from './described-model.ts';
import type { ElectricityShare } from './electricity-share.ts';
import { type InputHashes, releaseName } from './input-hashes.ts';
import type { ModelRequests } from './model-requests.ts';
import type { ReleasedServing } from './released-serving.ts';
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
export interface ReleasedModel
  extends ModelEstimate,
    Pick<
      EstimableModel,
      'maker' | 'listed' | 'discount' | 'soldAs' | 'facts' | 'input' | 'variants' | 'aliases'
    > {
  id: string;
  /** As OpenRouter lists it. */
  name: string;
  /** Without the maker's name before the colon. */
  shortName: string;
  makerName: string;
  tier: TierNumber;
  evidence: EvidenceTier;
  weights: ModelFacts['weights'];
  ownMeasurements: OwnMeasurements | undefined;
  /** By whom it is served: each endpoint with its own estimate. */
  served: ReleasedServing;
  /** What the maker's own models are known to run on, where that is not GPUs alone. */
  servesOn: MakerFile['servesOn'];
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
  /** What a report says of its tokens, taken apart. */
  reported: ReportedTokens;
  /** What one request of each kind emits. */
  requests: ModelRequests;
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
  /** By id, gCO2e of the model's own mean request on OpenRouter, where it has one. */
  ownRequestGramsCO2e: ReadonlyMap<string, Float64Array>;
}

/** Computes the figures of each of the models, in their order. */
export type FiguresOfAll = (asked: readonly AskedOfModel[], method: Method) => ModelFigures[];

const oneAfterAnother: FiguresOfAll = (asked, method) => asked.map(prepareFigures(prepare(method)));

/** Estimates every model of the list. Pure: the same data give the same release. */
export function buildRelease(data: CatalogData, inputs: InputHashes): Release {
  return drawRelease(data, inputs).release;
}

/** The same, with its draws: for whoever compares its models. `figuresOfAll` may compute as it likes. */
export function drawRelease(
  data: CatalogData,
  inputs: InputHashes,
  figuresOfAll: FiguresOfAll = oneAfterAnother,
): DrawnRelease {
  const { estimable, unestimated, hosts } = joinCatalog(data);
  const method = methodOf(data.factors);
  const date = data.modelList.retrieved;
  const ofMakers = statedByMaker(data.disclosures, estimable, prepare(method));
  const withoutEstimate = unestimated.map(notEstimated);
  const asked = askOfModels(estimable, withoutEstimate, data);
  const figures = figuresOfAll(
    asked.map(({ ofCore }) => ofCore),
    method,
  );
  const estimated = asked.map(({ model, requests }, index) => {
    const ofModel = known(figures[index], model.listed.id);
    return { draws: ofModel.draws, described: describedModel(model, requests, ofModel, data) };
  });
  const metrics = estimated.map(({ draws }) => draws.metrics);
  const ranks = rankModels(metrics);
  const columns = metrics.map(({ outputGramsCO2e }) => outputGramsCO2e);
  const classes = emissionClasses(columns);
  const typical = typicalDraws(columns);
  const release: Release = {
    release: releaseName(date, inputs, METHOD_VERSION),
    date,
    methodVersion: METHOD_VERSION,
    inputs,
    models: estimated.map(({ draws, described }, index) => ({
      ...described,
      statedByMaker: ofMakers.get(described.id) ?? [],
      ranks: known(ranks[index], described.id),
      emissionClass: known(classes[index], described.id),
      timesTypicalModel: compareDraws(draws.metrics.outputGramsCO2e, typical).ratio,
    })),
    notEstimated: withoutEstimate,
    hosts: hosts.all.filter(({ file }) => file !== undefined),
  };
  return {
    release,
    outputGramsCO2e: new Map(
      estimated.map(({ described, draws }) => [described.id, draws.metrics.outputGramsCO2e]),
    ),
    ownRequestGramsCO2e: new Map(
      estimated.flatMap(({ described, draws: { workloadGramsCO2e } }) =>
        workloadGramsCO2e === undefined ? [] : [[described.id, workloadGramsCO2e]],
      ),
    ),
  };
}

/** What was computed of a model; a model that it lacks must not go from the index without a word. */
function known<Computed>(computed: Computed | undefined, id: string): Computed {
  if (computed === undefined) throw new RangeError(`${id}: no figures were computed of it`);
  return computed;
}

function notEstimated({ listed, because }: UnestimatedModel): NotEstimated {
  const { kind, reason, seeInstead } = because;
  return { id: listed.id, name: listed.name, kind, reason, seeInstead };
}
