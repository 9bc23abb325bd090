import * as z from 'zod';
import { ModelId } from '../catalog/snapshot.ts';
import { ForeignTokenPrice } from './prices.ts';

/**
 * The records of OpenRouter's API, as far as this index reads them. Loose on purpose: fields,
 * modalities and enum values that were never seen pass; only a wrong type of a field that is
 * read here sets a record aside.
 */

const Texts = z.array(z.string());

/** Beyond this, a file system or a URL somewhere will not carry the name. */
const LONGEST_NAME_IN_A_PATH = 200;

const ForeignPricing = z.looseObject({
  prompt: ForeignTokenPrice,
  completion: ForeignTokenPrice,
  input_cache_read: ForeignTokenPrice,
  /** The fraction by which these prices are reduced; checked where it is translated. */
  discount: z.unknown().optional(),
});
export type ForeignPricing = z.infer<typeof ForeignPricing>;

/** One record of `GET /api/v1/models`. */
export const ForeignModel = z.looseObject({
  id: ModelId.max(LONGEST_NAME_IN_A_PATH),
  canonical_slug: z.string(),
  name: z.string(),
  created: z.number().nullish(),
  hugging_face_id: z.string().nullish(),
  context_length: z.int().nullish(),
  architecture: z.looseObject({
    input_modalities: Texts,
    output_modalities: Texts,
    tokenizer: z.string().nullish(),
  }),
  top_provider: z
    .looseObject({
      context_length: z.int().nullish(),
      max_completion_tokens: z.int().nullish(),
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
          intelligence_index: z.number().nullish(),
          coding_index: z.number().nullish(),
          agentic_index: z.number().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
export type ForeignModel = z.infer<typeof ForeignModel>;

/** One of the `endpoints` of `GET /api/v1/models/{author}/{slug}/endpoints`. */
export const ForeignEndpoint = z.looseObject({
  provider_name: z.string(),
  tag: z.string(),
  quantization: z.string().nullish(),
  context_length: z.int().nullish(),
  pricing: ForeignPricing,
  /** 0 is in service; below 0 is degraded or disabled. */
  status: z.number().nullish(),
  /** Tokens per second; null for a caller without an API key. */
  throughput_last_30m: z.looseObject({ p50: z.number().nullish() }).nullish(),
});
export type ForeignEndpoint = z.infer<typeof ForeignEndpoint>;

/** One record of `GET /api/v1/providers`. */
export const ForeignHost = z.looseObject({
  name: z.string(),
  slug: z
    .string()
    .max(LONGEST_NAME_IN_A_PATH)
    .regex(/^[a-z0-9][a-z0-9._-]*$/i, 'expected a slug such as amazon-bedrock'),
  headquarters: z.string().nullish(),
  datacenters: z.array(z.string()).nullish(),
});
export type ForeignHost = z.infer<typeof ForeignHost>;

/** What every list comes in. `total_count` and `links` are missing from older bodies. */
export const ForeignEnvelope = z.looseObject({
  data: z.array(z.unknown()),
  total_count: z.number().nullish(),
  links: z.looseObject({ next: z.string().nullish() }).nullish(),
});

/** The answer about one model's endpoints. */
export const ForeignEndpointAnswer = z.looseObject({
  data: z.looseObject({ endpoints: z.array(z.unknown()) }),
});
