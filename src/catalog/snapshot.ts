import * as z from 'zod';

/**
 * What OpenRouter offers, in our own words: the records of data/openrouter/*.json.
 * Only `npm run pull` writes these files; facts only, sorted, no prose of OpenRouter's.
 */

const IsoDate = z.iso.date();

/** `maker/slug`, with an optional `:variant`; an alias begins with `~`. Safe as a path and a URL. */
export const ModelId = z
  .string()
  .regex(
    /^~?[a-z0-9][a-z0-9._-]*\/[a-z0-9][a-z0-9._-]*(:[a-z0-9][a-z0-9._-]*)?$/i,
    'expected maker/slug or maker/slug:variant',
  );

/** USD per million tokens. A price that OpenRouter gives as "-1" (it varies) is absent here. */
export const TokenPrices = z.strictObject({
  inputUsdPerMillionTokens: z.number().nonnegative().optional(),
  outputUsdPerMillionTokens: z.number().nonnegative().optional(),
  cachedInputUsdPerMillionTokens: z.number().nonnegative().optional(),
});
export type TokenPrices = z.infer<typeof TokenPrices>;

/** The fraction by which the prices beside it are reduced at present; absent where they are not. */
const Discount = z.number().positive().lt(1);

/** Artificial Analysis indices as OpenRouter's list carries them; never mixed between dates. */
export const QualityIndices = z.strictObject({
  intelligence: z.number().optional(),
  coding: z.number().optional(),
  agentic: z.number().optional(),
});

/** One entry of OpenRouter's model list. */
export const ListedModel = z.strictObject({
  id: ModelId,
  /** OpenRouter's permanent name; variants of one model share it. */
  canonicalSlug: z.string(),
  name: z.string().min(1),
  /** Day the entry was created on OpenRouter; absent where the list holds a sentinel. */
  created: IsoDate.optional(),
  huggingFaceId: z.string().optional(),
  contextTokens: z.int().positive().optional(),
  maxOutputTokens: z.int().positive().optional(),
  inputModalities: z.array(z.string()),
  outputModalities: z.array(z.string()),
  tokenizer: z.string().optional(),
  prices: TokenPrices,
  discount: Discount.optional(),
  supportsTools: z.boolean(),
  supportsReasoning: z.boolean(),
  /** True where the model cannot be asked without reasoning. */
  reasoningMandatory: z.boolean().optional(),
  knowledgeCutoff: IsoDate.optional(),
  /** Day after which the entry may be removed; absent where the list holds a sentinel. */
  expires: IsoDate.optional(),
  /** Id of the concrete model behind a `~…-latest` alias. */
  aliasOf: z.string().optional(),
  artificialAnalysis: QualityIndices.optional(),
});
export type ListedModel = z.infer<typeof ListedModel>;

/** data/openrouter/models.json */
export const ModelList = z.strictObject({
  retrieved: IsoDate,
  source: z.string(),
  models: z.array(ListedModel).min(1),
});
export type ModelList = z.infer<typeof ModelList>;

/** One place where a model is served. */
export const Endpoint = z.strictObject({
  /** OpenRouter's provider_name. */
  host: z.string().min(1),
  /** OpenRouter's routing tag, such as `deepinfra/fp8` or `azure/swedencentral`. */
  tag: z.string().min(1),
  /** As the host states it, such as fp8 or bf16; absent where it states none. */
  quantization: z.string().optional(),
  contextTokens: z.int().positive().optional(),
  prices: TokenPrices,
  discount: Discount.optional(),
  /** Median observed decode speed of one request, tokens per second; seen only with an API key. */
  tokensPerSecondMedian: z.number().positive().optional(),
});
export type Endpoint = z.infer<typeof Endpoint>;

/** data/openrouter/endpoints.json. Each model keeps the day its endpoints were last read. */
export const EndpointList = z.strictObject({
  source: z.string(),
  models: z.array(
    z.strictObject({
      id: ModelId,
      retrieved: IsoDate,
      /** Day the speeds were observed; a pull without an API key keeps those that were known. */
      speedsObserved: IsoDate.optional(),
      endpoints: z.array(Endpoint),
    }),
  ),
});
export type EndpointList = z.infer<typeof EndpointList>;

const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 alpha-2 code such as FR');

/** One host of OpenRouter's provider list. */
export const ListedHost = z.strictObject({
  slug: z.string().min(1),
  name: z.string().min(1),
  headquarters: CountryCode.optional(),
  /** Absent where OpenRouter states none. */
  dataCentreCountries: z.array(CountryCode).optional(),
});
export type ListedHost = z.infer<typeof ListedHost>;

/** data/openrouter/hosts.json */
export const HostList = z.strictObject({
  retrieved: IsoDate,
  source: z.string(),
  hosts: z.array(ListedHost).min(1),
});
export type HostList = z.infer<typeof HostList>;
