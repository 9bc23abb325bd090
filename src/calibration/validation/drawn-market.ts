import {
  type PerClass,
  SERVING_CLASSES,
  type ServingClass,
} from '../../estimation/serving-classes.ts';
import type { MarketRow } from './market-rows.ts';

/** A market of hosts, put together from measured configurations. */
export interface Market {
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

/** The markets that ranges are tried on; in the last, hosts need not cover their cost. */
export const MARKETS: readonly Market[] = [
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

/** A host of such a market. */
export interface DrawnHost {
  servingClass: ServingClass;
  requestJoules: number;
  usd: number;
}

/** What a model is measured on, and what its hosts ask for a request, USD per million. */
interface Served {
  rows: readonly MarketRow[];
  asked: readonly number[];
}

/** Tries at finding a configuration that pays at a host's price. */
const MOST_TRIES = 50;

/** A host at one of the list's prices, with a configuration that pays at it; undefined where none does. */
export function drawHost(
  { shares, mostCostShare }: Market,
  { rows, asked }: Served,
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
export function routedMean(hosts: readonly DrawnHost[]): number {
  const weight = ({ usd }: DrawnHost) => (Number.isFinite(usd) ? usd ** -2 : 1);
  const sum = hosts.reduce((total, host) => total + weight(host), 0);
  return hosts.reduce((total, host) => total + weight(host) * host.requestJoules, 0) / sum;
}
