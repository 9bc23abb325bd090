/** What a column of an export can hold. */
export const PARTS = [
  'model',
  'day',
  'message',
  'input',
  'freshInput',
  'cached',
  'cacheWrites',
  'cacheWritesOf',
  'toolInput',
  'output',
  'reasoning',
  'total',
  'requests',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * The names that columns go by, as their makers write them; letters' case, spaces and punctuation do
 * not count, and neither do the names of the objects around a field of JSON. Of several that a file
 * has the first is read and the others are named. Where each comes from stands in known-exports.ts;
 * those of other languages in translated-column-names.ts.
 */
export const COLUMN_NAMES: Readonly<Record<Part, readonly string[]>> = {
  model: [
    'model_permaslug',
    'model',
    'model_id',
    'model_slug',
    'model_name',
    'model_version',
    'snapshot_id',
    'request_model',
    'response_model',
    'gen_ai.response.model',
    'gen_ai.request.model',
    'model_group',
    'models',
    'model_deployment_name',
  ],
  day: [
    'created_at',
    'created',
    'date',
    'day',
    'usage_date_utc',
    'start_time_iso',
    'start_time',
    'starting_at',
    'timestamp',
    'time',
    'month',
    'period',
    'aggregation_timestamp',
  ],
  /** Of Anthropic's messages; see MESSAGE_ID there. */
  message: ['message_id', 'id'],
  /** The prompt; whether what a cache gave is within it, a convention says. */
  input: [
    // Tokens as the model itself counts them come before OpenRouter's own count.
    'native_tokens_prompt',
    'tokens_prompt',
    'prompt_tokens',
    'total_prompt_tokens',
    'input_tokens',
    'total_input_tokens',
    'tokens_input',
    'usage_input_tokens',
    'prompt_token_count',
    'input_token_count',
    'n_context_tokens_total',
    'context_tokens_total',
    'num_input_tokens',
    'processed_prompt_tokens',
    'tokens_in',
    'token_count.prompt',
    'input',
    'prompt',
  ],
  /** The prompt without what a cache gave. */
  freshInput: [
    'usage_input_tokens_no_cache',
    'uncached_input_tokens',
    'input_uncached_tokens',
    'input_no_cache_tokens',
    'non_cached_input_tokens',
    'n_non_cached_context_tokens_total',
    'prompt_cache_miss_tokens',
    'input_cache_miss_tokens',
    'Input (w/o Cache Write)',
  ],
  /** Read from a cache. */
  cached: [
    'native_tokens_cached',
    'total_native_tokens_cached',
    'tokens_cached',
    'cached_tokens',
    'cached_input_tokens',
    'tokens_cached_input',
    'input_cached_tokens',
    'cached_prompt_tokens',
    'input_cached',
    'n_cached_context_tokens_total',
    'cached_context_tokens_total',
    'cached_content_token_count',
    'cached_token_count',
    'usage_input_tokens_cache_read',
    'cache_read_input_tokens',
    'cache_read_input_token_count',
    'input_cache_read_tokens',
    'input_cached_read_tokens',
    'prompt_cache_read_tokens',
    'prompt_cache_hit_tokens',
    'input_cache_hit_tokens',
    'cache_hit_tokens',
    'cache_read_tokens',
    'tokens_cache_read',
    'cache_read',
    'prompt_details.cache_read',
    'input_tokens.cached',
  ],
  /** Written to a cache: computed like any input. */
  cacheWrites: [
    'cache_creation_input_tokens',
    'cache_creation_tokens',
    'cache_write_input_tokens',
    'cache_write_input_token_count',
    'input_cache_write_tokens',
    'prompt_cache_write_tokens',
    'cache_write_tokens',
    'usage_input_tokens_cache_write',
    'tokens_cache_write',
    'tokens_cache_creation',
    'Input (w/ Cache Write)',
    'cache_creation',
    'cache_create',
    'cache_write',
    'input_tokens.cache_write',
  ],
  /** The same by the time that the cache keeps them; these add up. */
  cacheWritesOf: [
    'usage_input_tokens_cache_write_5m',
    'usage_input_tokens_cache_write_1h',
    'ephemeral_5m_input_tokens',
    'ephemeral_1h_input_tokens',
    'cache_creation_5m_input_tokens',
    'cache_creation_1h_input_tokens',
  ],
  /** What tools gave back to the model, always beside the prompt. */
  toolInput: ['tool_use_prompt_token_count'],
  output: [
    'native_tokens_completion',
    'tokens_completion',
    'completion_tokens',
    'total_completion_tokens',
    'output_tokens',
    'total_output_tokens',
    'tokens_output',
    'usage_output_tokens',
    'candidates_token_count',
    'response_token_count',
    'output_token_count',
    'n_generated_tokens_total',
    'generated_tokens_total',
    'generated_tokens',
    'num_output_tokens',
    'tokens_out',
    'token_count.completion',
    'output',
    'completion',
  ],
  reasoning: [
    'native_tokens_reasoning',
    'total_native_tokens_reasoning',
    'tokens_reasoning',
    'reasoning_tokens',
    'reasoning_output_tokens',
    'output_reasoning_tokens',
    'thoughts_token_count',
    'thinking_tokens',
    'thoughts_tokens',
    'output_tokens.reasoning',
    'completion_details.reasoning',
  ],
  /** All of a row, which the others are checked against. */
  total: [
    'total_tokens',
    'tokens_total',
    'total_token_count',
    'n_tokens_total',
    'tokens',
    'token_count',
  ],
  /** How many requests the tokens of a row belong to. */
  requests: [
    'requests',
    'n_requests',
    'num_requests',
    'num_model_requests',
    'api_requests',
    'request_count',
    'requests_count',
    'total_requests',
  ],
};

/** A column whose name speaks of tokens, and not of what they cost, take or may be. */
export const LOOKS_LIKE_TOKENS =
  /token|jeton|eingabe|ausgabe|entrée|sortie|entrada|salida|cache|reason|thought|thinking|audio|image|video|prompt|completion|input|output/i;
export const IS_NO_COUNT_OF_TOKENS =
  /cost|price|kosten|preis|coût|prix|costo|precio|usd|eur|spend|fee|discount|saving|latency|seconds|_ms\b|duration|ttft|first|per[_ ]|rate|ratio|percent|%|limit|max|budget|key|(?:^|[_. ])(?:id|url|type|kind|name|hit)$/i;

/** A name without what does not count. */
export function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
