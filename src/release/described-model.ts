import type { EstimableModel } from '../catalog/catalog.ts';
import { modelIdParts } from '../catalog/model-id.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { measurementsOf } from '../catalog/size-knowledge.ts';
import type { ModelFigures } from '../estimation/model-figures.ts';
import { TIER_NUMBER } from '../estimation/tier.ts';
import { shortNameOf } from '../library/model-names.ts';
import { electricityShareOfListPrice } from './electricity-share.ts';
import { type AskedRequests, modelRequests } from './model-requests.ts';
import { sourcesOfModel } from './model-sources.ts';
import type { OwnMeasurements } from './release.ts';
import { releasedServing } from './released-serving.ts';

/** What a release says of one model without looking at others. */
export function describedModel(
  model: EstimableModel,
  requests: AskedRequests,
  figures: ModelFigures,
  data: CatalogData,
) {
  const { listed, maker, makerFile, facts, input, discount } = model;
  const evidence = input.model.tier;
  const { estimate } = figures;
  return {
    ...estimate,
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
    gramsCO2eByBoundary: figures.gramsCO2eByBoundary,
    contributions: figures.contributions,
    referenceJoulesPerOutputToken: figures.referenceJoulesPerOutputToken,
    reported: figures.reported,
    requests: modelRequests(requests, figures.workloadsGramsCO2e),
    served: releasedServing(model, figures),
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
