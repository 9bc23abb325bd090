import { median, quantileSorted } from 'simple-statistics';
import { type EstimableModel, joinCatalog } from '../../catalog/catalog.ts';
import { methodOf } from '../../catalog/method-of-factors.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { SERVED_MODELS } from '../../catalog/serving-measurement.ts';
import { mulberry32 } from '../../estimation/draws.ts';
import { drawModel } from '../../estimation/estimate.ts';
import { fnv1a } from '../../estimation/own-draws.ts';
import { type EstimationInput, type Preparation, prepare } from '../../estimation/preparation.ts';
import { requestUsd } from '../../estimation/price.ts';
import { type Range, rangeOf } from '../../estimation/ranges.ts';
import { SERVING_CLASSES, type ServingClass } from '../../estimation/serving-classes.ts';
import { workloadJoules } from '../../estimation/workload.ts';
import { fitWithout, type LeftOutFits } from '../energy/leave-out.ts';
import { drawHost, MARKETS, type Market, type MarketName, routedMean } from './drawn-market.ts';
import { type MarketRow, MEASURED_REQUEST, marketRows } from './market-rows.ts';

/** How ranges fared in one market; every model counts the same. */
export interface MarketScore {
  market: MarketName;
  models: number;
  /** Share of markets whose mean lies in the model's range, and its median high over low. */
  modelCoverage: number;
  modelHighOverLow: number;
  /** The central figure over the mean of the market, median. */
  centralOverTrue: number;
  /** The same for one host, and for one host whose class is known. */
  hostCoverage: number;
  hostHighOverLow: number;
  classKnownCoverage: number;
  classKnownHighOverLow: number;
}

/** So many markets are put together for each model. */
const MARKETS_PER_MODEL = 200;

/**
 * Tries the ranges of models on markets that are put together from measured configurations: as many
 * hosts as the model has on the list, each at one of its list prices, serving by a configuration near
 * the best of its accelerator, at a speed that people use, whose accelerators cost less than the
 * price brings. A model is estimated by the coefficients that have not seen its architecture.
 */
export function scoreMarkets(data: CatalogData, fits: LeftOutFits): MarketScore[] {
  const { estimable } = joinCatalog(data);
  const byId = new Map(estimable.map((model) => [model.listed.id, model]));
  const rows = Map.groupBy(marketRows(data), ({ model }) => model);
  const subjects = [...rows].flatMap(([name, ofModel]) => {
    const { model: id, group } = SERVED_MODELS[name];
    const model = byId.get(id);
    return model === undefined ? [] : [subjectOf(model, group, ofModel, data, fits)];
  });
  return MARKETS.flatMap((market) => scoreMarket(market, subjects));
}

interface Subject {
  model: EstimableModel;
  rows: readonly MarketRow[];
  /** What its hosts ask for a request, USD per million. */
  asked: readonly number[];
  range: Range;
  hostRange: Range;
  rangeOnClass: (servingClass: ServingClass) => Range;
}

function subjectOf(
  model: EstimableModel,
  group: string,
  rows: readonly MarketRow[],
  data: CatalogData,
  fits: LeftOutFits,
): Subject {
  const accelerator = fitWithout(
    { configuration: model.listed.id, architectureGroup: group },
    'architectureGroup',
    fits,
  );
  const preparation = prepare(methodOf({ ...data.factors, accelerator }));
  const input = withoutOwnMeasurements(model.input);
  const [endpoint] = input.endpoints;
  if (endpoint === undefined) throw new RangeError(`${model.listed.id}: no endpoint`);
  const place = { ...endpoint.place, classes: undefined };
  const alone = (classes: readonly ServingClass[] | undefined) => ({
    ...input,
    endpoints: [{ share: 1, place: { ...place, classes } }],
  });
  const offers = input.model.tier === 'price' ? [] : (input.model.offers ?? []);
  return {
    model,
    rows,
    asked: offers.map((offer) => requestUsd(offer, preparation.method.price)),
    // Classes that hosts state are those of the real market, not of the one put together.
    range: requestRange(
      {
        ...input,
        endpoints: input.endpoints.map(({ share }) => ({ share, place })),
      },
      preparation,
    ),
    hostRange: requestRange(alone(undefined), preparation),
    rangeOnClass: (servingClass) => requestRange(alone([servingClass]), preparation),
  };
}

