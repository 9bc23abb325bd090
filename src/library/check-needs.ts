import { MOST_TOKENS, OutOfBounds, outside, told, unread } from './bounds.ts';
import { FEATURES, type ModelNeeds } from './model-needs.ts';
import { QUALITY_INDICES } from './quality-level.ts';

const OF_NEEDS = [
  'features',
  'leastContextTokens',
  'mostUsdPerMillionTokens',
  'level',
] as const satisfies readonly (keyof ModelNeeds)[];
const OF_LEVEL = ['index', 'least'];

/** No model asks as much for a million tokens, and no index goes as far. */
const MOST_USD = 1e6;
const MOST_SCORE = 1000;

/**
 * Checks what a caller without types may hand over as needs: one that is not read, or cannot be met,
 * would be taken for one that no model meets. Throws OutOfBounds with all that is wrong.
 */
export function checkNeeds(needs: ModelNeeds): void {
  const problems = isObject(needs)
    ? [...unread('needs', needs, OF_NEEDS), ...needProblems(needs)]
    : [`needs are ${told(needs)}; an object was expected`];
  if (problems.length > 0) throw new OutOfBounds(problems);
}

function needProblems({
  features,
  leastContextTokens: context,
  mostUsdPerMillionTokens: usd,
  level,
}: ModelNeeds): string[] {
  return [
    ...featureProblems(features),
    ...(context === undefined ? [] : outside('leastContextTokens', context, 0, MOST_TOKENS)),
    ...(usd === undefined ? [] : outside('mostUsdPerMillionTokens', usd, 0, MOST_USD)),
    ...(level === undefined ? [] : levelProblems(level)),
  ];
}

function featureProblems(features: unknown): string[] {
  const expected = `a list of some of ${FEATURES.join(', ')} was expected`;
  if (!Array.isArray(features)) return [`features is ${told(features)}; ${expected}`];
  return features
    .filter((feature) => !FEATURES.some((known) => known === feature))
    .map((feature) => `features has ${told(feature)}; ${expected}`);
}

function levelProblems(level: unknown): string[] {
  if (!isObject(level)) return [`level is ${told(level)}; an object was expected`];
  const { index, least }: { index?: unknown; least?: unknown } = level;
  return [
    ...unread('level', level, OF_LEVEL),
    ...(QUALITY_INDICES.some((known) => known === index)
      ? []
      : [`level.index is ${told(index)}; one of ${QUALITY_INDICES.join(', ')} was expected`]),
    ...outside('level.least', least, 0, MOST_SCORE),
  ];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
