import * as z from 'zod';
import { HostSlug, ModelId, QualityIndex, Tokens, TokensPerSecond } from '../catalog/snapshot.ts';
import { ForeignTokenPrice } from './prices.ts';

/**
 * The records of OpenRouter's API, as far as this index reads them. Loose on purpose: fields,
 * modalities and enum values that were never seen pass. Beside each stand the fields that an estimate
 * needs: where one of them is not as expected the record is set aside; any other is left out.
 */

const Texts = z.array(z.string());

/** 0 where none is known. */
const TokenCount = z.union([Tokens, z.literal(0)], {
  error: 'expected a number of tokens up to 2,000,000,000',
});

const Index = QualityIndex.nullish();

const ForeignPricing = z.looseObject({
  prompt: ForeignTokenPrice,
  completion: ForeignTokenPrice,
  input_cache_read: ForeignTokenPrice,
  /** The fraction by which these prices are reduced; checked where it is translated. */
  discount: z.unknown().optional(),
  overrides: z.array(z.unknown()).nullish(),
});
export type ForeignPricing = z.infer<typeof ForeignPricing>;

const PRICES_NEEDED = ['pricing.prompt', 'pricing.completion'];

/** HHMM as a number, read as a time of day: 400 is 04:00. */
const ClockNumber = z
  .int()
  .nonnegative()
  .transform((clock) =>
    String(clock)
      .padStart(4, '0')
      .replace(/(?=..$)/, ':'),
  )
  .pipe(z.iso.time({ precision: -1, error: 'expected a time as HHMM, such as 1030' }));

/** Prices of what this index does not estimate. */
const Unread = z.unknown().optional();

/** One of the `overrides` of a record's prices. Strict: a condition that is not known cannot be kept. */
export const ForeignOverride = z.strictObject({
  min_prompt_tokens: z.int().nonnegative().nullish(),
  utc_start: ClockNumber.nullish(),
  utc_end: ClockNumber.nullish(),
  prompt: ForeignTokenPrice,
  completion: ForeignTokenPrice,
  input_cache_read: ForeignTokenPrice,
  input_cache_write: Unread,
  input_cache_write_1h: Unread,
  audio: Unread,
  input_audio_cache: Unread,
});

/** One record of `GET /api/v1/models`. */
export const ForeignModel = z.looseObject({
  id: ModelId,
  canonical_slug: z.string().nullish(),
  name: z.string().nullish(),
  created: z.number().nullish(),
  hugging_face_id: z.string().nullish(),
  context_length: TokenCount.nullish(),
  architecture: z.looseObject({
    input_modalities: Texts.nullish(),
    output_modalities: Texts,
    tokenizer: z.string().nullish(),
  }),
  top_provider: z
    .looseObject({
      context_length: TokenCount.nullish(),
      max_completion_tokens: TokenCount.nullish(),
    })
    .nullish(),
  pricing: ForeignPricing,
  supported_parameters: Texts.nullish(),
  reasoning: z.looseObject({ mandatory: z.boolean().nullish() }).nullish(),
  knowledge_cutoff: z.string().nullish(),
  expiration_date: z.string().nullish(),
  alias_target: z.looseObject({ slug: z.string().nullish() }).nullish(),
  benchmarks: z
    .looseObject({
      artificial_analysis: z
        .looseObject({
          intelligence_index: Index,
          coding_index: Index,
          agentic_index: Index,
        })
        .nullish(),
    })
    .nullish(),
});
export type ForeignModel = z.infer<typeof ForeignModel>;
export const MODEL_NEEDS = ['id', 'architecture.output_modalities', ...PRICES_NEEDED];

/** One of the `endpoints` of `GET /api/v1/models/{author}/{slug}/endpoints`. */
export const ForeignEndpoint = z.looseObject({
  provider_name: z.string(),
  tag: z.string(),
  quantization: z.string().nullish(),
  context_length: TokenCount.nullish(),
  pricing: ForeignPricing,
  /** 0 is in service; below 0 is degraded or disabled. */
  status: z.number().nullish(),
  /** Tokens per second; null for a caller without an API key. */
  throughput_last_30m: z
    .looseObject({ p50: z.union([TokensPerSecond, z.literal(0)]).nullish() })
    .nullish(),
});
export type ForeignEndpoint = z.infer<typeof ForeignEndpoint>;
export const ENDPOINT_NEEDS = ['provider_name', 'tag', ...PRICES_NEEDED];

/** One record of `GET /api/v1/providers`. */
export const ForeignHost = z.looseObject({
  name: z.string().nullish(),
  slug: HostSlug,
  headquarters: z.string().nullish(),
  datacenters: z.array(z.string()).nullish(),
});
export type ForeignHost = z.infer<typeof ForeignHost>;
export const HOST_NEEDS = ['slug'];

/** What every list comes in. `total_count` and `links` are missing from older bodies. */
export const ForeignEnvelope = z.looseObject({
  data: z.array(z.unknown()),
  total_count: z.number().nullish(),
  links: z.looseObject({ next: z.string().nullish() }).nullish(),
});

/** The answer about one model's endpoints. */
export const ForeignEndpointAnswer = z.looseObject({
  data: z.looseObject({ id: z.string().nullish(), endpoints: z.array(z.unknown()) }),
});
