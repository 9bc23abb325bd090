import { BOUNDARIES } from '../estimation/boundary.ts';
import type { Workload } from '../estimation/workload.ts';
import type { Circumstances } from './release-calculator.ts';

/** What a reader may set: no grid emits more, and no building wastes more. */
export const SCENARIO_BOUNDS = {
  gridGramsPerKilowattHour: { least: 1, most: 2000 },
  powerUsageEffectiveness: { least: 1, most: 3 },
} as const;

/** Far above what any one account sends; beyond it a mistake is likelier. */
export const MOST_TOKENS = 1e15;

/** A value that nothing can be computed with. */
export class OutOfBounds extends RangeError {
  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.name = 'OutOfBounds';
  }
}

/**
 * Checks what a caller without types may hand over. Throws OutOfBounds with all that is wrong: what
 * it is, what it was, and what was expected.
 */
export function checkBounds(request: Workload, circumstances: Circumstances): void {
  const given: [name: string, value: unknown][] = [
    ['the request', request],
    ['circumstances', circumstances],
  ];
  const missing = given.filter(([, value]) => typeof value !== 'object' || value === null);
  const problems =
    missing.length > 0
      ? missing.map(([name, value]) => `${name} is ${told(value)}; an object was expected`)
      : [
          ...unread('the request', request, OF_REQUEST),
          ...unread('circumstances', circumstances, OF_CIRCUMSTANCES),
          ...requestProblems(request),
          ...circumstanceProblems(circumstances),
        ];
  if (problems.length > 0) throw new OutOfBounds(problems);
}

const OF_REQUEST = [
  'inputTokens',
  'cachedInputTokens',
  'outputTokens',
  'requests',
  'outputTokensSpread',
] as const satisfies readonly (keyof Workload)[];
const OF_CIRCUMSTANCES = [
  'grid',
  'powerUsageEffectiveness',
  'boundary',
] as const satisfies readonly (keyof Circumstances)[];

/** What is called otherwise would be left out of the figure: pue in place of powerUsageEffectiveness. */
export function unread(name: string, given: object, known: readonly string[]): string[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => `${name} has ${told(key)}; only ${known.join(', ')} are read`);
}

function requestProblems(request: Workload): string[] {
  const { inputTokens, cachedInputTokens, outputTokens, requests, outputTokensSpread } = request;
  return [
    ...outside('inputTokens', inputTokens, 0, MOST_TOKENS),
    ...outside('cachedInputTokens', cachedInputTokens, 0, MOST_TOKENS),
    ...outside('outputTokens', outputTokens, 0, MOST_TOKENS),
    ...(requests === undefined ? [] : outside('requests', requests, 1, MOST_TOKENS)),
    ...(outputTokensSpread === undefined
      ? []
      : outside('outputTokensSpread', outputTokensSpread, 1, 1000)),
  ];
}

function circumstanceProblems(circumstances: Circumstances): string[] {
  const { grid, powerUsageEffectiveness: pue, boundary } = circumstances;
  const { gridGramsPerKilowattHour: grids, powerUsageEffectiveness: pues } = SCENARIO_BOUNDS;
  return [
    ...(grid === undefined || typeof grid === 'string'
      ? []
      : outside('grid (gCO2e per kWh, or the name of a zone)', grid, grids.least, grids.most)),
    ...(pue === undefined ? [] : outside('powerUsageEffectiveness', pue, pues.least, pues.most)),
    ...(boundary === undefined || BOUNDARIES.includes(boundary)
      ? []
      : [`boundary is ${told(boundary)}; one of ${BOUNDARIES.join(', ')} was expected`]),
  ];
}

/** A sentence where a value is no number within these bounds. */
export function outside(name: string, value: unknown, least: number, most: number): string[] {
  const isInside = typeof value === 'number' && value >= least && value <= most;
  return isInside
    ? []
    : [`${name} is ${told(value)}; a number from ${least} to ${most} was expected`];
}

/** A value as a message shows it; none is too strange for that. */
export function told(value: unknown): string {
  const isPlain = value === null || !['object', 'function', 'symbol'].includes(typeof value);
  return typeof value === 'string'
    ? `“${value.slice(0, 60)}”`
    : isPlain
      ? String(value)
      : typeof value;
}
