import type { Method } from '../estimation/method.ts';
import type { EvidenceTier } from '../estimation/tier.ts';
import type { EstimationInputs } from './estimation-inputs.ts';
import type { GridTables } from './grid-site.ts';
import type { ModelAbilities } from './model-needs.ts';
import type { StatedFigure } from './stated-figure.ts';

/** A model of a release: its names and what it is estimated from. */
export type PackagedModel = EstimationInputs['models'][number] & {
  name: string;
  /** Absent, as the next two are, in releases made before names were looked up. */
  makerName?: string | undefined;
  /** OpenRouter's permanent name. */
  canonicalSlug?: string | undefined;
  huggingFaceId?: string | undefined;
  evidence: EvidenceTier;
  /** Longest request that it takes; absent where the list does not say. */
  contextTokens?: number | undefined;
  /** Longest answer that it writes; absent where the list does not say. */
  maxOutputTokens?: number | undefined;
  /** What it can be asked to do; absent, as the next two are, in releases made before they were asked for. */
  features?: readonly string[] | undefined;
  /** List price per million output tokens; absent where none is stated. */
  outputUsdPerMillionTokens?: number | undefined;
  /** Indices of Artificial Analysis that OpenRouter's list has of it. */
  scores?: ModelAbilities['scores'] | undefined;
  /** Whether OpenRouter lists a host of it; where not, one is assumed. Absent, as the next is, in earlier releases. */
  hostListedByOpenRouter?: boolean | undefined;
  /** What its own maker publishes of it. */
  statedByMaker?: readonly StatedFigure[] | undefined;
  /** Variants and aliases that this model answers for. */
  otherIds: string[];
};

/** Whether a value can be a release to compute with, by what it holds. */
export function isPackagedRelease(value: unknown): value is PackagedRelease {
  if (!isObject(value) || !isObject(value.method) || !isObject(value.places)) return false;
  const places = new Set(Object.keys(value.places));
  return (
    'methodVersion' in value &&
    Array.isArray(value.zones) &&
    isObject(value.offSiteWater) &&
    Array.isArray(value.models) &&
    value.models.every((model) => isServedAt(places, model))
  );
}

/** Whether a value is a model whose endpoints all have a place: one without would be left out of its figure. */
function isServedAt(places: ReadonlySet<unknown>, model: unknown): boolean {
  return (
    isObject(model) &&
    typeof model.id === 'string' &&
    typeof model.name === 'string' &&
    Array.isArray(model.otherIds) &&
    Array.isArray(model.endpoints) &&
    model.endpoints.every((endpoint) => isObject(endpoint) && places.has(endpoint.place))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** /api/v1/calculation.json: all that a program needs to compute with a release, in one file. */
export interface PackagedRelease extends Omit<EstimationInputs, 'models'>, GridTables {
  licence: string;
  attribution: string;
  method: Method;
  models: PackagedModel[];
}
