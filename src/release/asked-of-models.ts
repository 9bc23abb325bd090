import type { EstimableModel } from '../catalog/catalog.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { tokensPerThousandWords } from '../catalog/thousand-words.ts';
import { addUp, joinUsage, usedOf } from '../catalog/usage.ts';
import type { AskedOfModel } from '../estimation/model-figures.ts';
import { type AskedRequests, askedRequests, askedWorkloads } from './model-requests.ts';
import type { NotEstimated } from './release.ts';
import { endpointsAlone } from './released-serving.ts';

/** A model with all that a release asks of it. */
export interface AskedModel {
  model: EstimableModel;
  requests: AskedRequests;
  ofCore: AskedOfModel;
}

/** What is asked of each model: the week's traffic says how it is used. */
export function askOfModels(
  models: readonly EstimableModel[],
  withoutEstimate: readonly NotEstimated[],
  data: CatalogData,
): AskedModel[] {
  const joined = joinUsage(data.usage, data.modelList.models, {
    estimated: new Set(models.map(({ listed }) => listed.id)),
    unestimated: new Map(withoutEstimate.map((entry) => [entry.id, entry])),
  });
  const visible = addUp(data.usage.models);
  return models.map((model) => {
    const requests = askedRequests(model.listed, {
      workloads: data.factors.workloads,
      tokensPerThousandWords: tokensPerThousandWords(model.listed, data),
      visible,
      used: usedOf(joined, model.listed.id),
    });
    return { model, requests, ofCore: askedOfCore(model, requests) };
  });
}

function askedOfCore(model: EstimableModel, requests: AskedRequests): AskedOfModel {
  return {
    input: model.input,
    endpoints: endpointsAlone(model).map(({ place: { place }, servedBits }) => ({
      place,
      servedBits,
    })),
    workloads: askedWorkloads(requests),
    drawnWorkload: 'because' in requests.own ? undefined : requests.own.workload,
  };
}