/** A model of the second tier, as one that nobody has measured. */
function withoutOwnMeasurements(input: EstimationInput): EstimationInput {
  const { model } = input;
  return model.tier === 'price'
    ? input
    : { ...input, model: { ...model, tier: 'architecture', measuredCorrectionLn: 0 } };
}

function requestRange(input: EstimationInput, preparation: Preparation): Range {
  const joules = rangeOf(workloadJoules(drawModel(input, preparation), MEASURED_REQUEST));
  const perToken = (value: number) => value / MEASURED_REQUEST.outputTokens;
  return {
    low: perToken(joules.low),
    central: perToken(joules.central),
    high: perToken(joules.high),
  };
}

/** None where no model that is measured is on the list, or none can be served at its prices. */
function scoreMarket(market: Market, subjects: readonly Subject[]): MarketScore[] {
  const scored = subjects.flatMap((subject) => {
    const random = mulberry32(fnv1a(`${market.name} ${subject.model.listed.id}`));
    const hosts = Math.max(1, subject.asked.length);
    const markets = Array.from({ length: MARKETS_PER_MODEL }, () =>
      Array.from({ length: hosts }, () => drawHost(market, subject, random)).filter(
        (host) => host !== undefined,
      ),
    ).filter((drawn) => drawn.length === hosts);
    if (markets.length === 0) return [];
    const truths = markets.map(routedMean);
    const first = markets.flatMap(([host]) => (host === undefined ? [] : [host]));
    const onClass = new Map(SERVING_CLASSES.map((one) => [one, subject.rangeOnClass(one)]));
    return [
      {
        covered: shareWithin(truths, () => subject.range),
        width: subject.range.high / subject.range.low,
        centralOverTrue: median(truths.map((truth) => subject.range.central / truth)),
        host: shareWithin(
          first.map(({ requestJoules }) => requestJoules),
          () => subject.hostRange,
        ),
        hostWidth: subject.hostRange.high / subject.hostRange.low,
        classKnown: shareWithin(
          first.map(({ requestJoules }) => requestJoules),
          (index) => onClass.get(first[index]?.servingClass ?? 'hopper') ?? subject.hostRange,
        ),
        classWidth: median([...onClass.values()].map(({ low, high }) => high / low)),
      },
    ];
  });
  if (scored.length === 0) return [];
  const mean = (value: (one: (typeof scored)[number]) => number) =>
    scored.reduce((sum, one) => sum + value(one), 0) / scored.length;
  const middle = (value: (one: (typeof scored)[number]) => number) =>
    quantileSorted(
      scored.map(value).toSorted((a, b) => a - b),
      0.5,
    );
  return [
    {
      market: market.name,
      models: scored.length,
      modelCoverage: mean(({ covered }) => covered),
      modelHighOverLow: middle(({ width }) => width),
      centralOverTrue: middle(({ centralOverTrue }) => centralOverTrue),
      hostCoverage: mean(({ host }) => host),
      hostHighOverLow: middle(({ hostWidth }) => hostWidth),
      classKnownCoverage: mean(({ classKnown }) => classKnown),
      classKnownHighOverLow: middle(({ classWidth }) => classWidth),
    },
  ];
}

function shareWithin(values: readonly number[], rangeAt: (index: number) => Range): number {
  const inside = values.filter((value, index) => {
    const { low, high } = rangeAt(index);
    return low <= value && value <= high;
  });
  return inside.length / values.length;
}
