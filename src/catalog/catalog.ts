import type { Triangular } from '../estimation/distributions.ts';
import type { EstimationInput } from '../estimation/estimate.ts';
import type { Place } from '../estimation/facility.ts';
import { factsOf, makerOf } from './facts-of.ts';
import { type GridZone, gridZone } from './grid.ts';
import type { MakerFile, ModelFacts, ServedFrom } from './maker.ts';
import { modelIdParts } from './model-id.ts';
import { type NoEstimate, noListPrice, notAModelOfItsOwn } from './no-estimate.ts';
import type { CatalogData } from './read-data.ts';
import { endpointsOf, servedFromOf } from './served-from.ts';
import { sizedModel } from './size-knowledge.ts';
import type { ListedModel } from './snapshot.ts';
import { servedBitsOf } from './weight-bits.ts';

/** A listed model joined with what is known of it: ready to be estimated. */
export interface EstimableModel {
  listed: ListedModel;
  maker: string;
  makerFile: MakerFile;
  /** Absent where nobody has written anything down about the model. */
  facts: ModelFacts | undefined;
  servedFrom: ServedFrom;
  grid: GridZone;
  input: EstimationInput;
  /** Ids of the list that are this model under other terms (:free, :batch) or another name (~latest). */
  variants: string[];
  aliases: string[];
}

/** An entry of the list that gets no estimate of its own, with the reason. */
export interface UnestimatedModel {
  listed: ListedModel;
  because: NoEstimate;
}

/** Every entry of OpenRouter's list, in exactly one of the two. */
export interface Catalog {
  estimable: EstimableModel[];
  unestimated: UnestimatedModel[];
}

/**
 * Joins what OpenRouter offers with what is known. Throws where a country has no grid value, which
 * `npm run check:data` reports beforehand.
 */
export function joinCatalog(data: CatalogData): Catalog {
  const listed = new Set(data.modelList.models.map(({ id }) => id));
  const placeOf = placesByCountry(data);
  const estimable: EstimableModel[] = [];
  const unestimated: UnestimatedModel[] = [];

  for (const model of data.modelList.models) {
    const { maker } = modelIdParts(model.id);
    const because = notAModelOfItsOwn(model, listed);
    if (because !== undefined) {
      unestimated.push({ listed: model, because });
      continue;
    }
    const makerFile = makerOf(model, data);
    const facts = factsOf(model, data);
    const known = knowledgeOf(model, facts, data);
    if ('because' in known) {
      unestimated.push({ listed: model, because: known.because });
      continue;
    }
    const servedFrom = servedFromOf(model, facts, makerFile, data);
    const { place, grid } = placeOf(servedFrom.country);
    estimable.push({
      listed: model,
      maker,
      makerFile,
      facts,
      servedFrom,
      grid,
      input: { model: known.model, place },
      variants: [],
      aliases: [],
    });
  }
  attachOtherNames(estimable, unestimated);
  return { estimable, unestimated };
}

function knowledgeOf(
  model: ListedModel,
  facts: ModelFacts | undefined,
  data: CatalogData,
): { model: EstimationInput['model'] } | { because: NoEstimate } {
  const sized = facts && sizedModel(facts, servedBitsOf(endpointsOf(model.id, data)), data);
  if (sized !== undefined) return { model: sized };
  const because = noListPrice(model);
  if (because !== undefined) return { because };
  const { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 } = model.prices;
  return { model: { tier: 'price', inputUsdPerMillionTokens, outputUsdPerMillionTokens } };
}

/** One place object per country, so that the core computes its factors once. */
function placesByCountry({ factors }: CatalogData) {
  const { defaultPlace } = factors.facility;
  const places = new Map<string, { place: Place; grid: GridZone }>();
  return (country: string) => {
    const known = places.get(country);
    if (known !== undefined) return known;
    const grid = gridZone(country);
    if (grid === undefined) {
      throw new Error(`country ${country}: Electricity Maps has no grid intensity for it`);
    }
    const place = {
      powerUsageEffectiveness: bounds(defaultPlace.powerUsageEffectiveness),
      gridGramsPerKilowattHour: grid.gramsPerKilowattHour,
      waterOnSiteLitresPerKilowattHour: bounds(defaultPlace.waterOnSiteLitresPerKilowattHour),
      waterOffSiteLitresPerKilowattHour: bounds(defaultPlace.waterOffSiteLitresPerKilowattHour),
    };
    const entry = { place, grid };
    places.set(country, entry);
    return entry;
  };
}

/** A factor's bounds without what the data say about them. */
function bounds({ low, central, high }: Triangular): Triangular {
  return { low, central, high };
}

function attachOtherNames(estimable: EstimableModel[], unestimated: UnestimatedModel[]): void {
  const byId = new Map(estimable.map((model) => [model.listed.id, model]));
  for (const { listed, because } of unestimated) {
    const target = byId.get(because.seeInstead ?? '');
    if (because.kind === 'variant') target?.variants.push(listed.id);
    if (because.kind === 'alias') target?.aliases.push(listed.id);
  }
}
