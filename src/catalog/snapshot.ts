import * as z from 'zod';

/**
 * What OpenRouter offers, in our own words: the records of data/openrouter/*.json.
 * Only `npm run pull` writes these files; facts only, sorted, no prose of OpenRouter's.
 */

const IsoDate = z.iso.date();

/** What can stand in an address and name a folder; `index` would hide the page that lists them all. */
const PATH_PART = '(?!index(?:\\.html)?(?:$|[/:]))[a-z0-9][a-z0-9._-]*';

/** Beyond this, a file system or a URL somewhere will not carry the name. */
const LONGEST_NAME_IN_A_PATH = 200;

/** A host's slug, such as amazon-bedrock. Safe as a path and a URL. */
export const HostSlug = z
  .string()
  .max(LONGEST_NAME_IN_A_PATH)
  .regex(new RegExp(`^${PATH_PART}$`, 'i'), 'expected a slug such as amazon-bedrock');

/** `maker/slug`, with an optional `:variant`; an alias begins with `~`. Safe as a path and a URL. */
export const ModelId = z
  .string()
  .max(LONGEST_NAME_IN_A_PATH)
  .regex(
    new RegExp(`^~?${PATH_PART}/${PATH_PART}(?::[a-z0-9][a-z0-9._-]*)?$`, 'i'),
    'expected maker/slug or maker/slug:variant',
  );

/** A country by its code; some that OpenRouter lists are none of ISO 3166, such as EU. */
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected an ISO 3166 alpha-2 code such as FR');

/** The dearest price that can be one: a hundred times the dearest ever listed. */
const Price = z.number().nonnegative().max(1e5);

/** USD per million tokens. A price that OpenRouter gives as "-1" (it varies) is absent here. */
export const TokenPrices = z.strictObject({
  inputUsdPerMillionTokens: Price.optional(),
  outputUsdPerMillionTokens: Price.optional(),
  cachedInputUsdPerMillionTokens: Price.optional(),
});
export type TokenPrices = z.infer<typeof TokenPrices>;

const TimeOfDay = z.iso.time({ precision: -1 });

/**
 * Prices in place of those beside it, for requests to which all conditions here apply; of several
 * entries that apply the last holds, and a price that is absent stays as it is.
 */
export const PriceOverride = z.strictObject({
  /** Requests with more tokens of input than this. */
  aboveInputTokens: z.int().nonnegative().optional(),
  /** Every day from this time, UTC, until the other, which it does not include; it may pass midnight. */
  utcFrom: TimeOfDay.optional(),
  utcUntil: TimeOfDay.optional(),
  prices: TokenPrices,
});
export type PriceOverride = z.infer<typeof PriceOverride>;

/**
 * The day on which a record was last read, where a later answer held it in a form that could not be;
 * absent where it is as the list beside it was read.
 */
const AsOf = IsoDate.optional();

/** A context: a thousand times the longest of 2026 at most. */
export const Tokens = z.int().positive().max(2e9);

/** The fraction by which the prices beside it are reduced at present; absent where they are not. */
export const Discount = z.number().positive().lt(1);

/** Indices are shares of what could be reached. */
export const QualityIndex = z.number().min(0).max(100);

/** Artificial Analysis indices as OpenRouter's list carries them; never mixed between dates. */
export const QualityIndices = z.strictObject({
  intelligence: QualityIndex.optional(),
  coding: QualityIndex.optional(),
  agentic: QualityIndex.optional(),
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
  contextTokens: Tokens.optional(),
  maxOutputTokens: Tokens.optional(),
  inputModalities: z.array(z.string()),
  outputModalities: z.array(z.string()),
  tokenizer: z.string().optional(),
  prices: TokenPrices,
  discount: Discount.optional(),
  priceOverrides: z.array(PriceOverride).min(1).optional(),
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
  asOf: AsOf,
});
export type ListedModel = z.infer<typeof ListedModel>;

/** Path of the model list from the project's root. */
export const MODEL_LIST_FILE = 'data/openrouter/models.json';

/** data/openrouter/models.json */
export const ModelList = z.strictObject({
  retrieved: IsoDate,
  source: z.string(),
  models: z.array(ListedModel).min(1),
});
export type ModelList = z.infer<typeof ModelList>;

/** A host's slug and, where it says more, region, precision or terms: parts that a path can hold. */
const EndpointTag = z
  .string()
  .max(LONGEST_NAME_IN_A_PATH)
  .regex(
    new RegExp(`^${PATH_PART}(?:/[a-z0-9][a-z0-9._-]*)*$`, 'i'),
    'expected a tag such as azure/swedencentral',
  );

/** A hundred times the fastest of 2026 at most. */
export const TokensPerSecond = z.number().positive().max(1e6);

/** One place where a model is served. */
export const Endpoint = z.strictObject({
  /** OpenRouter's provider_name. */
  host: z.string().min(1),
  /** OpenRouter's routing tag, such as `deepinfra/fp8` or `azure/swedencentral`. */
  tag: EndpointTag,
  /** As the host states it, such as fp8 or bf16; absent where it states none. */
  quantization: z.string().optional(),
  contextTokens: Tokens.optional(),
  prices: TokenPrices,
  discount: Discount.optional(),
  priceOverrides: z.array(PriceOverride).min(1).optional(),
  /** Median observed decode speed of one request, tokens per second; seen only with an API key. */
  tokensPerSecondMedian: TokensPerSecond.optional(),
  asOf: AsOf,
});
export type Endpoint = z.infer<typeof Endpoint>;

/** Path of the endpoints from the project's root. */
export const ENDPOINT_LIST_FILE = 'data/openrouter/endpoints.json';

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

/** One host of OpenRouter's provider list. */
export const ListedHost = z.strictObject({
  slug: HostSlug,
  name: z.string().min(1),
  headquarters: CountryCode.optional(),
  /** Absent where OpenRouter states none. */
  dataCentreCountries: z.array(CountryCode).optional(),
  asOf: AsOf,
});
export type ListedHost = z.infer<typeof ListedHost>;

/** Path of the provider list from the project's root. */
export const HOST_LIST_FILE = 'data/openrouter/hosts.json';

/** data/openrouter/hosts.json */
export const HostList = z.strictObject({
  retrieved: IsoDate,
  source: z.string(),
  hosts: z.array(ListedHost).min(1),
});
export type HostList = z.infer<typeof HostList>;
