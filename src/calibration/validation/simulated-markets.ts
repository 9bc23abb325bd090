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
import {
  type PerClass,
  SERVING_CLASSES,
  type ServingClass,
} from '../../estimation/serving-classes.ts';
import { workloadJoules } from '../../estimation/workload.ts';
import { fitWithout, type LeftOutFits } from '../energy/leave-out.ts';
import { type MarketRow, marketRows } from './market-rows.ts';

/** A market of hosts, put together from measured configurations. */
interface Market {
  name: MarketName;
  /** How probably a host serves from each class, where the model was measured on it. */
  shares: PerClass;
  /** What serving may cost, as a share of what is asked for it. */
  mostCostShare: number;
}

export const MARKET_NAMES = [
  'balanced',
  'Hopper-heavy',
  'rack-heavy',
  'tight margins',
  'any price',
] as const;
export type MarketName = (typeof MARKET_NAMES)[number];

const BALANCED: PerClass = { hopper: 0.3, 'blackwell-node': 0.35, rack: 0.3, amd: 0.05 };

/** The markets that ranges are tried on; the last is shown, not held to the bar. */
const MARKETS: readonly Market[] = [
  { name: 'balanced', shares: BALANCED, mostCostShare: 0.9 },
  {
    name: 'Hopper-heavy',
    shares: { hopper: 0.6, 'blackwell-node': 0.25, rack: 0.1, amd: 0.05 },
    mostCostShare: 0.9,
  },
  {
    name: 'rack-heavy',
    shares: { hopper: 0.1, 'blackwell-node': 0.25, rack: 0.6, amd: 0.05 },
    mostCostShare: 0.9,
  },
  { name: 'tight margins', shares: BALANCED, mostCostShare: 0.6 },
  { name: 'any price', shares: BALANCED, mostCostShare: Number.POSITIVE_INFINITY },
];

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
/** Tries at finding a configuration that pays at a host's price. */
const MOST_TRIES = 50;

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

/** The request of the measured rows, per output token. */
const REQUEST = { inputTokens: 8192, cachedInputTokens: 0, outputTokens: 1024, requests: 1 };

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
  const { energy, context } = drawModel(input, preparation);
  const joules = rangeOf(workloadJoules(energy, context, REQUEST));
  const perToken = (value: number) => value / REQUEST.outputTokens;
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

interface DrawnHost {
  servingClass: ServingClass;
  requestJoules: number;
  usd: number;
}

/** A host at one of the list's prices, with a configuration that pays at it; undefined where none does. */
function drawHost(
  { shares, mostCostShare }: Market,
  { rows, asked }: Subject,
  random: () => number,
): DrawnHost | undefined {
  const classes = SERVING_CLASSES.filter((one) =>
    rows.some(({ servingClass }) => servingClass === one),
  );
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const usd = asked[Math.floor(random() * asked.length)] ?? Number.POSITIVE_INFINITY;
    const servingClass = pick(classes, (one) => shares[one], random);
    const viable = rows.filter(
      (row) => row.servingClass === servingClass && row.requestUsd <= mostCostShare * usd,
    );
    const row = viable[Math.floor(random() * viable.length)];
    if (row !== undefined && servingClass !== undefined) {
      return { servingClass, requestJoules: row.requestJoules, usd };
    }
  }
  return undefined;
}

function pick<T>(
  options: readonly T[],
  weight: (option: T) => number,
  random: () => number,
): T | undefined {
  const sum = options.reduce((total, option) => total + weight(option), 0);
  let left = random() * sum;
  return options.find((option) => {
    left -= weight(option);
    return left <= 0;
  });
}

/** The mean over hosts by OpenRouter's default routing. */
function routedMean(hosts: readonly DrawnHost[]): number {
  const weight = ({ usd }: DrawnHost) => (Number.isFinite(usd) ? usd ** -2 : 1);
  const sum = hosts.reduce((total, host) => total + weight(host), 0);
  return hosts.reduce((total, host) => total + weight(host) * host.requestJoules, 0) / sum;
}

function shareWithin(values: readonly number[], rangeAt: (index: number) => Range): number {
  const inside = values.filter((value, index) => {
    const { low, high } = rangeAt(index);
    return low <= value && value <= high;
  });
  return inside.length / values.length;
}
