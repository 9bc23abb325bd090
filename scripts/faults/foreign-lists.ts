import type { CatalogData } from '../../src/catalog/read-data.ts';
import type {
  Endpoint,
  ListedHost,
  ListedModel,
  PriceOverride,
  TokenPrices,
} from '../../src/catalog/snapshot.ts';

/** OpenRouter's answers, as they would be for what the embedded lists hold. */
export interface ForeignLists {
  models: unknown[];
  hosts: unknown[];
  /** One record for each model: its id and its endpoints. */
  endpoints: { id: string; endpoints: unknown[] }[];
}

/** The embedded lists in OpenRouter's words; of the models every so many, with their endpoints. */
export function foreignLists(
  { modelList, endpoints, hostList }: Pick<CatalogData, 'modelList' | 'endpoints' | 'hostList'>,
  every = 1,
): ForeignLists {
  const models = modelList.models.filter((_, index) => index % every === 0);
  const ids = new Set(models.map(({ id }) => id));
  return {
    models: models.map(foreignModel),
    hosts: hostList.hosts.map(foreignHost),
    endpoints: endpoints.models
      .filter(({ id }) => ids.has(id))
      .map((one) => ({ id: one.id, endpoints: one.endpoints.map(foreignEndpoint) })),
  };
}

function foreignModel(model: ListedModel) {
  const { artificialAnalysis: scores } = model;
  return {
    id: model.id,
    canonical_slug: model.canonicalSlug,
    name: model.name,
    created: model.created === undefined ? 0 : Date.parse(model.created) / 1000,
    hugging_face_id: model.huggingFaceId ?? null,
    context_length: model.contextTokens ?? null,
    architecture: {
      input_modalities: model.inputModalities,
      output_modalities: model.outputModalities,
      tokenizer: model.tokenizer ?? null,
    },
    top_provider: { max_completion_tokens: model.maxOutputTokens ?? null },
    pricing: foreignPricing(model),
    supported_parameters: [
      ...(model.supportsTools ? ['tools'] : []),
      ...(model.supportsReasoning ? ['reasoning'] : []),
    ],
    reasoning:
      model.reasoningMandatory === undefined ? null : { mandatory: model.reasoningMandatory },
    knowledge_cutoff: model.knowledgeCutoff ?? null,
    expiration_date: model.expires ?? null,
    alias_target: model.aliasOf === undefined ? null : { slug: model.aliasOf },
    benchmarks: {
      artificial_analysis: scores && {
        intelligence_index: scores.intelligence ?? null,
        coding_index: scores.coding ?? null,
        agentic_index: scores.agentic ?? null,
      },
    },
  };
}

function foreignEndpoint(endpoint: Endpoint) {
  return {
    provider_name: endpoint.host,
    tag: endpoint.tag,
    quantization: endpoint.quantization ?? 'unknown',
    context_length: endpoint.contextTokens ?? null,
    pricing: foreignPricing(endpoint),
    status: 0,
    throughput_last_30m: { p50: endpoint.tokensPerSecondMedian ?? null },
  };
}

function foreignHost(host: ListedHost) {
  return {
    name: host.name,
    slug: host.slug,
    headquarters: host.headquarters ?? null,
    datacenters: host.dataCentreCountries ?? null,
  };
}

function foreignPricing({
  prices,
  discount,
  priceOverrides,
}: Pick<ListedModel, 'prices' | 'discount' | 'priceOverrides'>) {
  return {
    ...foreignPrices(prices),
    discount: discount ?? 0,
    overrides: priceOverrides?.map(foreignOverride) ?? null,
  };
}

function foreignOverride({ aboveInputTokens, utcFrom, utcUntil, prices }: PriceOverride) {
  const clock = (time: string | undefined) => time && Number(time.replace(':', ''));
  return {
    min_prompt_tokens: aboveInputTokens ?? null,
    utc_start: clock(utcFrom) ?? null,
    utc_end: clock(utcUntil) ?? null,
    ...foreignPrices(prices),
  };
}

/** USD per token; "-1" where it varies. */
function foreignPrices(prices: TokenPrices) {
  const text = (price: number | undefined) => (price === undefined ? '-1' : String(price / 1e6));
  return {
    prompt: text(prices.inputUsdPerMillionTokens),
    completion: text(prices.outputUsdPerMillionTokens),
    input_cache_read: text(prices.cachedInputUsdPerMillionTokens),
  };
}
