import type { QualityIndex, QualityLevel } from './quality-level.ts';

/** What a model can be asked to do, besides text in and text out. */
export const FEATURES = ['tools', 'reasoning', 'images'] as const;
export type Feature = (typeof FEATURES)[number];

/** What a model must be able to do, and what it may cost. */
export interface ModelNeeds {
  /** All of these. */
  features: readonly Feature[];
  /** Context of at least so many tokens; undefined for any. */
  leastContextTokens: number | undefined;
  /** The most that a million output tokens may cost; undefined for any price or none. */
  mostUsdPerMillionTokens: number | undefined;
  /** Of at least so much of an index; undefined for any score or none. */
  level: QualityLevel | undefined;
}

/** What is known of what a model can do. */
export interface ModelAbilities {
  features: readonly string[];
  /** 0, or undefined, where none is stated. */
  contextTokens: number | undefined;
  /** Per million output tokens; undefined where nobody has stated one. */
  usdPerMillionTokens: number | undefined;
  /** Indices of quality that it has. */
  scores: Readonly<Partial<Record<QualityIndex, number | undefined>>>;
}

/** Each need by itself: whether a model meets it. Every list of models is filtered by these. */
export const MEETS = {
  features: (has: ModelAbilities['features'], wanted: ModelNeeds['features']) =>
    wanted.every((feature) => has.includes(feature)),
  context: (tokens: ModelAbilities['contextTokens'], least: ModelNeeds['leastContextTokens']) =>
    (tokens ?? 0) >= (least ?? 0),
  // Who asks for a price at most does not want one that nobody has stated.
  price: (
    usd: ModelAbilities['usdPerMillionTokens'],
    most: ModelNeeds['mostUsdPerMillionTokens'],
  ) => most === undefined || (usd !== undefined && usd <= most),
  // A model without the index may be able to do it; nobody has measured.
  score: (scores: ModelAbilities['scores'], level: ModelNeeds['level']) =>
    level === undefined || (scores[level.index] ?? -1) >= level.least,
};

/** Whether a model meets all needs. */
export function meetsNeeds(model: ModelAbilities, needs: ModelNeeds): boolean {
  return (
    MEETS.features(model.features, needs.features) &&
    MEETS.context(model.contextTokens, needs.leastContextTokens) &&
    MEETS.price(model.usdPerMillionTokens, needs.mostUsdPerMillionTokens) &&
    MEETS.score(model.scores, needs.level)
  );
}
